import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { notFound, requireEvent } from '#app/accounts/guard.server.ts'
import { agendaOfEvent, partsOfEvent } from '#app/agenda/read.server.ts'
import { countDraft } from '#app/agenda/release.server.ts'
import { moveInAgenda } from '#app/agenda/reorder.ts'
import { warningsOf } from '#app/agenda/rules.ts'
import { moveItem } from '#app/agenda/schedule.server.ts'
import { readEventFrame } from '#app/events/read.server.ts'
import { readRequestForm } from '#app/http/form.server.ts'
import { isoDay } from '#app/i18n/format.ts'
import { readerLanguage } from '#app/i18n/reader.server.ts'
import { translator } from '#app/i18n/translator.ts'
import { listedItem, listedWarning } from './listed.ts'

export { DeskAgendaPage as default } from './agenda-page.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const scope = await requireEvent(context, request, params.event, 'agenda.edit')
  const { read } = context.database
  const [event, parts, items, draft] = await Promise.all([
    readEventFrame(read, scope),
    partsOfEvent(read, scope.eventId),
    agendaOfEvent(read, scope.eventId),
    countDraft(read, scope.eventId),
  ])
  const dayOf = ({ startsAt }: { startsAt: Date }) => isoDay(startsAt, event.zone)
  const days = [...new Set([...parts, ...items].map(dayOf))].sort()
  const { searchParams } = new URL(request.url)
  const asked = searchParams.get('day')
  const day = days.find((one) => one === asked) ?? days[0] ?? null
  const warnings = warningsOf(items)
  const slots = items.map((item) => ({ ...item, roomId: item.room?.id ?? null }))
  const ofDay = slots.filter((item) => dayOf(item) === day)
  const canMove = (id: string, direction: 'earlier' | 'later') =>
    moveInAgenda(ofDay, id, direction, event.zone).ok
  const t = translator(await readerLanguage(context, request))
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
      count: items.filter((item) => dayOf(item) === one).length,
      isWarned: warnings.some(({ item }) => dayOf(item) === one),
    })),
    items: ofDay.map((item) => ({
      ...listedItem(item, event.languages, warnings),
      canGoEarlier: canMove(item.id, 'earlier'),
      canGoLater: canMove(item.id, 'later'),
    })),
    warnings: warnings.filter(({ item }) => dayOf(item) === day).map(listedWarning),
    done: searchParams.get('done'),
  }
}

const directions = { up: 'earlier', down: 'later' } as const

export async function action({ request, params, context }: ActionFunctionArgs) {
  const scope = await requireEvent(context, request, params.event, 'agenda.edit')
  const { database, now } = context
  const form = await readRequestForm(request)
  const intent = String(form.get('intent'))
  if (intent !== 'up' && intent !== 'down') throw notFound()
  const itemId = String(form.get('item'))
  const moved = await database.write((tx) =>
    moveItem(tx, scope, { itemId, direction: directions[intent], now: now() }),
  )
  if (!moved.ok && moved.reason === 'notFound') throw notFound()
  if (!moved.ok) return data({ refused: 'noPlace' as const }, { status: 409 })
  const day = new URL(request.url).searchParams.get('day')
  const search = day ? `?${new URLSearchParams({ day })}` : ''
  return redirect(`/desk/events/${scope.slug}/agenda${search}#item-${itemId}`, { status: 303 })
}
