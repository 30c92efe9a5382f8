import { changeWords } from '#app/agenda/change-words.ts'
import type { AgendaChange } from '#app/agenda/changes.ts'

type Reader = Parameters<typeof changeWords>[1]

/** A change as a list shows it: of which item, and what in words. */
export function listedChange(change: AgendaChange, reader: Reader) {
  return {
    id: change.item.id,
    kind: change.kind,
    title: change.item.title,
    startsAt: change.item.startsAt,
    endsAt: change.item.endsAt,
    words: changeWords(change, reader),
  }
}

export type ListedChange = ReturnType<typeof listedChange>
