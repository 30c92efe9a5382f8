import { dateIn, timesIn } from './paste-times.ts'

export const pasteColumns = ['date', 'time', 'from', 'to', 'title', 'room', 'speaker'] as const
export type Column = (typeof pasteColumns)[number]
type Row = { line: number; cells: string[] }

// The whole heading, without what stands in brackets; longer ones begin with one of these words.
const headings: [Column, RegExp][] = [
  ['date', /^(date|day|jour|التاريخ|اليوم|تاريخ|يوم|ڕۆژ|بەروار)/i],
  ['from', /^(from|start|starts|begin|d[ée]but|de$|من$|البداية|بداية|يبدأ|لە$|دەستپێک)/i],
  ['to', /^(to$|end|ends|until|fin|[àa]$|إلى$|الى$|النهاية|نهاية|ينتهي|بۆ$|تا$|کۆتایی)/i],
  ['time', /^(time|hour|schedule|heure|horaire|الوقت|وقت|التوقيت|توقيت|الساعة|کات|کاتژمێر)/i],
  ['room', /^(room|venue|hall|place|location|salle|lieu|القاعة|قاعة|المكان|مكان|الموقع|ژوور|هۆڵ|هۆل|شوێن)/i],
  [
    'speaker',
    /^(speaker|presenter|facilitator|moderator|panel?list|by$|who|lead|responsible|intervenant|orateur|oratrice|pr[ée]sentateur|mod[ée]rateur|responsable|المتحدث|المتكلم|المحاضر|مقدم|المقدم|الميسر|المسؤول|وتەبێژ|قسەکەر|پێشکەشکار)/i,
  ],
  [
    'title',
    /^(title|session|item|topic|subject|activit|agenda|programme|program|description|titre|sujet|th[èe]me|s[ée]ance|point|العنوان|عنوان|الموضوع|موضوع|الجلسة|جلسة|البند|بند|الفعالية|النشاط|نشاط|بابەت|ناونیشان|سەردێڕ|دانیشتن|چالاکی)/i,
  ],
]

/** What each column holds, and the lines below the headings; empty lines are left out. */
export function columnsOf(rows: readonly string[][], roomNames: readonly string[]) {
  const filled: Row[] = rows
    .map((cells, at) => ({ line: at + 1, cells }))
    .filter(({ cells }) => cells.some(Boolean))
  const at = filled.slice(0, 10).findIndex(({ cells }) => isHeader(cells))
  const header = filled[at]
  // What stands above the headings may be the date of the day.
  const body = header ? [...filled.slice(0, at).filter(isDate), ...filled.slice(at + 1)] : filled
  const width = Math.max(0, ...filled.map(({ cells }) => cells.length))
  const said = Array.from({ length: width }, (_, column) => headingOf(header?.cells[column] ?? ''))
  return { columns: byShape(once(said), body, roomNames), body }
}

function isDate({ cells }: Row): boolean {
  return cells.filter(Boolean).length === 1 && dateIn(cells.join(' ')) !== null
}

function isHeader(cells: readonly string[]): boolean {
  const known = new Set(cells.map(headingOf).filter(Boolean))
  return known.size >= 2 && !cells.some((cell) => timesIn(cell))
}

function headingOf(cell: string): Column | null {
  const word = cell
    .replace(/[(（[].*$/, '')
    .replace(/[:*.]/g, '')
    .trim()
  return headings.find(([, words]) => word.length < 40 && words.test(word))?.[0] ?? null
}

/** Of two columns with one heading the second is not known. */
function once(columns: readonly (Column | null)[]): (Column | null)[] {
  return columns.map((column, at) => (columns.indexOf(column) === at ? column : null))
}

/** Columns that no heading names, by what stands in them: times, a day, our rooms; the longest texts are the titles. */
function byShape(
  said: readonly (Column | null)[],
  body: readonly Row[],
  roomNames: readonly string[],
): (Column | null)[] {
  const columns = [...said]
  const cellsOf = (at: number) => body.map(({ cells }) => cells[at] ?? '').filter(Boolean)
  const share = (at: number, isIt: (cell: string) => boolean) =>
    cellsOf(at).filter(isIt).length / Math.max(cellsOf(at).length, 1)
  const free = () => columns.flatMap((column, at) => (column || !cellsOf(at).length ? [] : [at]))
  const has = (column: Column) => columns.includes(column)
  const name = (column: Column, at: number | undefined) => {
    if (at !== undefined && !has(column)) columns[at] = column
  }
  if (!has('time') && !has('from')) {
    const times = free().filter((at) => share(at, (cell) => timesIn(cell) !== null && cell.length < 40) > 0.5)
    const isSplit = times.length > 1 && share(times[0] ?? 0, (cell) => timesIn(cell)?.to == null) > 0.8
    name(isSplit ? 'from' : 'time', times[0])
    if (isSplit) name('to', times[1])
  }
  name(
    'date',
    free().find((at) => share(at, (cell) => dateIn(cell) !== null) > 0.5),
  )
  const rooms = new Set(roomNames.map(folded))
  name(
    'room',
    free().find((at) => share(at, (cell) => rooms.has(folded(cell))) > 0.3),
  )
  const lengthOf = (at: number) => cellsOf(at).reduce((sum, cell) => sum + cell.length, 0)
  if (!has('title')) name('title', free().toSorted((a, b) => lengthOf(b) - lengthOf(a))[0])
  const honorific =
    /^(dr|mr|mrs|ms|prof|h\.?e|m\.|mme|eng)\b\.?|^(د\.|السيد|السيدة|معالي|سعادة|أ\.|م\.|بەڕێز)/i
  name(
    'speaker',
    free().find((at) => share(at, (cell) => honorific.test(cell)) > 0.3),
  )
  return columns
}

/** A name without what writers of it differ in. */
export function folded(name: string): string {
  return name.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim()
}
