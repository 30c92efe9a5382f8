import { collator } from '#app/i18n/format.ts'
import type { Language, Localized } from '#app/i18n/languages.ts'
import type { ListColumn } from '#db/schema/clearance.server.ts'
import type { EventContact } from '#db/schema/events.server.ts'
import type { ClearanceContent } from './rules.ts'

/** One person as they stand on a list. */
export type ListEntry = {
  attendeeId: string
  organisation: Localized
  position: Localized
  content: ClearanceContent
}

/** Why a line is marked: new since the list before, or which of its columns differ. */
export type ListMark = 'added' | ListColumn[]

/** A list as it was handed over: nothing in it changes with settings or guests afterwards. */
export type ListSnapshot = {
  number: number
  madeAt: string
  event: Localized
  office: Localized
  zone: string
  days: { from: string; to: string }
  contact: EventContact
  purgeAt: string
  columns: ListColumn[]
  languages: Language[]
  entries: ListEntry[]
  marks: Record<string, ListMark>
  /** Those who stood on the list before and are not expected any more. */
  removed: ListEntry[]
  /** The list it is compared with; null for the first. */
  since: number | null
}

/** What a column tells of somebody, whatever language it is read in: what two lists are compared by. */
function told({ content, organisation, position }: ListEntry, column: ListColumn): string {
  const { make, colour, arrivesOn, arrivesFrom, arrivesTo } = content
  switch (column) {
    case 'number':
    case 'check':
      return ''
    case 'organisation':
      return JSON.stringify(organisation)
    case 'position':
      return JSON.stringify(position)
    case 'vehicle':
      return JSON.stringify([make, colour])
    case 'arrival':
      return JSON.stringify([arrivesOn, arrivesFrom, arrivesTo])
    default:
      return content[column]
  }
}

/** Compares a list with the one before, over the columns that the guard sees. */
export function compareLists(
  entries: readonly ListEntry[],
  before: readonly ListEntry[] | null,
  columns: readonly ListColumn[],
) {
  const known = new Map(before?.map((entry) => [entry.attendeeId, entry]))
  const marks: Record<string, ListMark> = {}
  for (const entry of entries) {
    const earlier = known.get(entry.attendeeId)
    const differing = earlier && columns.filter((column) => told(entry, column) !== told(earlier, column))
    if (!differing) marks[entry.attendeeId] = 'added'
    else if (differing.length) marks[entry.attendeeId] = differing
  }
  const removed = (before ?? []).filter(
    ({ attendeeId }) => !entries.some((entry) => entry.attendeeId === attendeeId),
  )
  const added = Object.values(marks).filter((mark) => mark === 'added').length
  const changed = Object.keys(marks).length - added
  return { marks, removed, counts: { added, removed: removed.length, changed } }
}

/** As a guard looks somebody up: by the name in the script that the list is read in. */
export function inOrder(entries: readonly ListEntry[], language: Language): ListEntry[] {
  const { compare } = collator(language)
  const name = ({ content: { latinName, arabicName } }: ListEntry) =>
    language === 'ar' || language === 'ckb' ? arabicName || latinName : latinName || arabicName
  return entries.toSorted((a, b) => compare(name(a), name(b)) || (a.attendeeId < b.attendeeId ? -1 : 1))
}
