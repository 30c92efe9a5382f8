import { data, type HeadersFunction, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { notFound } from '#app/accounts/guard.server.ts'
import { readChosen } from '#app/agenda/chosen.ts'
import { choicesIn, filtered, readFilter } from '#app/agenda/filter.ts'
import { inBlocks } from '#app/agenda/layout.ts'
import type { AgendaItem } from '#app/agenda/read.server.ts'
import { readPapersOfAgenda } from '#app/agenda/read-papers.server.ts'
import { publicPageHeaders } from '#app/http/public-page.ts'
import { isoDay } from '#app/i18n/format.ts'
import { localize } from '#app/i18n/languages.ts'
import { translator } from '#app/i18n/translator.ts'
import { siteMeta } from '../site/site-meta.ts'
import { visitedEvent } from '../site/visited-event.server.ts'
import { allDays, shownAgenda } from './shown-agenda.server.ts'
import { shownItem } from './shown-item.ts'

export { AgendaPage as default } from './agenda-page.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => (data ? siteMeta(data) : [])

/** A draft is seen by those who work on it only, so nothing may keep it. */
export const headers: HeadersFunction = ({ loaderHeaders }) =>
  loaderHeaders.has('Cache-Control') ? loaderHeaders : publicPageHeaders

/** So many items weigh about 50 KB before they are compressed; a day of more is shown by its times. */
const onePage = 60
/** Descriptions are read here where the day is short, else on the item's own page. */
const described = 24

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { event, language } = await visitedEvent(context, params)
  const { pathname, searchParams } = new URL(request.url)
  const home = `/${language}/${event.slug}/agenda`
  const isDraft = pathname.startsWith(`${home}/draft`)
  const agenda = await shownAgenda(context, { event, version: params.version, isDraft })
  const { day: asked } = params
  const days = agenda.days.map(({ day }) => day)
  if (asked && asked !== allDays && !days.includes(asked)) throw notFound()
  const now = context.now()
  const shown = asked ?? dayToday(days, isoDay(now, event.zone)) ?? null
  const all = shown ? await agenda.itemsOf(shown) : []
  const filter = readFilter(searchParams)
  const blocks = inBlocks(filtered(all, filter), onePage)
  const block = Number(searchParams.get('page')) || blockNow(blocks, now)
  if (blocks.length > 0 && !blocks[block - 1]) throw notFound()
  const items = blocks[block - 1] ?? []
  const chosen = readChosen(searchParams)
  const { name, state, zone, cancellationNote, languages } = event
  const t = translator(language)
  const address = `${context.env.APP_URL}/${event.slug}/agenda.ics?lang=${language}`
  const page = {
    event: { slug: event.slug, name, state, zone, cancellationNote, languages },
    at: now,
    chosen,
    // What every way on this page takes along.
    carried: { ...filter, ...(chosen.length > 0 && { items: chosen.join() }) },
    kind: agenda.kind,
    release: agenda.release && { number: agenda.release.number, releasedAt: agenda.release.releasedAt },
    home: params.version ? `${home}/versions/${params.version}` : isDraft ? `${home}/draft` : home,
    days,
    shown,
    filter,
    choices: choicesIn(all),
    total: all.length,
    block,
    blocks: blocks.map((some, at) => ({
      page: at + 1,
      from: some[0]?.startsAt,
      to: some.at(-1)?.startsAt,
      count: some.length,
    })),
    isDescribed: items.length <= described,
    items: items.map(shownItem),
    papers: await readPapersOfAgenda(context.database.read, event.id, ['public']),
    calendar: { file: address, subscription: address.replace(/^https?:/, 'webcal:') },
    title: `${t('agenda:site.title')} · ${localize(name, language)}`,
    description: t('agenda:site.description', { event: localize(name, language) }),
  }
  const isPrivate = state === 'draft' || isDraft
  return isPrivate ? data(page, { headers: { 'Cache-Control': 'no-store' } }) : data(page)
}

/** On its days, an event’s agenda opens at today’s; before and after at the first. */
function dayToday(days: string[], today: string): string | undefined {
  return days.includes(today) ? today : days[0]
}

/** A long day opens at what is on now, counted from 1; before it begins and when it is over at its first times. */
function blockNow(blocks: readonly AgendaItem[][], now: Date): number {
  const isOver = blocks.every((items) => items.every(({ endsAt }) => endsAt <= now))
  const begun = blocks.findLastIndex(([first]) => first && first.startsAt <= now)
  return isOver ? 1 : Math.max(1, begun + 1)
}
