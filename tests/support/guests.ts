import type { GivenAnswer, NamedPerson, Reply } from '#app/answers/rules.ts'
import { findInvitationByToken, type GuestScope } from '#app/answers/scope.server.ts'
import { fold } from '#app/directory/fold.ts'
import type { Language, Localized } from '#app/i18n/languages.ts'
import { writeGuestWords } from '#app/invitations/guest-words.server.ts'
import { answerToken, tokenHash } from '#app/invitations/token.server.ts'
import type { Database } from '#db/client.server.ts'
import { newId } from '#db/id.server.ts'
import { type OrganisationKind, organisations, persons } from '#db/schema/directory.server.ts'
import { attendances, attendees, invitationParts, invitations } from '#db/schema/invitations.server.ts'
import { now } from './builders.ts'

export const site = { appUrl: 'https://majlis.example', secret: 'test-secret-test-secret-test-secret' }

type EventGiven = { id: string; officeId: string; meeting: { id: string } }
type GuestGiven = {
  name?: string
  email?: string | null
  language?: Language
  organisationId?: string
  honorific?: Localized
  position?: Localized
  state?: 'draft' | 'sent' | 'revoked'
  policy?: 'bound' | 'substitute' | 'open'
  parts?: string[]
}

/** A person invited to the meeting by a mail that has been sent, who has not answered. */
export async function aGuest(database: Database, event: EventGiven, given: GuestGiven = {}) {
  const { name = 'Ali Hassan', language = 'en', state = 'sent' } = given
  const [personId, attendeeId] = [newId(), newId()]
  const email = given.email === undefined ? 'ali@guest.example' : given.email
  const searchKey = fold(name)
  const shared = {
    honorific: given.honorific ?? { en: 'H.E.' },
    names: { latin: { full: name } },
    position: given.position ?? { en: 'Director General of Planning' },
    phone: null,
    language,
    searchKey,
    sortKey: searchKey,
    createdAt: now,
    updatedAt: now,
  }
  const person = {
    ...shared,
    id: personId,
    officeId: event.officeId,
    organisationId: given.organisationId ?? null,
    tags: [],
  }
  const invitation = anInvitation(event, {
    ...{ personId, language, state, seats: 1, alternates: 0, policy: given.policy ?? 'bound' },
  })
  const attendee = {
    ...shared,
    id: attendeeId,
    eventId: event.id,
    invitationId: invitation.id,
    personId,
    organisationId: given.organisationId ?? null,
    source: 'invitation' as const,
    organisationName: { en: 'Ninewa Governorate' },
    email,
    needs: {},
  }
  const invited = given.parts ?? [event.meeting.id]
  await database.write(async (tx) => {
    await tx.insert(persons).values(person)
    await tx.insert(invitations).values(invitation)
    await tx.insert(attendees).values(attendee)
    await writeGuestWords(tx, [attendee])
    await tx
      .insert(attendances)
      .values(
        invited.map((partId) => ({ attendeeId, partId, eventId: event.id, status: 'invited' as const })),
      )
  })
  return { ...(await held(database, invitation)), attendeeId, personId }
}

type InstitutionGiven = {
  name?: string
  kind?: OrganisationKind
  email?: string | null
  language?: Language
  seats?: number
  alternates?: number
}

/** A ministry invited to the meeting with two seats and one alternate, which has not answered. */
export async function anInstitution(database: Database, event: EventGiven, given: InstitutionGiven = {}) {
  const { name = 'Ministry of Migration', language = 'en', seats = 2, alternates = 1 } = given
  const organisationId = newId()
  const organisation = {
    id: organisationId,
    officeId: event.officeId,
    kind: given.kind ?? ('ministry' as const),
    name: { en: name },
    aliases: [],
    email: given.email === undefined ? 'office@ministry.example' : given.email,
    tags: [],
    searchKey: fold(name),
    sortKey: fold(name),
    createdAt: now,
    updatedAt: now,
  }
  const invitation = anInvitation(event, { organisationId, language, state: 'sent', seats, alternates })
  await database.write(async (tx) => {
    await tx.insert(organisations).values(organisation)
    await tx.insert(invitations).values(invitation)
    await tx.insert(invitationParts).values({ invitationId: invitation.id, partId: event.meeting.id })
  })
  return { ...(await held(database, invitation)), organisationId }
}

function anInvitation(
  event: EventGiven,
  given: Pick<typeof invitations.$inferInsert, 'language' | 'state' | 'seats' | 'alternates'> &
    Partial<typeof invitations.$inferInsert>,
) {
  const id = newId()
  const token = answerToken(site.secret, id, 1)
  const row = {
    id,
    eventId: event.id,
    policy: 'bound' as const,
    tokenHash: tokenHash(token),
    createdAt: now,
    updatedAt: now,
    ...given,
  }
  return row
}

async function held(database: Database, { id }: { id: string }) {
  const token = answerToken(site.secret, id, 1)
  const scope = await findInvitationByToken(database.read, token)
  return { id, token, scope: scope as GuestScope }
}

/** An answer to one part, as the page sends it. */
export function anAnswer(partId: string, reply: Reply, given: Partial<GivenAnswer> = {}): GivenAnswer {
  return { requestId: newId(), replies: [{ partId, reply, reason: '' }], language: 'en', ...given }
}

/** Somebody an institution names for the first time. */
export function aDelegate(name: string, given: Partial<NamedPerson> = {}): NamedPerson {
  const id = newId()
  const isArabic = /\p{Script=Arabic}/u.test(name)
  return {
    ...{ id: '', spareId: id, seat: 'delegate', place: null, seen: null, isHead: false, isRemoved: false },
    ...{ latin: isArabic ? '' : name, arabic: isArabic ? name : '', honorific: '', position: 'Adviser' },
    ...{ email: '', phone: '', language: '' },
    ...given,
  }
}

/** The row of somebody named before, as the form shows it again, with what is changed about it. */
export function rowFor(person: NamedPerson, changed: Partial<NamedPerson> = {}): NamedPerson {
  const { latin, arabic, honorific, position, email, phone, language, seat, place, isHead } = person
  const shown = { latin, arabic, honorific, position, email, phone, seat, place, isHead }
  const seen = { ...shown, language: language || ('en' as const) }
  return { ...person, ...seen, id: person.spareId, seen, spareId: newId(), ...changed }
}
