import { westernDigits } from '../../i18n/digits.ts'
import { readHeading, readPopulation, saysPart } from './headings.ts'
import { namedMonth } from './month-names.ts'
import { looksLikeCode, looksLikeDistrict, saysTotal, suggestPlace } from './places.ts'
import type { Population } from './rules.ts'

/*
 * A wide table has a column for each round or date, or for each governorate: what a long one says in a cell of every row,
 * it says once, in the headings above its figures, of which there may be several, one over the other.
 */

/** What the headings over a column of figures say of all of them; what they do not say is empty. */
export type SpreadHeading = {
  date: string
  year: string
  month: string
  round: string
  code: string
  districtCode: string
  name: string
  unit: 'individuals' | 'households'
  population: Population | null
}

const nothing = { date: '', year: '', month: '', round: '', code: '', districtCode: '', name: '' }
type Said = Partial<typeof nothing>

const roundWord = 'rounds?|rnd|r|ronde|cycle|الجولة|جولة|گەڕی|گەڕ'
const numbered = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${roundWord})[\\s_#:.-]*(?:no\\.?\\s*)?(\\d{1,4})(?![\\d\\p{L}])`,
  'iu',
)
const roundAlone = new RegExp(`^(?:${roundWord})$`, 'iu')
const dates = [
  /(?<!\d)\d{4}([-/.])\d{1,2}\1\d{1,2}(?!\d)/,
  /(?<!\d)\d{1,2}([-/.])\d{1,2}\1(?:\d{4}|\d{2})(?!\d)/,
  /(?<!\d)\d{4}[-/.]\d{1,2}(?!\d)/,
  /(?<!\d)\d{1,2}[-/.]\d{4}(?!\d)/,
  /^(?:3[6-9]|[4-6]\d)\d{3}$/,
]
const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')

/**
 * What the headings over a column say, the uppermost first: a round, a date or a governorate. Null when they name none,
 * or speak of a part of the people or of a change.
 */
export function spreadHeading(headings: readonly string[]): SpreadHeading | null {
  const parts = headings.map(plain).filter(Boolean)
  const last = parts.at(-1)
  if (!last || parts.some(saysPart)) return null
  const said: Said[] = parts.map((part, at) =>
    /^\d{1,4}$/.test(part) && roundAlone.test(parts[at - 1] ?? '') ? { round: part } : saidBy(part),
  )
  const found = { ...nothing, ...Object.assign({}, ...said) }
  const isUnderstood = Object.keys(said.at(-1) ?? {}).length > 0 || readHeading(last) || saysTotal(last)
  if (!isUnderstood || !(saysTime(found) || saysPlace(found) || found.month)) return null
  const isOfFamilies = parts.some((part) => readHeading(part)?.field === 'households')
  return {
    ...found,
    unit: isOfFamilies ? 'households' : 'individuals',
    population: readPopulation(parts.join(' ')),
  }
}

export function saysTime({ date, year, round }: Pick<SpreadHeading, 'date' | 'year' | 'round'>): boolean {
  return Boolean(date || year || round)
}

export function saysPlace(said: Pick<SpreadHeading, 'code' | 'districtCode' | 'name'>): boolean {
  return Boolean(said.code || said.districtCode || said.name)
}

function plain(heading: string): string {
  return westernDigits(heading.normalize('NFKC').replace(/[\u200e\u200f\u061c\u2066-\u2069]/g, '')).trim()
}

function saidBy(part: string): Said {
  if (looksLikeDistrict(part)) return { districtCode: part }
  if (looksLikeCode(part)) return { code: part }
  if (suggestPlace(part)) return { name: part }
  const [whole = '', round = ''] = numbered.exec(part) ?? []
  return { ...(round && { round }), ...timeIn(part.replace(whole, ' ').trim()) }
}

/** A date as readable by itself, or the year or month alone, as headings one over the other give them. */
function timeIn(text: string): Said {
  for (const date of dates) {
    const [found] = date.exec(text) ?? []
    if (found) return { date: found }
  }
  const [year] = /(?<![\d\p{L}])20\d{2}(?![\d\p{L}])/u.exec(text) ?? []
  const named = namedMonth(text)
  if (!named) return year ? { year } : {}
  const numbers = named.rest.match(/\d+/g) ?? []
  const month = months[named.month - 1] ?? ''
  return numbers.length ? { date: `${numbers.join(' ')} ${month}` } : { month }
}
