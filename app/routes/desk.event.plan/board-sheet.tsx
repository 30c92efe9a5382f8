import { type PointerEventHandler, type RefObject, useId } from 'react'
import type { Box } from '#app/exhibition/plan/geometry.ts'
import { pictureAddress, widthFor } from '#app/ui/picture.tsx'
import { named } from '../site.plan/named.ts'
import { BoardThing } from './board-thing.tsx'
import type { DrawnThing, PlanBoard } from './use-plan-board.ts'

const corners = [-1, 0, 1].flatMap((x) => [-1, 0, 1].map((y) => [x, y] as const)).filter(([x, y]) => x || y)

type Given = {
  board: PlanBoard
  svg: RefObject<SVGSVGElement>
  zoom: number
  current: string | null
  /** What is being drawn on the floor, or the frame that chooses. */
  frame: Box | null
  onPointerDown: PointerEventHandler<SVGSVGElement>
}

/** The hall's floor with its grid, and what stands on it. Geographic: it is not mirrored with the language. */
export function BoardSheet({ board, svg, zoom, current, frame, onPointerDown }: Given) {
  const { hall, drawn, chosen, words, speech, shown } = board
  const grid = useId()
  const margin = Math.round(hall.width / 60)
  const only = chosen.size === 1 ? drawn.find(({ id }) => chosen.has(id)) : undefined
  const first = current && drawn.some(({ id }) => id === current) ? current : drawn[0]?.id
  return (
    <svg
      ref={svg}
      onPointerDown={onPointerDown}
      className="plan-svg"
      width={`${zoom * 100}%`}
      viewBox={`${-margin} ${-margin} ${hall.width + 2 * margin} ${hall.depth + 2 * margin}`}
    >
      <title>{speech.t('drawing:board.label')}</title>
      <defs>
        <pattern id={grid} width={hall.step} height={hall.step} patternUnits="userSpaceOnUse">
          <path className="plan-grid" d={`M${hall.step} 0H0V${hall.step}`} />
        </pattern>
      </defs>
      <rect className="plan-floor" width={hall.width} height={hall.depth} />
      <Under hall={hall} />
      <rect fill={`url(#${grid})`} width={hall.width} height={hall.depth} pointerEvents="none" />
      {drawn.map((thing) => (
        <BoardThing
          key={thing.id}
          {...{ thing, hall, speech }}
          warned={words.get(thing.id) ?? ''}
          isChosen={chosen.has(thing.id)}
          isNew={shown.foreign.has(thing.id)}
          isCurrent={thing.id === first}
        />
      ))}
      {only && <Grips thing={only} size={hall.width / zoom / 70} />}
      {frame && (
        <rect className="plan-frame" x={frame.x} y={frame.y} width={frame.width} height={frame.depth} />
      )}
    </svg>
  )
}

function Under({ hall }: Pick<PlanBoard, 'hall'>) {
  const { picture, pictureX, pictureY, pictureWidth, pictureOpacity } = hall
  if (!picture) return null
  return (
    <image
      href={pictureAddress(picture, widthFor(picture, 1600))}
      x={pictureX}
      y={pictureY}
      width={pictureWidth}
      height={Math.round((pictureWidth * picture.height) / picture.width)}
      opacity={pictureOpacity / 100}
      pointerEvents="none"
    />
  )
}

/** What a chosen thing is pulled larger by. Keys do the same, so nobody needs to hear of them. */
function Grips({ thing: { box }, size }: { thing: DrawnThing; size: number }) {
  return (
    <g className="plan-grips" {...named('')}>
      {corners.map(([x, y]) => (
        <circle
          key={`${x} ${y}`}
          data-pull={`${x},${y}`}
          className={x && y ? (x === y ? 'nwse' : 'nesw') : x ? 'ew' : 'ns'}
          cx={box.x + ((x + 1) * box.width) / 2}
          cy={box.y + ((y + 1) * box.depth) / 2}
          r={size}
        />
      ))}
    </g>
  )
}
