import { and, eq, isNull, ne, or } from 'drizzle-orm'
import type { SpeakerScope } from '#app/accounts/speaker-scope.server.ts'
import { fold } from '#app/directory/fold.ts'
import { addPerson } from '#app/directory/persons.server.ts'
import { localize } from '#app/i18n/languages.ts'
import { changeAttendees } from '#app/invitations/attendees.server.ts'
import { inviteBesides, invitePersons } from '#app/invitations/invite.server.ts'
import type { Tx } from '#db/client.server.ts'
import { agendaRoles, speakers } from '#db/schema/agenda.server.ts'
import { organisations, type PersonNames } from '#db/schema/directory.server.ts'
import { attendees, invitations } from '#db/schema/invitations.server.ts'
import { attendeeKeys } from './people.ts'

type Speaker = typeof speakers.$inferSelect
type Role = typeof agendaRoles.$inferSelect
type Making = { speaker: Speaker; role: Role; partIds: readonly string[]; secret: string; now: Date }

/**
 * The attendee who is this speaker: the one they are already, by whatever way they were invited, or one made now from
 * what the agenda says of them. Whose name stood in the agenda alone comes into the directory with it. Null where the
 * event takes no more invitations.
 */
export async function guestOfSpeaker(tx: Tx, scope: SpeakerScope, making: Making) {
  const known = await findGuest(tx, making)
  const guest = known ?? (await inviteSpeaker(tx, scope, making))
  if (!guest) return null
  if (known && known.source !== 'invitation')
    await inviteBesides(tx, { attendeeId: known.id, eventId: scope.eventId }, making.partIds)
  if (known?.source === 'invitation' && known.personId)
    await invitePersons(tx, scope, {
      ...{ personIds: [known.personId], partIds: making.partIds, policy: 'bound' },
      ...{ secret: making.secret, now: making.now },
    })
  await tx
    .update(speakers)
    .set({ attendeeId: guest.id, updatedAt: making.now })
    .where(eq(speakers.id, making.speaker.id))
  await tx
    .update(agendaRoles)
    .set({ attendeeId: guest.id })
    .where(and(eq(agendaRoles.speakerId, making.speaker.id), isNull(agendaRoles.attendeeId)))
  return guest
}

const columns = {
  id: attendees.id,
  personId: attendees.personId,
  invitationId: attendees.invitationId,
  source: attendees.source,
  names: attendees.names,
  seat: attendees.seat,
}

async function findGuest(tx: Tx, { speaker, role }: Making) {
  const personId = speaker.personId ?? role.personId
  const attendeeId = speaker.attendeeId ?? role.attendeeId
  const isKnown = or(
    attendeeId ? eq(attendees.id, attendeeId) : undefined,
    personId ? eq(attendees.personId, personId) : undefined,
    speaker.email ? eq(attendees.email, speaker.email) : undefined,
  )
  if (!isKnown) return null
  const rows = await tx
    .select(columns)
    .from(attendees)
    .innerJoin(invitations, eq(invitations.id, attendees.invitationId))
    .where(and(eq(attendees.eventId, speaker.eventId), ne(invitations.state, 'revoked'), isKnown))
  const there = rows.filter(({ seat }) => seat === 'delegate' || seat === 'alternate')
  return (
    there.find(({ id }) => id === attendeeId) ??
    there.find((row) => personId !== null && row.personId === personId) ??
    // A ministry's mailbox is shared: the address alone does not say who somebody is.
    there.find(({ names }) => isSameName(names, role.names)) ??
    null
  )
}

function isSameName(one: PersonNames, other: PersonNames): boolean {
  const same = (a: string | undefined, b: string | undefined) => Boolean(a && b && fold(a) === fold(b))
  return same(one.latin?.full, other.latin?.full) || same(one.arabic?.full, other.arabic?.full)
}

async function inviteSpeaker(tx: Tx, scope: SpeakerScope, making: Making) {
  const { speaker, role, partIds, secret, now } = making
  const known = speaker.personId ?? role.personId
  const personId = known ?? (await enterPerson(tx, scope, making))
  if (!personId) return null
  const inviting = { personIds: [personId], partIds, policy: 'bound' as const, secret, now }
  const invited = await invitePersons(tx, scope, inviting)
  if (!invited.ok) return null
  const [guest] = await tx
    .select(columns)
    .from(attendees)
    .where(
      and(
        eq(attendees.eventId, scope.eventId),
        eq(attendees.personId, personId),
        eq(attendees.source, 'invitation'),
      ),
    )
  if (guest) await asPrinted(tx, guest.id, role, known === null)
  if (guest?.invitationId)
    await tx
      // They hold a link already and answer by it: no invitation is to be sent to them.
      .update(invitations)
      .set({ state: 'sent', language: speaker.language, updatedAt: now })
      .where(and(eq(invitations.id, guest.invitationId), eq(invitations.state, 'draft')))
  return guest ?? null
}

async function enterPerson(tx: Tx, scope: SpeakerScope, { speaker, role, now }: Making) {
  const { names, honorific, position, organisationName } = role
  const [organisation] = await tx
    .select({ id: organisations.id })
    .from(organisations)
    .where(
      and(
        eq(organisations.officeId, scope.officeId),
        eq(organisations.sortKey, fold(localize(organisationName, 'en'))),
      ),
    )
    .limit(1)
  const added = await addPerson(tx, scope, {
    content: {
      ...{ names, honorific, position, organisationId: organisation?.id ?? null },
      ...{ addresses: speaker.email ? [speaker.email] : [], phone: null, language: speaker.language },
      ...{ precedence: null, tags: [], notes: '' },
    },
    now,
  })
  if (!added.ok) return null
  await tx.update(speakers).set({ personId: added.id }).where(eq(speakers.id, speaker.id))
  await tx.update(agendaRoles).set({ personId: added.id }).where(eq(agendaRoles.speakerId, speaker.id))
  return added.id
}

/** An organisation that is in no directory still stands on the badge, as the agenda prints it. */
async function asPrinted(tx: Tx, attendeeId: string, role: Role, isNew: boolean): Promise<void> {
  const [guest] = await tx.select().from(attendees).where(eq(attendees.id, attendeeId))
  if (!guest || !isNew || Object.keys(guest.organisationName).length > 0) return
  const { organisationName } = role
  await changeAttendees(tx, {
    which: eq(attendees.id, attendeeId),
    set: {
      ...{ organisationName, honorific: guest.honorific, names: guest.names, position: guest.position },
      ...{ email: guest.email, phone: guest.phone, ...attendeeKeys(guest, organisationName) },
    },
  })
}
