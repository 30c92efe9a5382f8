import { and, eq, inArray, isNull, ne, notInArray, or, sql } from 'drizzle-orm'
import type { Reader } from '#db/client.server.ts'
import { agendaRoles, speakers } from '#db/schema/agenda.server.ts'
import { attendees } from '#db/schema/invitations.server.ts'
import type { Subject } from './subject.server.ts'

type Known = Pick<Subject, 'eventIds' | 'attendeeIds' | 'personId' | 'words'>

/**
 * The speakers of these events who are this person: by their record, and where the agenda has a name alone, by the
 * address. Where somebody else has the same address, a ministry's mailbox, the name has to be theirs too.
 */
export async function speakersOf(read: Reader, known: Known) {
  const { eventIds, attendeeIds, personId, words } = known
  const addresses = words.filter((word) => word.includes('@')).map((word) => word.toLowerCase())
  const isWritten = and(isNull(speakers.attendeeId), isNull(speakers.personId))
  const rows = await read
    .select()
    .from(speakers)
    .where(
      and(
        inArray(speakers.eventId, eventIds),
        or(
          inArray(speakers.attendeeId, attendeeIds),
          personId ? eq(speakers.personId, personId) : undefined,
          and(isWritten, inArray(sql`lower(${speakers.email})`, addresses)),
        ),
      ),
    )
  const shared = await readShared(read, known, addresses)
  const named = await readNamed(read, known, rows)
  return rows.filter(({ id, attendeeId, personId: person, email }) => {
    if (attendeeId || person) return true
    return !shared.has((email ?? '').toLowerCase()) || named.has(id)
  })
}

/** Of these addresses those that somebody else in the events has too. */
export async function readShared(
  read: Reader,
  { eventIds, attendeeIds, personId }: Known,
  addresses: readonly string[],
): Promise<Set<string>> {
  if (!addresses.length) return new Set()
  const rows = await read
    .select({ email: attendees.email })
    .from(attendees)
    .where(
      and(
        inArray(attendees.eventId, eventIds),
        inArray(sql`lower(${attendees.email})`, [...addresses]),
        notInArray(attendees.id, attendeeIds),
        personId ? or(isNull(attendees.personId), ne(attendees.personId, personId)) : undefined,
      ),
    )
  return new Set(rows.map(({ email }) => (email ?? '').toLowerCase()))
}

/** Of these speakers those who bear one of the person's names. */
async function readNamed(
  read: Reader,
  { words }: Known,
  rows: readonly { id: string }[],
): Promise<Set<string>> {
  const names = new Set(words.map((word) => word.toLowerCase()))
  const roles = await read
    .select({ speakerId: agendaRoles.speakerId, names: agendaRoles.names })
    .from(agendaRoles)
    .where(
      inArray(
        agendaRoles.speakerId,
        rows.map(({ id }) => id),
      ),
    )
  const isTheirs = (given: (typeof roles)[number]['names']) =>
    Object.values(given).some((script) => names.has((script?.full ?? '').trim().toLowerCase()))
  return new Set(
    roles.flatMap(({ speakerId, names: given }) => (speakerId && isTheirs(given) ? speakerId : [])),
  )
}
