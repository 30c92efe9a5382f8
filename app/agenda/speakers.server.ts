import { and, asc, eq, gt, inArray } from 'drizzle-orm'
import type { Reader } from '#db/client.server.ts'
import { agendaItems, agendaRoles, speakers } from '#db/schema/agenda.server.ts'
import { personEmails, persons } from '#db/schema/directory.server.ts'
import { attendees } from '#db/schema/invitations.server.ts'
import type { Language } from '../i18n/languages.ts'
import { type SpeakerState, speakerKey, speakerState } from './speakers.ts'

type Row = Awaited<ReturnType<typeof readRoles>>[number]

/** Everybody with a role in the agenda, each once with all their roles, in the order in which they first take part. */
export type ListedSpeaker = {
  /** Told apart by it within the event. */
  key: string
  /** Null before they have a link of their own. */
  speaker: {
    id: string
    tokenVersion: number
    askedAt: Date | null
    remindedFor: string | null
    thankedAt: Date | null
  } | null
  personId: string | null
  attendeeId: string | null
  holder: Pick<Row['role'], 'honorific' | 'names' | 'position' | 'organisationName'>
  email: string | null
  language: Language | null
  state: SpeakerState
  roles: {
    id: string
    itemId: string
    partId: string
    role: Row['role']['role']
    title: Row['title']
    startsAt: Date
    endsAt: Date
    confirmation: Row['role']['confirmation']
    answeredAt: Date | null
    reason: string
  }[]
}

/** Breaks and unscheduled items are left out of nothing: whoever has a role in what has a time is listed. */
export async function readSpeakers(read: Reader, eventId: string): Promise<ListedSpeaker[]> {
  const rows = await readRoles(read, eventId)
  const addresses = await readAddresses(read, rows)
  return [...Map.groupBy(rows, (row) => speakerKey(whoIs(row)))].flatMap(([key, theirs]) => {
    const [first] = theirs
    return first ? [listed(key, first, theirs, addresses)] : []
  })
}

/** How many roles in what is still to come their speaker declined: somebody else has to be found for them. */
export function countDeclinedRoles(read: Reader, eventId: string, now: Date): Promise<number> {
  const toCome = read
    .select({ id: agendaItems.id })
    .from(agendaItems)
    .where(
      and(eq(agendaItems.eventId, eventId), eq(agendaItems.isScheduled, true), gt(agendaItems.startsAt, now)),
    )
  return read.$count(
    agendaRoles,
    and(
      eq(agendaRoles.eventId, eventId),
      eq(agendaRoles.confirmation, 'declined'),
      inArray(agendaRoles.itemId, toCome),
    ),
  )
}

function readRoles(read: Reader, eventId: string) {
  return read
    .select({
      role: agendaRoles,
      title: agendaItems.title,
      partId: agendaItems.partId,
      startsAt: agendaItems.startsAt,
      endsAt: agendaItems.endsAt,
      speaker: {
        id: speakers.id,
        email: speakers.email,
        language: speakers.language,
        tokenVersion: speakers.tokenVersion,
        askedAt: speakers.askedAt,
        remindedFor: speakers.remindedFor,
        thankedAt: speakers.thankedAt,
      },
      guest: {
        personId: attendees.personId,
        email: attendees.email,
        language: attendees.language,
      },
      personLanguage: persons.language,
    })
    .from(agendaRoles)
    .innerJoin(agendaItems, eq(agendaItems.id, agendaRoles.itemId))
    .leftJoin(speakers, eq(speakers.id, agendaRoles.speakerId))
    .leftJoin(attendees, eq(attendees.id, agendaRoles.attendeeId))
    .leftJoin(persons, eq(persons.id, agendaRoles.personId))
    .where(and(eq(agendaRoles.eventId, eventId), eq(agendaItems.isScheduled, true)))
    .orderBy(asc(agendaItems.startsAt), asc(agendaItems.position), asc(agendaRoles.rank), asc(agendaRoles.id))
}

function whoIs({ role, guest }: Row) {
  return { ...role, personId: role.personId ?? guest?.personId ?? null }
}

/** The address of the directory that is written to, by person. */
async function readAddresses(read: Reader, rows: readonly Row[]): Promise<Map<string, string>> {
  const ids = [...new Set(rows.flatMap((row) => whoIs(row).personId ?? []))]
  if (!ids.length) return new Map()
  const found = await read
    .select({ personId: personEmails.personId, address: personEmails.address })
    .from(personEmails)
    .where(and(inArray(personEmails.personId, ids), eq(personEmails.rank, 0)))
  return new Map(found.map(({ personId, address }) => [personId, address]))
}

function listed(
  key: string,
  first: Row,
  theirs: readonly Row[],
  addresses: ReadonlyMap<string, string>,
): ListedSpeaker {
  const known = theirs.find(({ speaker }) => speaker)?.speaker ?? null
  const guest = theirs.find((row) => row.guest)?.guest ?? null
  const personId = theirs.map((row) => whoIs(row).personId).find(Boolean) ?? null
  const { honorific, names, position, organisationName } = first.role
  return {
    key,
    speaker: known && {
      ...{ id: known.id, tokenVersion: known.tokenVersion, askedAt: known.askedAt },
      ...{ remindedFor: known.remindedFor, thankedAt: known.thankedAt },
    },
    personId,
    attendeeId: theirs.map(({ role }) => role.attendeeId).find(Boolean) ?? null,
    holder: { honorific, names, position, organisationName },
    email: known?.email ?? guest?.email ?? (personId ? (addresses.get(personId) ?? null) : null),
    language: known?.language ?? guest?.language ?? first.personLanguage,
    state: speakerState(theirs.map(({ role }) => role.confirmation)),
    roles: theirs.map(({ role, title, partId, startsAt, endsAt }) => ({
      ...{ id: role.id, itemId: role.itemId, partId, role: role.role, title, startsAt, endsAt },
      ...{ confirmation: role.confirmation, answeredAt: role.answeredAt, reason: role.reason },
    })),
  }
}
