import { memo } from 'react'
import { boothState } from '#app/exhibition/plan/kinds.ts'
import { labelOf as fitted } from '#app/exhibition/plan/labels.ts'
import { localize } from '#app/i18n/languages.ts'
import { FurnitureShape } from '../site.plan/furniture.tsx'
import { labelOf, type Speech } from './plan-words.ts'
import type { DrawnThing, Hall } from './use-plan-board.ts'

type Given = {
  thing: DrawnThing
  hall: Hall
  speech: Speech
  warned: string
  isChosen: boolean
  isNew: boolean
  isCurrent: boolean
}

/** A booth or a piece of furniture on the board: something to take hold of, by hand or by keys. */
export const BoardThing = memo(function BoardThing(given: Given) {
  const { thing, hall, speech, warned, isChosen, isNew, isCurrent } = given
  const state = boothState({ isTaken: thing.exhibits.length > 0, isReserved: thing.isReserved })
  const classes = [
    'drawn',
    ...(thing.kind === 'booth' ? ['plan-booth', state] : []),
    ...(thing.category ? [`of-${thing.category}`] : []),
    ...(isChosen ? ['is-chosen'] : []),
    ...(warned ? ['is-warned'] : []),
    ...(isNew ? ['is-new'] : []),
  ]
  return (
    // biome-ignore lint/a11y/useSemanticElements: there is no button within a drawing.
    <g
      className={classes.join(' ')}
      data-thing={thing.id}
      role="button"
      aria-pressed={isChosen}
      aria-describedby="board-keys"
      tabIndex={isCurrent ? 0 : -1}
    >
      <title>{labelOf(thing, warned, speech)}</title>
      {thing.kind === 'booth' ? (
        <Booth thing={thing} hall={hall} speech={speech} />
      ) : (
        <FurnitureShape
          furniture={{ ...thing, kind: thing.kind }}
          hall={hall}
          size={Math.round(hall.width / 75)}
        />
      )}
      <rect className="drawn-hold" {...rectOf(thing)} />
    </g>
  )
})

function Booth({ thing, hall, speech }: Pick<Given, 'thing' | 'hall' | 'speech'>) {
  const { box, code, exhibits, category } = thing
  const title = localize(exhibits[0]?.title, speech.language)
  const sizes = { lineSize: hall.width / 90, codeSize: hall.width / 30 }
  const { codeSize, lineSize, lines } = fitted(box, { code, title }, sizes)
  const x = box.x + box.width / 2
  const top = box.y + (box.depth - codeSize - lines.length * lineSize * 1.25) / 2
  return (
    <>
      <rect {...rectOf(thing)} />
      {category && (
        <path
          className="plan-stripe"
          d={`M${box.x} ${box.y}h${box.width}v${Math.round(box.depth / 12)}h-${box.width}z`}
        />
      )}
      <text className="plan-code" x={x} y={top + codeSize * 0.85} fontSize={codeSize}>
        {code}
      </text>
      {lines.map((line, at) => (
        <text
          // biome-ignore lint/suspicious/noArrayIndexKey: two lines may say the same.
          key={at}
          x={x}
          y={top + codeSize + lineSize * 1.25 * (at + 1)}
          fontSize={lineSize}
        >
          {line}
        </text>
      ))}
    </>
  )
}

function rectOf({ box }: DrawnThing) {
  return { x: box.x, y: box.y, width: box.width, height: box.depth }
}
