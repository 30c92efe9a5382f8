import { data, type HeadersFunction, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { notFound } from '#app/accounts/guard.server.ts'
import { agendaDays, agendaOfDay, agendaOfEvent } from '#app/agenda/read.server.ts'
import { findDraft, findPublicEvent } from '#app/events/public.server.ts'
import { publicPageHeaders } from '#app/http/public-page.ts'
import { isoDay } from '#app/i18n/format.ts'
import { isLanguage, localize } from '#app/i18n/languages.ts'
import { translator } from '#app/i18n/translator.ts'
import { siteMeta } from '../site/site-meta.ts'
import { shownItem } from './shown-item.ts'

export { AgendaPage as default } from './agenda-page.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => (data ? siteMeta(data) : [])

/** A draft is seen by those who work on it only, so nothing may keep it. */
export const headers: HeadersFunction = ({ loaderHeaders }) =>
  loaderHeaders.has('Cache-Control') ? loaderHeaders : publicPageHeaders

const allDays = 'all'

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { lang: language, event: slug, day: asked } = params
  const { read } = context.database
  if (!isLanguage(language)) throw notFound()
  const event = (await findPublicEvent(read, slug)) ?? (await findDraft(read, await viewer(), slug))
  if (!event) throw notFound()
  const days = await agendaDays(read, event)
  if (asked && asked !== allDays && !days.includes(asked)) throw notFound()
  const shown = asked ?? dayToday(days, isoDay(context.now(), event.zone))
  const items =
    shown === allDays ? await agendaOfEvent(read, event.id) : await agendaOfDay(read, event, shown ?? '')
  const { name, state, zone, cancellationNote } = event
  const t = translator(language)
  const address = `${context.env.APP_URL}/${event.slug}/agenda.ics?lang=${language}`
  const page = {
    event: { slug: event.slug, name, state, zone, cancellationNote },
    days,
    shown: shown ?? null,
    items: items.map(shownItem),
    calendar: { file: address, subscription: address.replace(/^https?:/, 'webcal:') },
    title: `${t('agenda:site.title')} · ${localize(name, language)}`,
    description: t('agenda:site.description', { event: localize(name, language) }),
  }
  return state === 'draft' ? data(page, { headers: { 'Cache-Control': 'no-store' } }) : data(page)

  async function viewer() {
    return (await context.user())?.id
  }
}

/** On its days, an event’s agenda opens at today’s; before and after at the first. */
function dayToday(days: string[], today: string): string | undefined {
  return days.includes(today) ? today : days[0]
}
