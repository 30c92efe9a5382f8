import { v7 as newId } from 'uuid'
import { type Box, freePlaces, overlaps, right } from '#app/exhibition/plan/geometry.ts'
import { usualSize } from '#app/exhibition/plan/kinds.ts'
import { nextCode } from '#app/exhibition/plan/numbering.ts'
import { isSameBox } from '#app/exhibition/plan/rows.ts'
import type { Change, Thing } from '#app/exhibition/plan/step.ts'
import { nameOf, whereIs } from './plan-words.ts'
import type { DrawnThing, PlanBoard } from './use-plan-board.ts'

type Kind = Thing['kind']
type Taking = { seen?: ReadonlyMap<string, number>; isHeld?: boolean }
type Given = { what: Kind; say: (words: string) => void; toFields: () => void }
export type PlanActs = ReturnType<typeof planActs>

/** What can be done on the board, each one step that can be taken back, and told. */
export function planActs(board: PlanBoard, { what, say, toFields }: Given) {
  const { store, shown, hall, drawn, chosen, setChosen, speech, codes } = board
  const { t } = speech
  const find = (id: string) => shown.things.find((thing) => thing.id === id)

  function put(boxes: ReadonlyMap<string, Box>, taking: Taking = {}) {
    const moved = [...boxes].filter(([id, box]) => !isSameBox(find(id)?.box ?? null, box))
    store.take(
      moved.map(([id, box]): Change => ({ act: 'put', id, box })),
      taking,
    )
    const [first] = moved
    const thing = first && find(first[0])
    if (thing && moved.length === 1)
      say(t('drawing:board.moved', { name: nameOf(thing, speech), where: whereIs(first[1], speech) }))
    else if (moved.length > 1) say(t('drawing:board.several', { count: moved.length }))
  }

  /** Beside what is chosen or came last, where that is free; else anywhere. Null in a full hall. */
  function freeBox(kind: Kind): Box | null {
    const taken = drawn.filter((thing) => thing.kind !== 'label').map(({ box }) => box)
    const model = drawn.findLast((thing) => thing.kind === kind && (!chosen.size || chosen.has(thing.id)))
    const size = model && kind === 'booth' ? model.box : usualSize(kind)
    const beside = model && { ...model.box, x: right(model.box) }
    if (
      beside &&
      kind === 'booth' &&
      right(beside) <= hall.width &&
      !taken.some((box) => overlaps(box, beside))
    )
      return beside
    const { width, depth } = size
    return freePlaces(1, { width, depth }, { hall, taken })[0] ?? null
  }

  function add(box: Box | null = freeBox(what)) {
    if (!box) return say(t('drawing:board.full'))
    const booths = shown.things.filter(({ kind }) => kind === 'booth')
    const last = booths.find(({ id }) => chosen.has(id)) ?? booths.at(-1)
    const code = what === 'booth' ? nextCode(last?.code, [...codes, ...booths.map((one) => one.code)]) : ''
    const none = { version: 0, isReserved: false, exhibits: [], label: {} }
    const category = what === 'booth' ? (last?.category ?? null) : null
    const thing: Thing = { ...none, id: newId(), kind: what, box, code, category }
    store.take([{ act: 'add', thing }])
    setChosen(new Set([thing.id]))
    say(t('drawing:board.added', { name: nameOf(thing, speech), where: whereIs(box, speech) }))
  }

  /** Booths are taken off the drawing and wait; everything else is gone. */
  function takeAway(things: readonly DrawnThing[]) {
    store.take(
      things.map(
        ({ id, kind }): Change => (kind === 'booth' ? { act: 'put', id, box: null } : { act: 'remove', id }),
      ),
    )
    setChosen(new Set())
    const [only] = things
    if (only && things.length === 1) say(t('drawing:board.gone', { name: nameOf(only, speech) }))
    else say(t('drawing:board.several', { count: 0 }))
  }

  /** A booth that waits gets a free place. */
  function place(thing: Thing) {
    const box = freeBox('booth')
    if (!box) return say(t('drawing:board.full'))
    put(new Map([[thing.id, box]]))
    setChosen(new Set([thing.id]))
  }

  const back = (changes: Change[] | null, words: 'drawing:board.undone' | 'drawing:board.redone') => {
    if (changes) say(t(words))
  }
  return {
    ...{ what, say, toFields, put, add, takeAway, place },
    undo: () => back(store.undo(), 'drawing:board.undone'),
    redo: () => back(store.redo(), 'drawing:board.redone'),
    change: (changes: Change[]) => store.take(changes),
  }
}
