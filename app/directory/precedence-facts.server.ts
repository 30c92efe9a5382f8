import { and, asc, eq, gt, inArray, type SQL } from 'drizzle-orm'
import type { Reader } from '#db/client.server.ts'
import { organisations, persons } from '#db/schema/directory.server.ts'
import { events } from '#db/schema/events.server.ts'
import { attendees } from '#db/schema/invitations.server.ts'
import { eventPrecedence, officePrecedence, precedencePlaces } from '#db/schema/precedence.server.ts'
import { localize } from '../i18n/languages.ts'
import { fold } from './fold.ts'
import {
  type Place,
  type Protocol,
  type RankedOrganisation,
  type RankedPerson,
  usualKinds,
} from './precedence.ts'

type Office = Pick<typeof officePrecedence.$inferSelect, 'kinds' | 'substitutes'>

/** How an office orders its guests, as usage has it where it has said nothing. */
export async function readOfficeOrder(read: Reader, officeId: string): Promise<Office> {
  const [row] = await read.select().from(officePrecedence).where(eq(officePrecedence.officeId, officeId))
  return { kinds: complete(row?.kinds), substitutes: row?.substitutes ?? 'own' }
}

/** Every kind once: one that came with a later version stands where usage has it, at the end. */
export function complete(kinds: Office['kinds'] = []): Office['kinds'] {
  return [...kinds, ...usualKinds.filter((kind) => !kinds.includes(kind))]
}

/** All that the order of an event's attendees depends on beside themselves. `isOwn`: the event has its own order of kinds. */
export async function readProtocol(
  read: Reader,
  { eventId, officeId }: { eventId: string; officeId: string },
): Promise<Protocol & { isOwn: boolean }> {
  const [office, [own], places] = await Promise.all([
    readOfficeOrder(read, officeId),
    read.select().from(eventPrecedence).where(eq(eventPrecedence.eventId, eventId)),
    read.select().from(precedencePlaces).where(eq(precedencePlaces.eventId, eventId)),
  ])
  const placesOf = (subject: 'organisation' | 'attendee') =>
    new Map<string, Place>(places.filter((one) => one.subject === subject).map((one) => [one.subjectId, one]))
  const anchorsOf = (subject: 'organisation' | 'attendee') =>
    places.flatMap((one) => (one.subject === subject && one.anchorId ? one.anchorId : []))
  const [people, organisationRows] = await Promise.all([
    readAnchors(read, eventId, anchorsOf('attendee')),
    readOrganisations(read, officeId, anchorsOf('organisation')),
  ])
  return {
    kinds: own ? complete(own.kinds) : office.kinds,
    substitutes: office.substitutes,
    organisationPlaces: placesOf('organisation'),
    personPlaces: placesOf('attendee'),
    organisations: organisationRows,
    people,
    isOwn: own !== undefined,
  }
}

/** Attendees of an event as the order sees them, by id. */
export async function readRanked(
  read: Reader,
  eventId: string,
  { where, after, size }: { where?: SQL | undefined; after?: string; size?: number },
): Promise<RankedPerson[]> {
  const query = read
    .select({
      id: attendees.id,
      organisationId: organisations.id,
      kind: organisations.kind,
      organisationRank: organisations.precedence,
      organisationKey: organisations.sortKey,
      organisationName: attendees.organisationName,
      isHead: attendees.isHead,
      seat: attendees.seat,
      source: attendees.source,
      substituteFor: attendees.substituteFor,
      precedence: persons.precedence,
      position: attendees.position,
      rank: attendees.rank,
      name: attendees.sortKey,
    })
    .from(attendees)
    .leftJoin(organisations, eq(organisations.id, attendees.organisationId))
    .leftJoin(persons, eq(persons.id, attendees.personId))
    .where(and(eq(attendees.eventId, eventId), where, after ? gt(attendees.id, after) : undefined))
    .orderBy(asc(attendees.id))
    .$dynamic()
  const rows = await (size ? query.limit(size) : query)
  return rows.map(
    ({ organisationId, kind, organisationRank, organisationKey, organisationName, source, ...row }) => ({
      ...row,
      isSubstitute: source === 'substitute',
      organisation: organisationId
        ? {
            id: organisationId,
            kind: kind ?? 'other',
            precedence: organisationRank,
            name: organisationKey ?? '',
          }
        : { id: null, kind: 'other', precedence: null, name: fold(localize(organisationName, 'en')) },
    }),
  )
}

/** Those that others were placed beside, with whom they stand in for. */
async function readAnchors(read: Reader, eventId: string, ids: string[]) {
  const anchors = ids.length ? await readRanked(read, eventId, { where: inArray(attendees.id, ids) }) : []
  return withGuests(read, eventId, anchors)
}

/** These people and, in the map as well, whom they come in place of. */
export async function withGuests(
  read: Reader,
  eventId: string,
  people: readonly RankedPerson[],
): Promise<Map<string, RankedPerson>> {
  const ids = [...new Set(people.flatMap(({ substituteFor }) => substituteFor ?? []))]
  const guests = ids.length ? await readRanked(read, eventId, { where: inArray(attendees.id, ids) }) : []
  return new Map([...guests, ...people].map((person) => [person.id, person]))
}

async function readOrganisations(read: Reader, officeId: string, ids: string[]) {
  if (!ids.length) return new Map<string, RankedOrganisation>()
  const rows = await read
    .select({
      id: organisations.id,
      kind: organisations.kind,
      precedence: organisations.precedence,
      name: organisations.sortKey,
    })
    .from(organisations)
    .where(and(eq(organisations.officeId, officeId), inArray(organisations.id, ids)))
  return new Map<string, RankedOrganisation>(rows.map((row) => [row.id, row]))
}

/** Whose key may change with those of these attendees: themselves, who was placed, and who stands in for one of them. */
export async function followers(read: Reader, protocol: Protocol, ids: readonly string[]): Promise<string[]> {
  const named = [...new Set([...ids, ...protocol.personPlaces.keys()])]
  if (protocol.substitutes === 'own') return named
  const substitutes = await read
    .select({ id: attendees.id })
    .from(attendees)
    .where(inArray(attendees.substituteFor, named))
  return [...new Set([...named, ...substitutes.map(({ id }) => id)])]
}

/** The office of an event. */
export async function officeOf(read: Reader, eventId: string): Promise<string> {
  const [event] = await read.select({ officeId: events.officeId }).from(events).where(eq(events.id, eventId))
  if (!event) throw new Error(`No event ${eventId}`)
  return event.officeId
}
