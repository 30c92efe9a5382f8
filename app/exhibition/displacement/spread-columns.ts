import { type Field, readHeading } from './headings.ts'
import type { Mapping } from './layout.ts'
import { readCount } from './numbers.ts'
import { saysTotal } from './places.ts'
import { type SpreadHeading, saysPlace, saysTime } from './spread.ts'

type Given = {
  headings: readonly string[]
  spread: readonly (SpreadHeading | null)[]
  mapping: Mapping
  body: readonly string[][]
}

/**
 * Which columns hold figures of the round, date or governorate in their headings. Where a column of its own says when,
 * headings can say where only, and the other way about: a governorate over figures is one of origin then.
 */
export function spreadColumns({ headings, spread, mapping, body }: Given): boolean[] {
  const has = (...wanted: Field[]) =>
    mapping.some((field, column) => field && !spread[column] && wanted.includes(field))
  const [isDated, isPlaced] = [has('date', 'year'), has('admin1Code', 'admin1Name', 'admin2Code')]
  const fits = spread.map((heading, column) => {
    const field = readHeading(headings[column] ?? '')?.field
    const isOwn = field && !/^(?:individuals|households|round|known)$/.test(field)
    return heading && !isOwn && holdsCounts(body, column) ? heading : null
  })
  const places = fits.filter((heading) => heading && saysPlace(heading)).length
  return fits.map((heading) => {
    if (!heading) return false
    // A month over figures goes with the year in their line.
    if (heading.month && !saysTime(heading)) return has('year') && !has('date', 'month')
    if (saysPlace(heading)) return !isPlaced && places >= 3 && !(isDated && saysTime(heading))
    return !isDated
  })
}

/** Of what is there, most is counts, and something is. */
function holdsCounts(body: readonly string[][], column: number): boolean {
  const read = body.map((line) => readCount(line[column] ?? ''))
  const counts = read.filter((cell) => cell.ok && cell.value !== null).length
  return counts > 0 && counts >= read.filter((cell) => !cell.ok).length
}

/** Beside figures of single rounds or places, a column of people or families holds their sum, or something else again. */
export function withoutSums(mapping: Mapping, headings: readonly string[]) {
  const isWide = mapping.includes('spread')
  const isSum = (field: Field | null, column: number) =>
    isWide &&
    (field === 'individuals' || field === 'households' || (!field && saysTotal(headings[column] ?? '')))
  return {
    alone: mapping.map((field, column) => (isSum(field, column) ? null : field)),
    beside: mapping.flatMap((field, column) =>
      isSum(field, column)
        ? [{ code: 'columnBeside' as const, heading: headings[column]?.trim() ?? '' }]
        : [],
    ),
  }
}
