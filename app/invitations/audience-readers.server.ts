import { and, eq, inArray, or, sql } from 'drizzle-orm'
import type { Language } from '#app/i18n/languages.ts'
import type { Reader } from '#db/client.server.ts'
import { organisations, personEmails } from '#db/schema/directory.server.ts'
import { attendees, invitations } from '#db/schema/invitations.server.ts'
import type { Enclosing, MailingKind } from '#db/schema/mail.server.ts'
import { mailingPicks } from '#db/schema/mailing-picks.server.ts'
import type { Audience } from './audience.ts'

/** Whose guests: those of a mailing who have not got it yet. */
export type MailingAudience = {
  id: string
  kind: MailingKind
  audience: Audience
  enclosing?: Enclosing | null
}
/** A mailing as far as its readers go; without an id nobody was chosen for it. */
export type Addressing = Omit<MailingAudience, 'id'> & { id?: string }

/** Whether a letter goes to those whom others have named, who are readers of their own under one invitation. */
export const isToNamed = ({ audience }: { audience: Audience }) =>
  audience.side === 'delegates' && !audience.isChosen

// A person's own address, as invited or as the directory has it now; never the institution's general one.
const invitedAddress = sql<
  string | null
>`coalesce(${attendees.email}, ${personEmails.address}, case when ${invitations.personId} is null then ${organisations.email} end)`
const namedAddress = sql<string | null>`${attendees.email}`
// Among those chosen are both.
const isNamed = inArray(attendees.source, ['delegation', 'substitute'])
const chosenAddress = sql<
  string | null
>`case when ${isNamed} then ${attendees.email} else ${invitedAddress} end`

/** Where a reader's mail goes. */
export function addressOf(mailing: { audience: Audience }) {
  if (mailing.audience.isChosen) return chosenAddress
  return isToNamed(mailing) ? namedAddress : invitedAddress
}

/** Which language a reader is written to in. */
export function languageOf(mailing: { audience: Audience }) {
  if (!mailing.audience.isChosen) return isToNamed(mailing) ? attendees.language : invitations.language
  return sql<Language>`case when ${isNamed} then ${attendees.language} else ${invitations.language} end`
}

const itsPerson = and(eq(attendees.invitationId, invitations.id), eq(attendees.source, 'invitation'))
const itsNamed = and(
  eq(attendees.invitationId, invitations.id),
  inArray(attendees.source, ['delegation', 'substitute']),
  // Whoever is only proposed is not written to: the organiser may say no.
  inArray(attendees.seat, ['delegate', 'alternate']),
)
export const firstAddress = and(eq(personEmails.personId, invitations.personId), eq(personEmails.rank, 0))

/** The attendee behind a reader: whom the invitation is for, or one of those named on it, or whoever was chosen. */
export function itsReader(read: Reader, mailing: { id?: string; audience: Audience }) {
  if (!mailing.audience.isChosen) return isToNamed(mailing) ? itsNamed : itsPerson
  return and(or(itsPerson, itsNamed), inArray(attendees.id, picked(read, mailing)))
}

/** Whom the mailing was begun for, by the ids of attendees and of silent institutions' invitations. */
export function picked(read: Reader, { id }: { id?: string }) {
  return read
    .select({ id: mailingPicks.readerId })
    .from(mailingPicks)
    .where(eq(mailingPicks.mailingId, id ?? ''))
}
