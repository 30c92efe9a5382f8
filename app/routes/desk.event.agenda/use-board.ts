import { useLoaderData } from '@remix-run/react'
import { useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import { type BoardItem, checkedOnBoard, shownHours } from '#app/agenda/board.ts'
import { warningWords } from '#app/agenda/warning-words.ts'
import { type AgendaWarning, type Checked, warningsAbout, warningsOf } from '#app/agenda/warnings.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { boardStore } from './board-store.ts'
import type { Speech } from './board-words.ts'
import type { loader } from './route.tsx'

export type LoadedBoard = NonNullable<ReturnType<typeof useLoaderData<typeof loader>>['board']>
export type BoardState = ReturnType<typeof useBoard>

/** The grid's state: its items with what is still on its way, what they are warned about, and how to say it. */
export function useBoard(loaded: LoadedBoard) {
  const { event, day } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  const address = `/desk/events/${event.slug}/agenda`
  const first = { day: day ?? '', revision: loaded.revision, items: loaded.items }
  const [store] = useState(() => boardStore(`${address}/plan`, first))
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was loaded says all that is in `first`.
  useEffect(() => store.load(first), [store, loaded])
  const shown = useSyncExternalStore(store.subscribe, store.snapshot, store.snapshot)
  const speech: Speech = useMemo(
    () => ({ t, language, zone: event.zone, board: loaded }),
    [t, language, event.zone, loaded],
  )
  const placed = useMemo(
    () =>
      shown.items.filter(
        ({ isScheduled, startsAt }) =>
          isScheduled && startsAt >= loaded.day.startsAt && startsAt < loaded.day.endsAt,
      ),
    [shown.items, loaded],
  )
  const hours = useMemo(() => shownHours(loaded.day, placed, loaded.parts), [loaded, placed])
  const columns = useMemo(() => [...loaded.rooms.map(({ id }) => id), null], [loaded])
  const checked = useMemo(() => checkedOnBoard(placed, loaded), [placed, loaded])
  const warnings = useMemo(() => warningsOf(checked, loaded.expected), [checked, loaded])
  const words = useMemo(() => wordsById(warnings, speech), [warnings, speech])
  return { ...{ store, shown, placed, checked, hours, columns, warnings, words, speech, address, loaded } }
}

type Warning = AgendaWarning<ReturnType<typeof checkedOnBoard>[number]>

/** What each item is warned about, in sentences. */
function wordsById(warnings: readonly Warning[], speech: Speech): Map<string, string> {
  const words = new Map<string, string>()
  for (const warning of warnings) {
    const said = warningWords(warning, speech)
    for (const { id } of [warning.item, ...('other' in warning ? [warning.other] : [])] as Checked[])
      words.set(id, [words.get(id), said].filter(Boolean).join(' '))
  }
  return words
}

/** What the item would be warned about at another place. */
export function warnedAt({ checked, loaded, speech }: BoardState, moved: BoardItem): string {
  const others = checked.filter(({ id }) => id !== moved.id)
  const warnings = warningsOf([...others, ...checkedOnBoard([moved], loaded)], loaded.expected)
  return warningsAbout(warnings, moved.id)
    .filter(({ kind }) => kind !== 'textMissing' && kind !== 'chairMissing')
    .map((warning) => warningWords(warning, speech))
    .join(' ')
}
