import { localize } from '../../i18n/languages.ts'
import { hexOf } from '../track-colours.ts'
import { daysOf, type ExportedEvent, type ExportedItem, exportedItems, type Site } from './exported.ts'
import { ownWritten } from './own-written.ts'
import { acronymOf } from './public-ids.ts'
import { earliest, isWebAddress, latest, linksOf, type Released, roomGuid } from './schedule-json.ts'

/**
 * The agenda as `schedule.xml` (c3voc) in one language. What that format cannot say stands in a processing instruction,
 * which readers that do not know it pass over (XML 1.0 §2.6).
 */
export function scheduleXml({ event, items, version }: Released, site: Site): string {
  const exported = exportedItems(items, event, site)
  const days = daysOf(exported)
  const own = JSON.stringify(ownWritten(exported, site.language)).replaceAll('>', '\\u003e')
  const tracks = new Map(
    exported.flatMap(({ track, item }) => (item.track ? [[track, item.track.colour] as const] : [])),
  )
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<schedule>',
    `<?majlis ${allowed(own)}?>`,
    '<generator name="Majlis"/>',
    ...(isWebAddress(site.appUrl) ? [element('url', `${site.appUrl}/${event.slug}/schedule.xml`)] : []),
    element('version', version),
    '<conference>',
    element('title', localize(event.name, site.language)),
    element('acronym', acronymOf(event.slug)),
    element('start', days[0]?.date ?? ''),
    element('end', days.at(-1)?.date ?? ''),
    element('days', String(days.length)),
    element('timeslot_duration', '00:05'),
    element('base_url', `${site.appUrl}/`),
    element('time_zone_name', event.zone),
    ...[...tracks].map(([name, colour]) => `<track${attributes({ name, color: hexOf(colour) })}/>`),
    '</conference>',
    ...days.map((day, at) => dayOf(day, at + 1, event)),
    '</schedule>',
    '',
  ].join('\n')
}

function dayOf(day: { date: string; items: ExportedItem[] }, index: number, event: ExportedEvent): string {
  const { date, items } = day
  const start = earliest(items)
  const rooms = [...Map.groupBy(items, ({ room }) => room)].map(([name, there]) => {
    const id = there[0]?.item.room?.id
    const guid = id ? roomGuid(event, id) : null
    return [`<room${attributes({ name, guid })}>`, ...there.map(eventOf), '</room>'].join('\n')
  })
  return [
    `<day${attributes({ index: String(index), date, start, end: latest(items) })}>`,
    ...rooms,
    '</day>',
  ].join('\n')
}

function eventOf(exported: ExportedItem): string {
  const { guid, id, code, slug, url, date, start, duration, room, title, texts, track, type, language } =
    exported
  const { foreign } = exported.item
  const license = typeof foreign.recording_license === 'string' ? foreign.recording_license : ''
  const plain = { date, start, duration, room, slug, url, title, ...texts, track, type, language }
  const web = (['logo', 'feedback_url', 'origin_url', 'video_download_url'] as const).filter((name) =>
    isWebAddress(foreign[name]),
  )
  const links = (name: string, given: unknown) =>
    linksOf(given).map((link) => element(name, link.title ?? '', { href: link.url, type: link.type ?? null }))
  return [
    `<event${attributes({ guid, id: String(id), code })}>`,
    ...Object.entries(plain).map(([name, text]) => element(name, text)),
    ...web.map((name) => element(name, String(foreign[name]))),
    `<recording>${element('license', license)}${element('optout', String(foreign.do_not_record === true))}</recording>`,
    '<persons>',
    ...exported.persons.map(({ guid: of, name, known }) => {
      const number = Number(known.id)
      return element('person', name, {
        id: Number.isSafeInteger(number) && number > 0 ? String(number) : null,
        guid: of,
      })
    }),
    '</persons>',
    '<links>',
    ...links('link', foreign.links),
    '</links>',
    '<attachments>',
    ...links('attachment', foreign.attachments),
    '</attachments>',
    '</event>',
  ].join('\n')
}

function element(name: string, text: string, given: Record<string, string | null> = {}): string {
  return `<${name}${attributes(given)}>${escaped(text)}</${name}>`
}

function attributes(given: Record<string, string | null>): string {
  return Object.entries(given)
    .map(([name, value]) => (value === null ? '' : ` ${name}="${escaped(value)}"`))
    .join('')
}

function escaped(text: string): string {
  return allowed(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\r', '&#13;')
}

/** XML 1.0 has no place for other characters, whichever way they are written (§2.2). */
function allowed(text: string): string {
  return text.toWellFormed().replace(/[^\t\n\r\u0020-\ufffd\u{10000}-\u{10ffff}]/gu, '')
}
