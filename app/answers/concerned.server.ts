import { and, asc, eq, inArray, isNotNull, isNull, ne, or } from 'drizzle-orm'
import type { AgendaChange } from '#app/agenda/changes.ts'
import type { ConcernedKind } from '#app/agenda/release-form.ts'
import type { Language } from '#app/i18n/languages.ts'
import type { Reader } from '#db/client.server.ts'
import { type PersonNames, personEmails, persons } from '#db/schema/directory.server.ts'
import { type AttendanceStatus, attendances, attendees, invitations } from '#db/schema/invitations.server.ts'

/** Somebody whom a change of the agenda concerns, with what of it. */
export type Concerned = {
  /** By what they are told apart: a mail goes to each once. */
  key: string
  attendeeId: string | null
  invitationId: string | null
  names: PersonNames
  email: string
  language: Language
  kind: ConcernedKind
  changes: AgendaChange[]
}

/** Everybody whom these changes concern and who has an address; each once, as speaker before guest. */
export async function readConcerned(
  read: Reader,
  eventId: string,
  changes: readonly AgendaChange[],
): Promise<Concerned[]> {
  const [speakers, guests] = await Promise.all([
    readSpeakers(read, eventId, changes),
    readGuests(read, eventId, changes),
  ])
  const byKey = new Map<string, Concerned>()
  for (const one of [...speakers, ...guests]) {
    const key = one.email.toLowerCase()
    const known = byKey.get(key)
    const all = changes.filter((change) => known?.changes.includes(change) || one.changes.includes(change))
    byKey.set(key, { ...(known ?? one), changes: all })
  }
  return [...byKey.values()]
}

const coming: AttendanceStatus[] = ['accepted', 'tentative', 'attended']

async function readGuests(read: Reader, eventId: string, changes: readonly AgendaChange[]) {
  const partIds = [...new Set(changes.flatMap(partsOf))]
  if (partIds.length === 0) return []
  const rows = await read
    .select({ ...guestColumns, partId: attendances.partId, status: attendances.status })
    .from(attendances)
    .innerJoin(attendees, eq(attendees.id, attendances.attendeeId))
    .leftJoin(invitations, eq(invitations.id, attendees.invitationId))
    .where(
      and(
        eq(attendees.eventId, eventId),
        inArray(attendances.partId, partIds),
        inArray(attendances.status, [...coming, 'invited']),
        isWrittenTo,
      ),
    )
    .orderBy(asc(attendees.sortKey), asc(attendees.id))
  return [...Map.groupBy(rows, ({ attendeeId }) => attendeeId).values()].flatMap((theirs): Concerned[] => {
    const [first] = theirs
    if (!first?.email) return []
    const { partId: _, status: __, ...guest } = first
    const isComing = theirs.some(({ status }) => coming.includes(status))
    const parts = new Set(
      theirs.filter(({ status }) => coming.includes(status) === isComing).map(({ partId }) => partId),
    )
    return [
      {
        ...guest,
        email: first.email,
        key: first.attendeeId,
        kind: isComing ? 'confirmed' : 'invited',
        changes: changes.filter((change) => partsOf(change).some((id) => parts.has(id))),
      },
    ]
  })
}

const guestColumns = {
  attendeeId: attendees.id,
  invitationId: attendees.invitationId,
  names: attendees.names,
  email: attendees.email,
  language: attendees.language,
}

/** An invitation that was not sent, or was withdrawn, is nobody's yet or any more. */
const isWrittenTo = and(
  isNotNull(attendees.email),
  isNull(attendees.wrongRecipientAt),
  or(isNull(attendees.invitationId), eq(invitations.state, 'sent')),
)

/** Where an item is and where it was: who came for it must know that it left. */
function partsOf({ item, facts }: AgendaChange): string[] {
  return [item.partId, ...facts.flatMap((fact) => (fact.kind === 'part' ? [fact.beforeId] : []))]
}

/** Who has, gets or loses a role in what changed: guests of the event, and persons of the directory who are none. */
async function readSpeakers(read: Reader, eventId: string, changes: readonly AgendaChange[]) {
  const roles = changes.flatMap((change) => rolesOf(change).map((role) => ({ change, role })))
  const changesOf = (isTheirs: (role: (typeof roles)[number]['role']) => boolean) => [
    ...new Set(roles.filter(({ role }) => isTheirs(role)).map(({ change }) => change)),
  ]
  const attendeeIds = [...new Set(roles.flatMap(({ role }) => role.attendeeId ?? []))]
  const personIds = [...new Set(roles.flatMap(({ role }) => role.personId ?? []))]
  const guests = await read
    .select({ ...guestColumns, personId: attendees.personId })
    .from(attendees)
    .leftJoin(invitations, eq(invitations.id, attendees.invitationId))
    .where(
      and(
        eq(attendees.eventId, eventId),
        or(inArray(attendees.id, attendeeIds), inArray(attendees.personId, personIds)),
        isWrittenTo,
      ),
    )
    .orderBy(asc(attendees.id))
  const known = new Set(guests.map(({ personId }) => personId))
  const others = await readPersons(
    read,
    personIds.filter((id) => !known.has(id)),
  )
  return [
    ...guests.flatMap(({ personId, email, ...guest }): Concerned[] => {
      const isTheirs = (role: (typeof roles)[number]['role']) =>
        role.attendeeId === guest.attendeeId || (personId !== null && role.personId === personId)
      return email
        ? [{ ...guest, email, key: guest.attendeeId, kind: 'speakers', changes: changesOf(isTheirs) }]
        : []
    }),
    ...others.map(
      ({ id, names, email, language }): Concerned => ({
        ...{ key: id, attendeeId: null, invitationId: null, names, email, kind: 'speakers' },
        language: language ?? 'en',
        changes: changesOf((role) => role.personId === id),
      }),
    ),
  ]
}

function rolesOf({ item, facts }: AgendaChange) {
  const gone = facts.flatMap((fact) =>
    fact.kind === 'roleRemoved' ? [fact.role] : fact.kind === 'roleRenamed' ? [fact.before] : [],
  )
  return [...item.roles, ...gone]
}

async function readPersons(read: Reader, ids: readonly string[]) {
  if (ids.length === 0) return []
  const rows = await read
    .select({
      id: persons.id,
      names: persons.names,
      language: persons.language,
      email: personEmails.address,
    })
    .from(persons)
    .innerJoin(personEmails, eq(personEmails.personId, persons.id))
    .where(and(inArray(persons.id, [...ids]), ne(personEmails.isFailing, true)))
    .orderBy(asc(persons.id), asc(personEmails.rank))
  return [...Map.groupBy(rows, ({ id }) => id).values()].flatMap(([first]) => first ?? [])
}
