import { formatInstant, isoDay } from '#app/i18n/format.ts'
import { type Language, localize } from '#app/i18n/languages.ts'
import type { Translator } from '#app/i18n/options.ts'
import { translator } from '#app/i18n/translator.ts'
import type { ListColumn } from '#db/schema/clearance.server.ts'
import { eventDays } from './days.ts'
import type { ListEntry, ListMark, ListSnapshot } from './list-snapshot.ts'

/** A line of the list as texts; `marked` says which of its cells are new to the guard. */
export type ListLine = { cells: string[]; marked: boolean[]; mark: 'new' | 'changed' | 'removed' | null }

export type ListTable = {
  language: Language
  title: string
  /** What the list is of, when it was made, how it differs from the one before. */
  notes: string[]
  footer: string
  columns: { column: ListColumn; headings: string[] }[]
  /** The heading of the column that says what is new; none on a first list. */
  changeHeadings: string[] | null
  lines: ListLine[]
  removedTitle: string
  removed: ListLine[]
}

type Naming = { country: (code: string) => string }

/** A list in words, for paper and for a sheet; `country` names a nationality. */
export function listTable(list: ListSnapshot, { country }: Naming): ListTable {
  const [language = 'en', second] = list.languages
  const t = translator(language)
  const others = second ? [translator(second)] : []
  const headings = (name: (t: Translator) => string) => [t, ...others].map(name)
  const writer = { list, t, language, country, hasDays: daysIn(list) > 1 }
  const line = (entry: ListEntry, index: number | null, mark: ListMark | 'removed' | null): ListLine => ({
    cells: list.columns.map((column) => cell(writer, entry, column, index)),
    marked: list.columns.map((column) => mark === 'added' || (Array.isArray(mark) && mark.includes(column))),
    mark: mark === 'added' ? 'new' : Array.isArray(mark) ? 'changed' : mark,
  })
  const isFirst = list.since === null
  return {
    language,
    title: headings((to) => to('clearance:file.title', { number: list.number })).join(' / '),
    notes: notes(writer),
    footer: footer(writer),
    columns: list.columns.map((column) => ({
      column,
      headings: headings((to) => to(`clearance:file.column.${column}`)),
    })),
    changeHeadings: isFirst ? null : headings((to) => to('clearance:file.change')),
    // On a first list all are new, which says nothing.
    lines: list.entries.map((entry, index) =>
      line(entry, index, (isFirst ? null : list.marks[entry.attendeeId]) ?? null),
    ),
    removedTitle: t('clearance:file.removedTitle', { number: list.since ?? 0 }),
    removed: list.removed.map((entry) => line(entry, null, 'removed')),
  }
}

type Writer = {
  list: ListSnapshot
  t: Translator
  language: Language
  country: Naming['country']
  hasDays: boolean
}

function cell(
  { t, language, country, hasDays }: Writer,
  entry: ListEntry,
  column: ListColumn,
  index: number | null,
): string {
  const { content } = entry
  switch (column) {
    case 'number':
      return index === null ? '' : String(index + 1)
    case 'check':
      return ''
    case 'documentKind':
      return t(`clearance:document.${content.documentKind}`)
    case 'nationality':
      return country(content.nationality)
    case 'organisation':
    case 'position':
      return localize(entry[column], language)
    case 'vehicle':
      return [content.make, content.colour]
        .filter(Boolean)
        .join(language === 'ar' || language === 'ckb' ? '، ' : ', ')
    case 'arrival':
      return arrival(content, hasDays)
    default:
      return content[column]
  }
}

/** `09:00–10:00`, with the day where the event has several. */
function arrival({ arrivesOn, arrivesFrom, arrivesTo }: ListEntry['content'], hasDays: boolean): string {
  const times = [arrivesFrom, arrivesTo].filter(Boolean).join('–')
  return times && hasDays ? `${arrivesOn} ${times}` : times
}

function daysIn({ days, zone }: ListSnapshot): number {
  return eventDays({ from: new Date(days.from), to: new Date(days.to) }, zone).length
}

function notes({ list, t, language }: Writer): string[] {
  const [from, to] = [new Date(list.days.from), new Date(list.days.to)]
  const day = (at: Date) => formatInstant(at, 'day', language, list.zone)
  const days = isoDay(from, list.zone) === isoDay(to, list.zone) ? day(from) : `${day(from)} – ${day(to)}`
  return [
    [localize(list.event, language), localize(list.office, language)].filter(Boolean).join(' · '),
    [
      days,
      t('clearance:file.madeAt', {
        date: formatInstant(new Date(list.madeAt), 'dayAndTime', language, list.zone),
      }),
    ].join(' · '),
    summary(list, t),
  ]
}

function summary(list: ListSnapshot, t: Translator): string {
  const people = t('clearance:list.people', { count: list.entries.length })
  if (list.since === null) return t('clearance:file.first', { people })
  const marks = Object.values(list.marks)
  const added = marks.filter((mark) => mark === 'added').length
  return t('clearance:file.summary', {
    ...{ people, added, changed: marks.length - added, removed: list.removed.length },
    number: list.since,
  })
}

function footer({ list, t, language }: Writer): string {
  const { name, email, phone } = list.contact
  const contact = [name, email, phone].filter(Boolean).map((piece) => `\u2068${piece}\u2069`)
  return [
    t('clearance:file.secret', { date: formatInstant(new Date(list.purgeAt), 'day', language, list.zone) }),
    ...(contact.length ? [t('clearance:file.contact', { contact: contact.join(' · ') })] : []),
  ].join('\n')
}
