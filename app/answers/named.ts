import type { Language } from '#app/i18n/languages.ts'
import { placesLeft, wantedBy } from './delegation.ts'
import { describedAs } from './people.ts'
import type { SeenRow } from './rules.ts'
import type { Standing } from './standing.server.ts'

/*
 * Those whom an institution or a guest has named, as pages show them.
 */

type Person = Standing['people'][number]
type Attendance = Pick<Standing['attendances'][number], 'partId' | 'status' | 'isOwnWord' | 'offerUntil'>

function shown(person: Person, { attendances }: Standing) {
  const { id, seat, honorific, names, position, email, phone, language, isHead, needs, wrongRecipientAt } =
    person
  const statuses: Attendance[] = attendances
    .filter(({ attendeeId }) => attendeeId === id)
    .map(({ partId, status, isOwnWord, offerUntil }) => ({ partId, status, isOwnWord, offerUntil }))
  return {
    ...{ id, seat, honorific, names, position, email, phone, language, isHead, needs, wrongRecipientAt },
    hasLink: person.tokenHash !== null,
    tokenVersion: person.tokenVersion,
    statuses,
  }
}

export type NamedOne = ReturnType<typeof shown>

/** A delegation in its order, with those the organiser has refused at the end; who was taken off is not shown. */
export function membersOf(standing: Standing): NamedOne[] {
  const here = standing.people.filter(({ source, seat }) => source === 'delegation' && seat !== 'removed')
  const members = here.map((person) => shown(person, standing))
  return [
    ...members.filter(({ seat }) => seat !== 'refused'),
    ...members.filter(({ seat }) => seat === 'refused'),
  ]
}

/** Who comes or was to come in a guest's place, the latest first; who was taken back is not shown. */
export function substitutesOn(standing: Standing): NamedOne[] {
  return standing.people
    .filter(({ source, seat }) => source === 'substitute' && seat !== 'removed')
    .map((person) => shown(person, standing))
    .reverse()
}

/** A row of the form that names a delegation, as it shows somebody who is on the list. */
export function rowOf(member: NamedOne, place: number, language: Language): SeenRow {
  return {
    ...describedAs(member, language),
    ...{ seat: wantedBy(member), place, isHead: member.isHead },
  }
}

/** How many an institution may still name as delegates and as alternates. */
export function placesOn(standing: Standing) {
  const { delegate, alternate } = placesLeft(standing)
  return { delegates: Math.max(0, delegate), alternates: Math.max(0, alternate) }
}
