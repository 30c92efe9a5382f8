import type { BoothCategory } from '#db/schema/exhibition.server.ts'
import type { FurnitureKind } from '#db/schema/floor-plan.server.ts'
import type { Localized } from '../../i18n/languages.ts'
import type { Box } from './geometry.ts'

/*
 * How a plan is drawn: in steps, each of one or more changes that are made together or not at all. Pure rules of what a
 * step does and how it is taken back, for the browser, which shows it at once, and the server, which has the last word.
 */

/** A booth or a piece of furniture, as the drawing has it. */
export type Thing = {
  id: string
  version: number
  kind: FurnitureKind | 'booth'
  /** Null for a booth that is not drawn yet. */
  box: Box | null
  /** Of booths; empty for what else stands there. */
  code: string
  category: BoothCategory | null
  isReserved: boolean
  exhibits: readonly { id: string; title: Localized }[]
  /** Of furniture; empty for booths. */
  label: Localized
}

export type BoothFacts = Pick<Thing, 'code' | 'category' | 'isReserved'>

export type Change =
  | { act: 'add'; thing: Thing }
  | { act: 'put'; id: string; box: Box | null }
  | { act: 'facts'; id: string; facts: BoothFacts }
  | { act: 'label'; id: string; label: Localized }
  | { act: 'remove'; id: string }

/** A change with the version of the thing that its editor had before them; of what is added, none. */
export type Sent = Change & { seen?: number | undefined }

export function changedId(change: Change): string {
  return change.act === 'add' ? change.thing.id : change.id
}

/** The things after a change. What is not there any more is changed by nothing. */
export function withChange(things: readonly Thing[], change: Change): Thing[] {
  switch (change.act) {
    case 'add':
      return things.some(({ id }) => id === change.thing.id) ? [...things] : [...things, change.thing]
    case 'remove':
      return things.filter(({ id }) => id !== change.id)
    case 'put':
      return things.map((thing) => (thing.id === change.id ? { ...thing, box: change.box } : thing))
    case 'facts':
      return things.map((thing) => (thing.id === change.id ? { ...thing, ...change.facts } : thing))
    case 'label':
      return things.map((thing) => (thing.id === change.id ? { ...thing, label: change.label } : thing))
  }
}

/** What takes a change back, seen from the things as they were before it; null when there was nothing to change. */
export function opposite(things: readonly Thing[], change: Change): Change | null {
  if (change.act === 'add') return { act: 'remove', id: change.thing.id }
  const before = things.find(({ id }) => id === change.id)
  if (!before) return null
  switch (change.act) {
    case 'remove':
      return { act: 'add', thing: before }
    case 'put':
      return { act: 'put', id: before.id, box: before.box }
    case 'facts': {
      const { code, category, isReserved } = before
      return { act: 'facts', id: before.id, facts: { code, category, isReserved } }
    }
    case 'label':
      return { act: 'label', id: before.id, label: before.label }
  }
}

/** The steps back from several changes made together, in the order in which they are to be taken. */
export function oppositeOf(things: readonly Thing[], changes: readonly Change[]): Change[] {
  let now = [...things]
  const back: Change[] = []
  for (const change of changes) {
    const undo = opposite(now, change)
    if (undo) back.unshift(undo)
    now = withChange(now, change)
  }
  return back
}
