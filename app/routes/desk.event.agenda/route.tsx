import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { notFound, requireEvent } from '#app/accounts/guard.server.ts'
import { readBoard, revisionOfEvent } from '#app/agenda/board.server.ts'
import { agendaOfEvent, partsOfEvent, unscheduledItems } from '#app/agenda/read.server.ts'
import { countDraft } from '#app/agenda/release.server.ts'
import { movable } from '#app/agenda/reorder.ts'
import { moveItem } from '#app/agenda/schedule.server.ts'
import { warningWords } from '#app/agenda/warning-words.ts'
import { checked, warningsOf } from '#app/agenda/warnings.ts'
import { readExpected } from '#app/answers/expected.server.ts'
import { readEventFrame } from '#app/events/read.server.ts'
import { readRequestForm } from '#app/http/form.server.ts'
import { isoDay } from '#app/i18n/format.ts'
import { readerLanguage } from '#app/i18n/reader.server.ts'
import { translator } from '#app/i18n/translator.ts'
import { causeOf, listedItem } from './listed.ts'
import { putOnDay } from './put-on-day.server.ts'

export { DeskAgendaPage as default } from './agenda-page.tsx'

export const handle = { isWide: (asked: URLSearchParams) => asked.get('view') === 'grid' }

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const scope = await requireEvent(context, request, params.event, 'agenda.edit')
  const { read } = context.database
  // Before the items: what is written in between is then fetched once more, never missed.
  const revision = await revisionOfEvent(read, scope.eventId)
  const [event, parts, plain, draft, { expected, absent }] = await Promise.all([
    readEventFrame(read, scope),
    partsOfEvent(read, scope.eventId),
    agendaOfEvent(read, scope.eventId),
    countDraft(read, scope.eventId),
    readExpected(read, scope.eventId),
  ])
  const items = plain.map((item) => checked(item, event.languages, absent))
  const dayOf = ({ startsAt }: { startsAt: Date }) => isoDay(startsAt, event.zone)
  const byDay = Map.groupBy(items, dayOf)
  const days = [...new Set([...parts.map(dayOf), ...byDay.keys()])].sort()
  const { searchParams } = new URL(request.url)
  const asked = searchParams.get('day')
  const day = days.find((one) => one === asked) ?? days[0] ?? null
  const ofDay = byDay.get(day ?? '') ?? []
  const warnings = warningsOf(items, expected)
  const warned = Map.groupBy(warnings, ({ item }) => dayOf(item))
  const language = await readerLanguage(context, request)
  const t = translator(language)
  const isGrid = searchParams.get('view') === 'grid'
  const inZone = { id: scope.eventId, zone: event.zone, languages: event.languages }
  return {
    title: `${t('desk:event.agenda')} · ${t('common:appName')}`,
    event: { slug: scope.slug, zone: event.zone, languages: event.languages, state: event.state },
    release: {
      last: draft.last && { number: draft.last.number, releasedAt: draft.last.releasedAt },
      counts: draft.counts,
    },
    hasParts: parts.length > 0,
    canEditEvent: scope.can.has('event.edit'),
    day,
    days: days.map((one) => ({
      day: one,
      count: byDay.get(one)?.length ?? 0,
      isWarned: warned.has(one),
    })),
    items: withMoves(ofDay, event.zone).map(({ item, ...moves }) => ({
      ...listedItem(item, warnings),
      ...moves,
    })),
    warnings: (warned.get(day ?? '') ?? []).map((warning) => ({
      kind: warning.kind,
      cause: causeOf(warning),
      words: warningWords(warning, { t, language, zone: event.zone }),
    })),
    waiting: await unscheduledItems(read, scope.eventId).then((all) =>
      all.map(({ id, title, version }) => ({ id, title, version })),
    ),
    board: isGrid && day ? { revision, expected, ...(await readBoard(read, inZone, { day, absent })) } : null,
    done: searchParams.get('done'),
    added: Number(searchParams.get('added')) || 0,
  }
}

/** The day's items, each with whether it can change places. */
function withMoves<Item extends { id: string; startsAt: Date; endsAt: Date; room: { id: string } | null }>(
  items: readonly Item[],
  zone: string,
) {
  const slots = items.map(({ id, startsAt, endsAt, room }) => ({
    ...{ id, startsAt, endsAt },
    roomId: room?.id ?? null,
  }))
  const { earlier, later } = movable(slots, zone)
  return items.map((item) => ({
    item,
    canGoEarlier: earlier.has(item.id),
    canGoLater: later.has(item.id),
  }))
}

const directions = { up: 'earlier', down: 'later' } as const

export async function action({ request, params, context }: ActionFunctionArgs) {
  const scope = await requireEvent(context, request, params.event, 'agenda.edit')
  const { database, now } = context
  const form = await readRequestForm(request)
  const intent = String(form.get('intent'))
  const day = new URL(request.url).searchParams.get('day')
  if (intent === 'schedule') return putOnDay(context, scope, { form, day })
  if (intent !== 'up' && intent !== 'down') throw notFound()
  const itemId = String(form.get('item'))
  const seen = form.has('seen') ? Number(form.get('seen')) : undefined
  const moved = await database.write((tx) =>
    moveItem(tx, scope, { itemId, seen, direction: directions[intent], now: now() }),
  )
  if (!moved.ok && moved.reason === 'notFound') throw notFound()
  if (!moved.ok) {
    const refused =
      moved.reason === 'changedMeanwhile' ? 'planner:refused.changedMeanwhile' : 'agenda:refused.noPlace'
    return data({ refused } as const, { status: 409 })
  }
  const search = day ? `?${new URLSearchParams({ day })}` : ''
  return redirect(`/desk/events/${scope.slug}/agenda${search}#item-${itemId}`, { status: 303 })
}
