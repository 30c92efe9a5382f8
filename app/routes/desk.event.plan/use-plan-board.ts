import { useLoaderData } from '@remix-run/react'
import { useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import type { Box } from '#app/exhibition/plan/geometry.ts'
import type { Thing } from '#app/exhibition/plan/step.ts'
import { planWarnings } from '#app/exhibition/plan/warnings.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { planStore } from './plan-store.ts'
import { type Speech, type Warned, warningWords } from './plan-words.ts'
import type { loader } from './route.tsx'

export type Hall = NonNullable<ReturnType<typeof useLoaderData<typeof loader>>['hall']>
export type DrawnThing = Thing & { box: Box }
export type PlanBoard = ReturnType<typeof usePlanBoard>

/** The board's state: what stands in the hall with what is still on its way, what is chosen, and what is amiss. */
export function usePlanBoard(hall: Hall) {
  const { event, revision, things: loaded, codes } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  const address = `/desk/events/${event.slug}/booths/plan/steps`
  const [store] = useState(() => planStore(address, hall.id, { revision, things: loaded }))
  useEffect(() => store.load({ revision, things: loaded }), [store, revision, loaded])
  const shown = useSyncExternalStore(store.subscribe, store.snapshot, store.snapshot)
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  /** Boxes of what is being dragged, until it is let go. */
  const [preview, setPreview] = useState<ReadonlyMap<string, Box>>(new Map())
  const speech: Speech = useMemo(() => ({ t, language }), [t, language])
  const drawn = useMemo(
    () =>
      shown.things.flatMap((thing): DrawnThing[] => {
        const box = preview.get(thing.id) ?? thing.box
        if (!box) return []
        return [box === thing.box ? (thing as DrawnThing) : { ...thing, box }]
      }),
    [shown.things, preview],
  )
  const warnings: Warned[] = useMemo(() => planWarnings(drawn, hall), [drawn, hall])
  const words = useMemo(() => wordsById(warnings, speech), [warnings, speech])
  return {
    ...{ store, shown, hall, drawn, chosen, setChosen, preview, setPreview, warnings, words, speech },
    ...{ event, codes },
    waiting: shown.things.filter(({ box }) => !box),
  }
}

/** What each thing is warned about, in sentences. */
function wordsById(warnings: readonly Warned[], speech: Speech): Map<string, string> {
  const words = new Map<string, string>()
  for (const warning of warnings) {
    const said = warningWords(warning, speech)
    for (const { id } of [warning.thing, ...('other' in warning ? [warning.other] : [])])
      words.set(id, [words.get(id), said].filter(Boolean).join(' '))
  }
  return words
}
