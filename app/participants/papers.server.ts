import { renderPdf, startPdfMaker } from '#app/documents/pdf.server.ts'
import { type SheetCell, writeXlsx } from '#app/documents/spreadsheet.server.ts'
import { formatDayRange, formatInstant, formatNumber, isolate } from '#app/i18n/format.ts'
import { direction, type Language, type Localized, localize } from '#app/i18n/languages.ts'
import { translator } from '#app/i18n/translator.ts'
import type { ListFilter } from './filter.ts'
import { type Listed, markOf, onPaper, titledName } from './listed.ts'
import { groupsOf, type Seat, seatsOf } from './paper.ts'

/** How many a paper holds at most: beyond it the spreadsheet is the way. */
export const mostOnPaper = 5000
/** And a sheet. */
export const mostInSheet = 100_000
/** Setting a paper of that many takes a fraction of it, in milliseconds. */
const longest = 180_000

export type Paper = {
  event: { name: Localized; zone: string; startsAt: Date | null; endsAt: Date | null }
  /** The name of the part that the list is of; null for the whole event. */
  part: { name: Localized; startsAt: Date; endsAt: Date } | null
  rows: readonly Listed[]
  filter: ListFilter
  languages: [Language, Language | null]
  now: Date
}

/** The list of participants, in one language or in two side by side. */
export async function listPdf(paper: Paper): Promise<Uint8Array> {
  const languages = eachOf(paper)
  const maker = startPdfMaker(longest)
  const document = {
    template: 'participants/participant-list.typ' as const,
    data: {
      language: languages[0],
      second: languages[1] ?? null,
      title: languages.map((language) => translator(language)('participants:paper.list')),
      notes: languages.map((language) => notesOf(paper, language).join('\n')),
      footer: localize(paper.event.name, languages[0] ?? 'en'),
      groups: groupsOf(paper.rows, languages, paper.filter.order === 'precedence'),
    },
  }
  return maker.make(document).finally(maker.close)
}

/** One page each, to be folded: the first language in front, the second at the back; the same at both where there is one. */
export async function platesPdf({ rows, languages: [front, back], event }: Paper): Promise<Uint8Array> {
  const side = (row: Listed, language: Language) => ({
    language,
    name: titledName(row, language),
    position: onPaper(row.position, language),
    organisation: onPaper(row.organisationName, language),
  })
  const title = `${translator(front)('participants:paper.plates')} – ${localize(event.name, front)}`
  const plates = rows.map((row) => ({ front: side(row, front), back: side(row, back ?? front) }))
  const maker = startPdfMaker(longest)
  const document = {
    template: 'participants/name-plates.typ' as const,
    data: { title, language: front, plates },
  }
  return maker.make(document).finally(maker.close)
}

/** Who speaks after whom, or who sits where: a numbered list in the first language. */
export function orderPdf(paper: Paper, kind: 'speaking' | 'seating'): Promise<Uint8Array> {
  const [language] = paper.languages
  const t = translator(language)
  const seats = kind === 'seating' ? seatsOf(paper.rows) : null
  const column = (name: 'number' | 'seat' | 'name' | 'position' | 'organisation') =>
    t(`participants:column.${name}`)
  return renderPdf({
    template: 'documents/typst/list.typ',
    data: {
      language,
      title: t(`participants:paper.${kind}`),
      notes: [...notesOf(paper, language), t(`participants:paper.${kind}Hint`)],
      footer: localize(paper.event.name, language),
      columns: [
        { heading: column('number') },
        ...(seats ? [{ heading: column('seat') }] : []),
        { heading: column('name'), share: 3 },
        { heading: column('position'), share: 3 },
        { heading: column('organisation'), share: 3 },
      ],
      rows: paper.rows.map((row, index) => [
        formatNumber(index + 1, language),
        ...(seats ? [seatText(seats.get(row.id), language)] : []),
        ...[titledName(row, language), onPaper(row.position, language)].map(isolate),
        isolate(onPaper(row.organisationName, language)),
      ]),
    },
  })
}

function seatText(seat: Seat | undefined, language: Language): string {
  if (!seat) return ''
  const number = formatNumber(seat.number, language)
  return translator(language)(`participants:seat.${seat.side}`, { number })
}

/** The list as an Excel workbook, first column at the right for readers of Arabic and Kurdish. */
export function listSheet(paper: Paper): Promise<Uint8Array> {
  const languages = eachOf(paper)
  const [first = 'en'] = languages
  const t = translator(first)
  const columns = ['kind', 'organisation', 'name', 'position'] as const
  const row = (listed: Listed, index: number): SheetCell[] => {
    const mark = markOf(listed)
    return [
      index + 1,
      ...languages.flatMap((language) => [
        translator(language)(`guests:kind.${listed.kind ?? 'other'}`),
        localize(listed.organisationName, language),
        titledName(listed, language),
        localize(listed.position, language),
      ]),
      mark ? t(`participants:mark.${mark}`) : '',
    ]
  }
  return writeXlsx({
    name: t('participants:paper.list'),
    headings: [
      t('participants:column.number'),
      ...languages.flatMap((language) =>
        columns.map((name) => translator(language)(`participants:column.${name}`)),
      ),
      t('participants:column.mark'),
    ],
    rows: paper.rows.map(row),
    rightToLeft: direction(first) === 'rtl',
  })
}

function eachOf({ languages: [first, second] }: Paper): Language[] {
  return second ? [first, second] : [first]
}

/** The event, when it is, who is on the list and how it is ordered, and as of when. */
function notesOf({ event, part, filter, rows, now }: Paper, language: Language): string[] {
  const t = translator(language)
  const days = part ?? event
  const when =
    days.startsAt && days.endsAt ? formatDayRange(days.startsAt, days.endsAt, language, event.zone) : ''
  const name = [localize(event.name, language), part && localize(part.name, language)]
    .filter(Boolean)
    .join(' – ')
  const count = t('participants:count', { count: rows.length, number: formatNumber(rows.length, language) })
  const at = formatInstant(now, 'dayAndTime', language, event.zone)
  return [
    name,
    when,
    `${count} · ${t(`participants:order.${filter.order}`)}`,
    filter.audience === 'internal' ? t('participants:paper.internal') : '',
    t('participants:paper.asOf', { at: isolate(at) }),
  ].filter(Boolean)
}
