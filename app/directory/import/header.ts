import { isArabicScript } from '../names.ts'
import type { Field, Mapping } from './field-names.ts'
import { type Heading, readHeading } from './fields.ts'
import { namesInstitution } from './institution.ts'
import { readLanguage } from './languages.ts'

/** Something about the whole file that a person should look at. */
export type Oddity =
  | { code: 'headerMissing' }
  | { code: 'headerNotFirst'; line: number }
  | { code: 'headerShifted'; column: number }
  | { code: 'columnTwice'; field: Field }
  | { code: 'columnUnknown'; heading: string }
  | { code: 'noName' }

export type Layout = { headerLine: number | null; mapping: Mapping; headings: string[]; oddities: Oddity[] }

const searched = 15

/**
 * Finds the line of headings and what each column holds; without headings, what its cells look like. `said` is the line
 * that a person pointed out, null when there is none.
 */
export function recogniseLayout(lines: readonly string[][], said?: number | null): Layout {
  const headerLine = said === undefined ? findHeaderLine(lines) : said
  if (headerLine === null) return withoutHeader(lines)
  const body = lines.slice(headerLine + 1).filter((line) => line.some((cell) => cell.trim()))
  const { headings, shifted } = alignHeadings(lines[headerLine] ?? [], body.slice(0, 200))
  const mapping = mapColumns(headings, body.slice(0, 200))
  const oddities: Oddity[] = []
  if (headerLine > lines.findIndex((line) => line.some((cell) => cell.trim())))
    oddities.push({ code: 'headerNotFirst', line: headerLine })
  if (shifted !== null) oddities.push({ code: 'headerShifted', column: shifted })
  return { headerLine, mapping, headings, oddities: [...oddities, ...mappingOddities(mapping, headings)] }
}

/** What is odd about a mapping, recognised or chosen by hand. */
export function mappingOddities(mapping: Mapping, headings: readonly string[]): Oddity[] {
  const oddities: Oddity[] = []
  const once = new Set<Field>()
  for (const [column, field] of mapping.entries()) {
    const heading = headings[column]?.trim()
    if (!field && heading && !readHeading(heading)) oddities.push({ code: 'columnUnknown', heading })
    if (field && once.has(field) && !['email', 'phone', 'notes', 'tags'].includes(field))
      oddities.push({ code: 'columnTwice', field })
    if (field) once.add(field)
  }
  const naming = /^(name|arabicName|givenName|familyName|organisation|acronym|id)\b/
  if (![...once].some((field) => naming.test(field))) oddities.push({ code: 'noName' })
  return oddities
}

function findHeaderLine(lines: readonly string[][]): number | null {
  let best: { line: number; known: number } | null = null
  for (const [line, cells] of lines.slice(0, searched).entries()) {
    const filled = cells.filter((cell) => cell.trim())
    const known = filled.filter((cell) => readHeading(cell)).length
    const isHeader = known >= 2 ? known * 2 >= filled.length : known === 1 && filled.length === 1
    // A cell with an address or a long number is no heading.
    if (!isHeader || filled.some((cell) => /@|\d{5}/.test(cell))) continue
    if (!best || known > best.known) best = { line, known }
  }
  return best?.line ?? null
}

/**
 * Headings over the columns they name. Where all rows have one cell more than the line of headings, one heading was
 * left out: the place is taken at which the cells below fit the headings best.
 */
function alignHeadings(header: readonly string[], body: readonly string[][]) {
  const given = [...header]
  while (given.length && !given.at(-1)?.trim()) given.pop()
  const usual = usualLength(body)
  const width = Math.max(given.length, ...body.map((line) => line.length))
  const padded = (headings: string[]) => [
    ...headings,
    ...Array(Math.max(0, width - headings.length)).fill(''),
  ]
  if (usual !== given.length + 1) return { headings: padded(given), shifted: null }
  const places = Array.from({ length: given.length + 1 }, (_, i) => given.length - i)
  const tried = places.map((place) => {
    const headings = padded([...given.slice(0, place), '', ...given.slice(place)])
    return { place, headings, score: fitOf(mapColumns(headings, body), body) }
  })
  const best = tried.reduce((a, b) => (b.score > a.score + 0.01 ? b : a))
  return { headings: best.headings, shifted: best.place === given.length ? null : best.place }
}

function usualLength(body: readonly string[][]): number {
  const tally = new Map<number, number>()
  for (const line of body) tally.set(line.length, (tally.get(line.length) ?? 0) + 1)
  return [...tally].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0
}

function mapColumns(headings: readonly string[], body: readonly string[][]): Mapping {
  const read = headings.map(readHeading)
  const hasPosition = read.some((heading) => heading?.meaning === 'position')
  const mapping = read.map((heading, column) => fieldOf(heading, hasPosition, columnOf(body, column)))
  for (const field of ['email', 'phone'] as const) {
    if (mapping.includes(field)) continue
    const column = mapping.findIndex(
      (taken, i) => !taken && !read[i] && shareFitting(field, columnOf(body, i)) > 0.6,
    )
    if (column >= 0) mapping[column] = field
  }
  return mapping
}

function fieldOf(heading: Heading | null, hasPosition: boolean, cells: string[]): Field | null {
  if (!heading || heading.meaning === 'number') return null
  // Most columns called ID only count the rows; ours holds the ids of our own export.
  if (heading.meaning === 'id') return shareFitting('id', cells) > 0.5 ? 'id' : null
  if (heading.meaning === 'title')
    return hasPosition || shareFitting('honorific', cells) > 0.5 ? 'honorific' : 'position'
  const { meaning, language } = heading
  if (!language) return meaning
  if (
    meaning === 'honorific' ||
    meaning === 'name' ||
    meaning === 'organisation' ||
    meaning === 'position' ||
    meaning === 'parent'
  )
    return `${meaning}.${language}`
  return meaning
}

function withoutHeader(lines: readonly string[][]): Layout {
  const body = lines.slice(0, 200)
  const width = Math.max(0, ...body.map((line) => line.length))
  const mapping: Mapping = Array(width).fill(null)
  const guesses = [
    'email',
    'phone',
    'language',
    'honorific',
    'organisation',
    'arabicName',
    'name',
    'position',
  ] as const
  for (const field of guesses) {
    const shares = mapping.map((taken, column) => (taken ? 0 : shareFitting(field, columnOf(body, column))))
    const best = Math.max(0, ...shares)
    if (best >= (field === 'organisation' ? 0.3 : 0.6)) mapping[shares.indexOf(best)] = field
  }
  const headings = Array(width).fill('')
  return {
    headerLine: null,
    mapping,
    headings,
    oddities: [{ code: 'headerMissing' }, ...mappingOddities(mapping, headings)],
  }
}

function columnOf(body: readonly string[][], column: number): string[] {
  return body.map((line) => line[column]?.trim() ?? '').filter(Boolean)
}

const fits: Partial<Record<Field, (cell: string) => boolean>> = {
  id: (cell) => /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(cell),
  email: (cell) => /\S(@|\(at\))\S/.test(cell),
  phone: (cell) => /^[+(]?[\d٠-٩۰-۹][\d٠-٩۰-۹ ()./-]{5,24}$/.test(cell),
  language: (cell) => readLanguage(cell) !== null,
  arabicName: (cell) => isArabicScript(cell) && !/\d|@/.test(cell) && !namesInstitution(cell),
  'name.ar': isArabicScript,
  'name.ckb': isArabicScript,
  name: (cell) => /\p{L}{2}/u.test(cell) && !/@|\d{4}/.test(cell) && cell.length < 80,
  organisation: namesInstitution,
  position: (cell) => /\p{L}{2}/u.test(cell) && !/@|\d{4}/.test(cell),
  honorific: (cell) =>
    cell.length <= 12 &&
    /^(mr|mrs|ms|miss|dr|m|mme|mlle|prof|eng|h\.?\s?e|s\.?\s?e|amb|hon|sir|د|أ|السيد|السيدة|معالي|سعادة|الدكتور|الدكتورة|بەڕێز|دکتۆر)\b\.?|^(د|أ|م|السيد|السيدة|معالي|سعادة|الدكتور|الدكتورة|بەڕێز|دکتۆر)\.?(?=\s|$)/iu.test(
      cell,
    ),
}

function shareFitting(field: Field, cells: readonly string[]): number {
  const fit = fits[field]
  if (!fit || !cells.length) return 0
  return cells.filter(fit).length / cells.length
}

/** How well the cells below fit the fields above: up to one point a column, minus what is certainly wrong. */
function fitOf(mapping: Mapping, body: readonly string[][]): number {
  return mapping.reduce((sum, field, column) => {
    const cells = columnOf(body, column)
    if (!cells.length) return sum
    if (!field) return sum - 0.25
    if (field === 'organisation' || !fits[field]) return sum + (shareFitting('email', cells) > 0.3 ? -1 : 0)
    return sum + shareFitting(field, cells) * 2 - 1
  }, 0)
}
