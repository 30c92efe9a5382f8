import type { Box, Space } from '#app/exhibition/plan/geometry.ts'
import { direction, type Localized, localizeWithLanguage } from '#app/i18n/languages.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import type { FurnitureKind } from '#db/schema/floor-plan.server.ts'
import { named } from './named.ts'

export type DrawnFurniture = { id: string; kind: FurnitureKind; label: Localized; box: Box }

/** Signs of twenty-four by twenty-four, in one stroke or fill. */
const icons: Partial<Record<FurnitureKind, string>> = {
  entrance: 'M13 3h8v18h-8v-2h6V5h-6zM2 11h9V7l6 5-6 5v-4H2z',
  exit: 'M3 3h8v2H5v14h6v2H3zM9 11h7V7l6 5-6 5v-4H9z',
  registration: 'M5 3h4a3 3 0 0 1 6 0h4v18H5zM8 9h8v2H8zm0 4h8v2H8zm0 4h5v2H8z',
  help: 'M10 18h4v4h-4zM12 2a6 6 0 0 0-6 6h4a2 2 0 1 1 3.2 1.6C11 11.2 10 13 10 16h4c0-1.6.7-2.6 2-3.6A6 6 0 0 0 12 2z',
  toilets:
    'M7 2.5a2 2 0 1 1 0 4 2 2 0 0 1 0-4zM4 8h6l1 7H9v7H5v-7H3zM17 2.5a2 2 0 1 1 0 4 2 2 0 0 1 0-4zM15 8h4l3 9h-3v5h-4v-5h-3z',
  prayer:
    'M12 1a1.5 1.5 0 0 1 1 2.6c3 1.6 6 4.4 6 8.4h2v10h-6v-5a3 3 0 0 0-6 0v5H3V12h2c0-4 3-6.8 6-8.4A1.5 1.5 0 0 1 12 1z',
  food: 'M3 6h14v2h2a4 4 0 0 1 0 8h-2.5a6 6 0 0 1-5.5 4H9a6 6 0 0 1-6-6zm14 4v4h2a2 2 0 0 0 0-4z',
  firstAid: 'M9 2h6v7h7v6h-7v7H9v-7H2V9h7z',
}

type Given = { furniture: DrawnFurniture; hall: Space; size: number }

/** A door, a wall, a stage, words: its sign, and under it what it is called where there is room or somebody named it. */
export function FurnitureShape({ furniture: { kind, label, box }, hall, size }: Given) {
  const t = useText()
  const language = useLanguage()
  const own = localizeWithLanguage(label, language)
  const isMute = kind === 'wall' || kind === 'label'
  const name = own.text || (isMute ? '' : t(`plan:furniture.${kind}`))
  const sign = icons[kind] ? signSize(box) : 0
  const isNamed = own.text || (name && name.length * size * 0.6 < box.width && sign + size < box.depth)
  const half = (name.length * size * 0.6) / 2
  const x = Math.max(half, Math.min(box.x + box.width / 2, hall.width - half))
  return (
    <g className={`plan-thing ${kind}`} {...named(name)}>
      <FurnitureMark kind={kind} box={box} lift={isNamed ? size / 2 : 0} />
      {isNamed && (
        <text
          x={Math.round(x)}
          y={Math.round(box.y + box.depth / 2 + (sign ? sign / 2 + size * 0.4 : size * 0.35))}
          fontSize={size}
          lang={own.text && own.language !== language ? own.language : undefined}
          direction={direction(own.text ? own.language : language)}
        >
          {name}
        </text>
      )}
    </g>
  )
}

/** Its outline and sign, without words; the sign `lift` above the middle. */
export function FurnitureMark({ kind, box, lift = 0 }: { kind: FurnitureKind; box: Box; lift?: number }) {
  const icon = icons[kind]
  const size = signSize(box)
  const [x, y] = [box.x + (box.width - size) / 2, box.y + (box.depth - size) / 2 - lift]
  return (
    <>
      <rect x={box.x} y={box.y} width={box.width} height={box.depth} />
      {icon && <path d={icon} transform={`translate(${x} ${y}) scale(${size / 24})`} />}
    </>
  )
}

function signSize({ width, depth }: Box): number {
  return Math.round(Math.min(width, depth, 160) * 0.7)
}
