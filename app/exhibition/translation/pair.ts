import { type Language, languages } from '../../i18n/languages.ts'
import type { Pair } from './state.ts'

/** Which language is translated into which, as an address says it; else the event's first into its second. */
export function pairIn(search: URLSearchParams, among: readonly Language[]): Pair {
  const isOne = (given: string | null) => among.find((language) => language === given)
  const from = isOne(search.get('from')) ?? among[0] ?? languages[0]
  const asked = isOne(search.get('to'))
  const to = asked && asked !== from ? asked : (among.find((language) => language !== from) ?? from)
  return { from, to }
}

export function pairQuery({ from, to }: Pair): string {
  return `from=${from}&to=${to}`
}
