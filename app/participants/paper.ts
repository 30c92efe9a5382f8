import { formatNumber } from '#app/i18n/format.ts'
import type { Language, Localized } from '#app/i18n/languages.ts'
import { translator } from '#app/i18n/translator.ts'
import type { OrganisationKind } from '#db/schema/directory.server.ts'
import { delegationOf, type Listed, markOf, onPaper, titledName } from './listed.ts'

type Entry = { number: string; names: string[]; positions: string[]; marks: string[] }
type Delegation = { name: string[]; entries: Entry[] }
type Group = { kind: string[] | null; delegations: Delegation[] }

/**
 * The list by kind of organisation and delegation, in the order it came in: where somebody was placed elsewhere, their
 * delegation has its heading again. Without kinds, as in an alphabetical list, it is one group.
 */
export function groupsOf(rows: readonly Listed[], languages: readonly Language[], byKind: boolean): Group[] {
  const groups: Group[] = []
  let last: Listed | null = null
  for (const [index, row] of rows.entries()) {
    const isNewKind = !last || (byKind && kindOf(last) !== kindOf(row))
    if (isNewKind) groups.push({ kind: byKind ? kindName(kindOf(row), languages) : null, delegations: [] })
    const group = groups.at(-1)
    if (isNewKind || !last || delegationOf(last) !== delegationOf(row))
      group?.delegations.push({ name: inEach(row.organisationName, languages), entries: [] })
    group?.delegations.at(-1)?.entries.push(entryOf(row, index + 1, languages))
    last = row
  }
  return groups
}

const kindOf = ({ kind }: Listed): OrganisationKind => kind ?? 'other'

function kindName(kind: OrganisationKind, languages: readonly Language[]): string[] {
  return languages.map((language) => translator(language)(`guests:kind.${kind}`))
}

function entryOf(row: Listed, number: number, languages: readonly Language[]): Entry {
  const mark = markOf(row)
  return {
    number: formatNumber(number, languages[0] ?? 'en'),
    names: languages.map((language) => titledName(row, language)),
    positions: inEach(row.position, languages),
    marks: languages.map((language) => (mark ? translator(language)(`participants:mark.${mark}`) : '')),
  }
}

function inEach(text: Localized, languages: readonly Language[]): string[] {
  return languages.map((language) => onPaper(text, language))
}

/** Where to sit around a table whose middle is the host's: on the right, on the left, and so on outwards. */
export type Seat = { side: 'middle' | 'right' | 'left'; number: number }

/**
 * The seats of people in order: the first of the host has the middle, the first guest the place at their right, which is
 * the place of honour, the second the one at their left, and so on. Without a host the first guest has the middle.
 */
export function seatsOf(rows: readonly Listed[]): Map<string, Seat> {
  const host = rows.find(({ kind }) => kind === 'host') ?? rows[0]
  const others = rows.filter((row) => row !== host)
  const seats = others.map(({ id }, index): [string, Seat] => [
    id,
    { side: index % 2 === 0 ? 'right' : 'left', number: Math.floor(index / 2) + 1 },
  ])
  return new Map(host ? [[host.id, { side: 'middle', number: 0 }], ...seats] : seats)
}
