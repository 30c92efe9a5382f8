import { likelyLanguage } from '../directory/names.ts'
import type { Language, Localized } from '../i18n/languages.ts'
import { instantFromLocal } from '../i18n/zoned.ts'
import { longest } from './exchange/reading.ts'
import { cutTo, oneLineOf } from './exchange/texts.ts'
import { type Column, columnsOf } from './paste-columns.ts'
import { dateIn, timesIn } from './paste-times.ts'
import type { ItemKind } from './rules.ts'

/** So many rows are taken at once; longer schedules come as a file. */
export const mostPasted = 300

export type PasteRemark = 'endGuessed' | 'endBeforeStart' | 'afterMidnight' | 'titleCut'

/** A line of a table that is an item. Times are minutes from the midnight of `day`. */
export type PastedItem = {
  line: number
  day: string
  title: Localized
  kind: ItemKind
  from: number
  to: number
  room: string
  speakers: string[]
  remarks: PasteRemark[]
}
export type Pasted = {
  columns: (Column | null)[]
  items: PastedItem[]
  /** Lines that are no item: headings are not among them. */
  leftOut: { line: number; text: string; reason: 'noTime' | 'noTitle' }[]
  isCut: boolean
}

type Given = { day: string; language: Language; roomNames: readonly string[] }

/**
 * What a table copied out of a text or a spreadsheet says: its columns known by their headings in four languages, or by
 * what stands in them. A line with nothing but a date begins a day. What has no end ends where the next begins.
 */
export function readPasted(text: string, { day, language, roomNames }: Given): Pasted {
  const rows = tableOf(text)
  const { columns, body } = columnsOf(rows, roomNames)
  const items: PastedItem[] = []
  const leftOut: Pasted['leftOut'] = []
  let today = day
  for (const { line, cells } of body.slice(0, mostPasted)) {
    const own = dateIn(cells.filter(Boolean).join(' '))
    if (own && cells.filter(Boolean).length === 1) {
      today = own
      continue
    }
    const read = itemOf(cells, columns, { today, language })
    if (typeof read === 'string')
      leftOut.push({ line, text: cells.filter(Boolean).join(' · '), reason: read })
    else items.push({ line, ...read })
  }
  return { columns, items: withEnds(items), leftOut, isCut: body.length > mostPasted }
}

/** The instant so many minutes after the midnight of an item's day in the zone; null where there is no such time. */
export function startOf({ day }: { day: string }, minutes: number, zone: string): Date | null {
  const [days, rest] = [Math.floor(minutes / 1440), minutes % 1440]
  const time = [Math.floor(rest / 60), rest % 60].map((part) => String(part).padStart(2, '0')).join(':')
  const at = instantFromLocal(`${day}T${time}`, zone)
  return at && new Date(at.getTime() + days * 24 * 3_600_000)
}

function itemOf(
  cells: readonly string[],
  columns: readonly (Column | null)[],
  { today, language }: { today: string; language: Language },
): Omit<PastedItem, 'line'> | 'noTime' | 'noTitle' {
  const under = (column: Column) => cells.filter((cell, at) => columns[at] === column && cell).join(' ')
  const times = timesIn([under('time'), under('from'), under('to')].filter(Boolean).join(' – '))
  if (!times) return 'noTime'
  const whole = oneLineOf(under('title'))
  if (!whole) return 'noTitle'
  const title = cutTo(whole, longest.title)
  return {
    day: dateIn(under('date')) ?? today,
    title: { [likelyLanguage(title, language)]: title },
    kind: kindOf(title),
    from: times.from,
    // Without an end it is the next item that says it.
    to: times.to ?? -1,
    room: oneLineOf(under('room')),
    speakers: speakersIn(under('speaker')),
    remarks: title === whole ? [] : ['titleCut'],
  }
}

/** An item that has no end lasts until the next of its day begins, the last one half an hour. */
function withEnds(items: PastedItem[]): PastedItem[] {
  return items.map((item, at) => {
    if (item.to < 0) {
      const next = items.slice(at + 1).find(({ day, from }) => day === item.day && from > item.from)
      return { ...item, to: next?.from ?? item.from + 30, remarks: [...item.remarks, 'endGuessed'] }
    }
    if (item.to > item.from) return item
    // 22:00–01:00 goes past midnight; 10:00–09:30 is a slip.
    if (item.from >= 18 * 60 && item.to <= 6 * 60)
      return { ...item, to: item.to + 24 * 60, remarks: [...item.remarks, 'afterMidnight'] }
    return { ...item, to: item.from + 30, remarks: [...item.remarks, 'endBeforeStart'] }
  })
}

function speakersIn(cell: string): string[] {
  return cell
    .split(/[;؛\n]|\s\/\s|\s[&]\s/)
    .map((name) => cutTo(oneLineOf(name), 200))
    .filter((name) => /\p{L}/u.test(name))
    .slice(0, 12)
}

const kinds: [ItemKind, RegExp][] = [
  ['meal', /\b(lunch|dinner|breakfast|d[ée]jeuner|d[îi]ner)\b|غداء|عشاء|فطور|نانی|ژەمی/i],
  [
    'break',
    /\b(break|coffee|tea|pause|caf[ée]|registration|inscription)\b|استراحة|قهوة|شاي|تسجيل|پشوو|چا\b|قاوە/i,
  ],
  ['opening', /\b(opening|welcome|ouverture|bienvenue)\b|افتتاح|ترحيب|كلمة الافتتاح|کردنەوە|بەخێرهاتن/i],
  ['closing', /\b(closing|wrap-up|cl[ôo]ture)\b|ختام|اختتام|كلمة الختام|داخستن|کۆتایی/i],
  ['panel', /\b(panel|round ?table|table ronde)\b|حلقة نقاش|طاولة مستديرة|پانێڵ/i],
  ['discussion', /\b(discussion|debate|q&a|d[ée]bat|questions)\b|مناقشة|نقاش|گفتوگۆ/i],
  ['visit', /\b(visit|tour|visite)\b|زيارة|جولة|سەردان/i],
]

function kindOf(title: string): ItemKind {
  return kinds.find(([, words]) => words.test(title))?.[0] ?? 'session'
}

/** The cells of a table as the clipboard has it: HTML where there is a table in it, else lines with tabs between. */
export function tableOf(text: string): string[][] {
  const rows = /<table\b/i.test(text) ? rowsOfHtml(text) : rowsOfTabs(text)
  return rows.map((row) => row.map((cell) => cell.trim()))
}

function rowsOfHtml(html: string): string[][] {
  const table = /<table\b[\s\S]*?(?:<\/table\s*>|$)/i.exec(html)?.[0] ?? ''
  // What cells merged downwards leave for the rows below, by column: a room, a time, a day said once for several.
  const below = new Map<number, { text: string; rows: number }>()
  return [...table.matchAll(/<tr\b[^>]*>([\s\S]*?)(?=<\/tr\s*>|<tr\b|$)/gi)].map(([, row = '']) => {
    const cells: string[] = []
    const fill = () => {
      for (let from = below.get(cells.length); from; from = below.get(cells.length)) {
        if (--from.rows === 0) below.delete(cells.length)
        cells.push(from.text)
      }
    }
    for (const [, given = '', cell = ''] of row.matchAll(
      /<t[dh]\b([^>]*)>([\s\S]*?)(?=<\/t[dh]\s*>|<t[dh]\b|$)/gi,
    )) {
      fill()
      const [across, down] = [Math.min(spanIn(given, 'col'), 12), spanIn(given, 'row')]
      for (const text of [textOfHtml(cell), ...Array<string>(across - 1).fill('')]) {
        if (down > 1) below.set(cells.length, { text, rows: down - 1 })
        cells.push(text)
      }
    }
    fill()
    return cells
  })
}

function spanIn(attributes: string, way: 'col' | 'row'): number {
  return Math.max(Number(new RegExp(`${way}span\\s*=\\s*["']?(\\d{1,5})`, 'i').exec(attributes)?.[1] ?? 1), 1)
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' }

function textOfHtml(html: string): string {
  return (
    html
      .replace(/<!--[\s\S]*?(?:-->|$)/g, '')
      // Word breaks the lines of its source wherever they are long.
      .replace(/\s+/g, ' ')
      .replace(/<(?:br|\/p|\/div|\/li)\b[^>]*>/gi, '\n')
      .replace(/<[^>]*>/g, '')
      .replace(/&#(\d{1,7});/g, (_, code) => character(Number(code)))
      .replace(/&#x([\da-f]{1,6});/gi, (_, code) => character(Number.parseInt(code, 16)))
      .replace(/&(amp|lt|gt|quot|apos|nbsp);/g, (_, name) => entities[name] ?? '')
      .replace(/[^\S\n]+/g, ' ')
      .replace(/\s*\n\s*/g, '\n')
  )
}

function character(code: number): string {
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : ''
}

/** A table as spreadsheets put it into a text field. */
export function textOfTable(rows: readonly (readonly string[])[]): string {
  const quoted = (cell: string) => (/["\t\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)
  return rows.map((row) => row.map(quoted).join('\t')).join('\n')
}

/** Excel puts a cell of several lines between quotation marks, each mark within it doubled. */
function rowsOfTabs(text: string): string[][] {
  const rows: string[][] = []
  const cells = /([\t\n])(?:"((?:[^"]|"")*)"(?=[\t\n]|$)|([^\t\n]*))/g
  for (const [, before, quoted, bare = ''] of `\n${text.replace(/\r\n?/g, '\n')}`.matchAll(cells)) {
    if (before === '\n') rows.push([])
    rows.at(-1)?.push(quoted === undefined ? bare : quoted.replaceAll('""', '"'))
  }
  return rows
}
