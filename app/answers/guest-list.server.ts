import { and, asc, count, desc, eq, inArray, isNull, like, ne, or, type SQL, sql, sum } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { EventScope } from '#app/accounts/scope.server.ts'
import { foldedWords } from '#app/directory/fold.ts'
import { soundPatterns } from '#app/directory/sound.ts'
import type { Language } from '#app/i18n/languages.ts'
import type { Reader } from '#db/client.server.ts'
import { type OrganisationKind, organisations } from '#db/schema/directory.server.ts'
import { parts } from '#db/schema/events.server.ts'
import {
  type AttendanceStatus,
  attendances,
  attendees,
  invitationParts,
  invitations,
} from '#db/schema/invitations.server.ts'

export const guestsPerPage = 50

export type GuestFilter = {
  search: string
  /** Those with something on record in this part; with `status`, with this status there. */
  part: string | null
  status: AttendanceStatus | null
  kind: OrganisationKind | null
  language: Language | null
  /** Withdrawn invitations are shown only when asked for. */
  state: 'unanswered' | 'unsent' | 'withdrawn' | null
  sort: 'name' | 'answered' | 'invited'
}

/** A page of invitations as a list shows them, each with its people and where they stand. */
export async function readGuests(read: Reader, { eventId }: EventScope, filter: GuestFilter, page: number) {
  const rows = await select(read)
    .where(matching(read, eventId, filter))
    .orderBy(...order(filter.sort))
    .limit(guestsPerPage)
    .offset((page - 1) * guestsPerPage)
  return { total: rows[0]?.total ?? 0, guests: await withPeople(read, rows) }
}

/** Everybody whom the filter shows, for a spreadsheet; a thousand at a time. */
export async function* readAllGuests(read: Reader, { eventId }: EventScope, filter: GuestFilter) {
  const size = 1000
  for (let from = 0; ; from += size) {
    const rows = await select(read)
      .where(matching(read, eventId, filter))
      .orderBy(...order(filter.sort))
      .limit(size)
      .offset(from)
    yield* await withPeople(read, rows)
    if (rows.length < size) return
  }
}

export type GuestRow = Awaited<ReturnType<typeof withPeople>>[number]

/** How many invitations are in which state, and how many people have which status in one part. */
export async function readGuestCounts(read: Reader, { eventId }: EventScope, part: string | null) {
  const when = (condition: SQL | undefined) => sum(sql`case when ${condition} then 1 else 0 end`)
  const live = ne(invitations.state, 'revoked')
  const [[states], statuses] = await Promise.all([
    read
      .select({
        all: when(live),
        unanswered: when(and(live, isNull(invitations.answeredAt))),
        unsent: when(eq(invitations.state, 'draft')),
        withdrawn: when(eq(invitations.state, 'revoked')),
      })
      .from(invitations)
      .where(eq(invitations.eventId, eventId)),
    read
      .select({ status: attendances.status, n: count() })
      .from(attendances)
      .innerJoin(parts, and(eq(parts.id, attendances.partId), eq(parts.eventId, eventId)))
      .where(eq(attendances.partId, part ?? ''))
      .groupBy(attendances.status),
  ])
  return {
    all: Number(states?.all ?? 0),
    unanswered: Number(states?.unanswered ?? 0),
    unsent: Number(states?.unsent ?? 0),
    withdrawn: Number(states?.withdrawn ?? 0),
    status: Object.fromEntries(statuses.map(({ status, n }) => [status, Number(n)])) as Partial<
      Record<AttendanceStatus, number>
    >,
  }
}

/** The parts a list of guests can be looked at by: those one is invited to first. */
export function readGuestParts(read: Reader, { eventId }: EventScope) {
  return read
    .select({ id: parts.id, name: parts.name, audience: parts.audience, capacity: parts.capacity })
    .from(parts)
    .where(eq(parts.eventId, eventId))
    .orderBy(asc(parts.audience), asc(parts.position))
}

// The person an invitation is for; an organisation's delegates are read with the page.
const guest = alias(attendees, 'guest')

function select(read: Reader) {
  return read
    .select({
      id: invitations.id,
      organisationId: invitations.organisationId,
      state: invitations.state,
      language: invitations.language,
      seats: invitations.seats,
      answeredAt: invitations.answeredAt,
      message: invitations.message,
      wrongRecipientAt: invitations.wrongRecipientAt,
      organisation: { name: organisations.name, kind: organisations.kind },
      total: sql<number>`count(*) over ()`.mapWith(Number),
    })
    .from(invitations)
    .leftJoin(guest, and(eq(guest.invitationId, invitations.id), eq(guest.source, 'invitation')))
    .leftJoin(
      organisations,
      eq(organisations.id, sql`coalesce(${invitations.organisationId}, ${guest.organisationId})`),
    )
    .$dynamic()
}

function order(sort: GuestFilter['sort']): SQL[] {
  const name = sql`coalesce(${guest.sortKey}, ${organisations.sortKey})`
  if (sort === 'invited') return [desc(invitations.createdAt), desc(invitations.id)]
  if (sort === 'name') return [asc(name), asc(invitations.id)]
  const unanswered = sql`case when ${invitations.answeredAt} is null then 1 else 0 end`
  return [asc(unanswered), desc(invitations.answeredAt), asc(invitations.id)]
}

function matching(read: Reader, eventId: string, filter: GuestFilter): SQL | undefined {
  return and(
    eq(invitations.eventId, eventId),
    inState(filter.state),
    filter.language ? eq(invitations.language, filter.language) : undefined,
    filter.kind ? eq(organisations.kind, filter.kind) : undefined,
    named(read, eventId, filter.search),
    standing(read, eventId, filter),
  )
}

function inState(state: GuestFilter['state']): SQL | undefined {
  if (state === 'withdrawn') return eq(invitations.state, 'revoked')
  if (state === 'unsent') return eq(invitations.state, 'draft')
  const live = ne(invitations.state, 'revoked')
  return state === 'unanswered' ? and(live, isNull(invitations.answeredAt)) : live
}

/** Every word must be found in a guest's or delegate's name and text, as spelled or as it sounds, or in an institution's. */
function named(read: Reader, eventId: string, search: string): SQL | undefined {
  const words = foldedWords(search)
  if (!words.length) return undefined
  const people = read
    .select({ id: attendees.invitationId })
    .from(attendees)
    .leftJoin(organisations, eq(organisations.id, attendees.organisationId))
    .where(and(eq(attendees.eventId, eventId), ...words.map(inPerson)))
  return or(inArray(invitations.id, people), and(...words.map(inOrganisation)))
}

function inPerson(word: string): SQL | undefined {
  const sounds = soundPatterns(word)
  return or(
    like(attendees.searchKey, `%${word}%`),
    sounds.length ? and(...sounds.map((pattern) => like(attendees.searchKey, pattern))) : undefined,
    inOrganisation(word),
  )
}

function inOrganisation(word: string): SQL {
  return like(organisations.searchKey, `%${word}%`)
}

function standing(read: Reader, eventId: string, { part, status }: GuestFilter): SQL | undefined {
  if (!status) return undefined
  const people = read
    .select({ id: attendees.invitationId })
    .from(attendances)
    .innerJoin(attendees, eq(attendees.id, attendances.attendeeId))
    .where(
      and(
        eq(attendances.eventId, eventId),
        eq(attendances.status, status),
        part ? eq(attendances.partId, part) : undefined,
      ),
    )
  return inArray(invitations.id, people)
}

async function withPeople(read: Reader, rows: Awaited<ReturnType<typeof select>>) {
  const ids = rows.map(({ id }) => id)
  const [people, own] = await Promise.all([
    read
      .select({
        invitationId: attendees.invitationId,
        id: attendees.id,
        source: attendees.source,
        seat: attendees.seat,
        isHead: attendees.isHead,
        honorific: attendees.honorific,
        names: attendees.names,
        position: attendees.position,
        organisationName: attendees.organisationName,
        email: attendees.email,
        phone: attendees.phone,
        needs: attendees.needs,
        attendance: {
          partId: attendances.partId,
          status: attendances.status,
          reason: attendances.reason,
          via: attendances.answeredVia,
          at: attendances.answeredAt,
        },
      })
      .from(attendees)
      .leftJoin(attendances, eq(attendances.attendeeId, attendees.id))
      .where(and(inArray(attendees.invitationId, ids), ne(attendees.seat, 'removed')))
      .orderBy(asc(attendees.rank), asc(attendees.id)),
    read.select().from(invitationParts).where(inArray(invitationParts.invitationId, ids)),
  ])
  const byInvitation = Map.groupBy(people, ({ invitationId }) => invitationId)
  return rows.map((row) => ({
    ...row,
    own: own.filter(({ invitationId }) => row.organisationId && invitationId === row.id),
    people: [...Map.groupBy(byInvitation.get(row.id) ?? [], ({ id }) => id).values()].flatMap(
      ([person, ...more]) =>
        person
          ? [{ ...person, attendances: [person, ...more].flatMap(({ attendance }) => attendance ?? []) }]
          : [],
    ),
  }))
}
