import {
  and,
  asc,
  count,
  eq,
  exists,
  inArray,
  isNotNull,
  ne,
  notExists,
  or,
  type SQL,
  sql,
} from 'drizzle-orm'
import type { EventScope } from '#app/accounts/scope.server.ts'
import type { Language } from '#app/i18n/languages.ts'
import { isMailAddress } from '#app/mail/address.ts'
import type { Reader } from '#db/client.server.ts'
import { organisations, personEmails } from '#db/schema/directory.server.ts'
import { attendances, attendees, invitationParts, invitations } from '#db/schema/invitations.server.ts'
import { messages } from '#db/schema/mail.server.ts'
import type { LetterGuest } from './letter.ts'
import type { Audience } from './rules.ts'

/** Whose guests: those of a mailing who have not got it yet. */
export type MailingAudience = { id: string; audience: Audience }

export type Recipient = LetterGuest & {
  invitationId: string
  organisationId: string | null
  tokenVersion: number
  attendeeId: string | null
  /** Null when there is no address a mail could go to. */
  email: string | null
}

/** The guests a mailing would go to, in the order of their names: all, or one page of them. */
export async function readRecipients(
  read: Reader,
  scope: EventScope,
  mailing: MailingAudience,
  page?: { size: number; number: number },
): Promise<Recipient[]> {
  const query = guests(read)
    .where(and(...inAudience(read, scope, mailing)))
    .orderBy(asc(sql`coalesce(${attendees.sortKey}, ${organisations.sortKey})`), asc(invitations.id))
    .$dynamic()
  const rows = await (page ? query.limit(page.size).offset((page.number - 1) * page.size) : query)
  const few = page ? rows.map(({ id }) => id) : null
  const invitedTo = await readInvitedParts(read, scope, few)
  return rows.map((row) => recipientOf(row, invitedTo.get(row.id) ?? []))
}

/** One guest of this event; null when there is no such invitation, or it was withdrawn. */
export async function readRecipient(
  read: Reader,
  scope: EventScope,
  invitationId: string,
): Promise<Recipient | null> {
  const [row] = await guests(read).where(and(...isLive(scope), eq(invitations.id, invitationId)))
  if (!row) return null
  const invitedTo = await readInvitedParts(read, scope, [invitationId])
  return recipientOf(row, invitedTo.get(invitationId) ?? [])
}

/** How many a mailing would go to, how many of them have no address, and how many read which language. */
export async function countAudience(read: Reader, scope: EventScope, mailing: MailingAudience) {
  const hasAddress = sql<number>`case when coalesce(${address}, '') = '' then 0 else 1 end`
  const rows = await read
    .select({ language: invitations.language, hasAddress, count: count() })
    .from(invitations)
    .leftJoin(attendees, itsPerson)
    .leftJoin(organisations, itsOrganisation)
    .leftJoin(personEmails, firstAddress)
    .where(and(...inAudience(read, scope, mailing)))
    .groupBy(invitations.language, hasAddress)
  const sum = (some: typeof rows) => some.reduce((total, row) => total + Number(row.count), 0)
  const withAddress = rows.filter((row) => Number(row.hasAddress) === 1)
  return {
    total: sum(rows),
    reachable: sum(withAddress),
    byLanguage: withAddress.map(({ language, count }) => ({ language, count: Number(count) })),
  }
}

/** Guests that no mail reaches, for the list that leads to their links. */
export async function readUnreachable(
  read: Reader,
  scope: EventScope,
  mailing: MailingAudience,
  size: number,
) {
  const rows = await guests(read)
    .where(and(...inAudience(read, scope, mailing), sql`coalesce(${address}, '') = ''`))
    .orderBy(asc(sql`coalesce(${attendees.sortKey}, ${organisations.sortKey})`), asc(invitations.id))
    .limit(size)
  return rows.map((row) => recipientOf(row, []))
}

/** Some guests to look at a letter as: the first few of every language, persons and institutions. */
export async function readPreviewGuests(read: Reader, scope: EventScope, among: readonly Language[]) {
  const some = await Promise.all(
    among.flatMap((language) =>
      [invitations.personId, invitations.organisationId].map((side) =>
        guests(read)
          .where(and(...isLive(scope), eq(invitations.language, language), sql`${side} is not null`))
          .orderBy(asc(sql`coalesce(${attendees.sortKey}, ${organisations.sortKey})`), asc(invitations.id))
          .limit(8),
      ),
    ),
  )
  return some.flat().map((row) => recipientOf(row, []))
}

// A person's own address, as invited or as the directory has it now; never the institution's general one.
const address = sql<
  string | null
>`coalesce(${attendees.email}, ${personEmails.address}, case when ${invitations.personId} is null then ${organisations.email} end)`

const itsPerson = and(eq(attendees.invitationId, invitations.id), eq(attendees.source, 'invitation'))
const itsOrganisation = eq(
  organisations.id,
  sql`coalesce(${invitations.organisationId}, ${attendees.organisationId})`,
)
const firstAddress = and(eq(personEmails.personId, invitations.personId), eq(personEmails.rank, 0))

function guests(read: Reader) {
  return read
    .select({
      id: invitations.id,
      personId: invitations.personId,
      organisationId: invitations.organisationId,
      tokenVersion: invitations.tokenVersion,
      language: invitations.language,
      seats: invitations.seats,
      attendeeId: attendees.id,
      honorific: attendees.honorific,
      names: attendees.names,
      position: attendees.position,
      organisationThen: attendees.organisationName,
      organisationNow: organisations.name,
      email: address,
    })
    .from(invitations)
    .leftJoin(attendees, itsPerson)
    .leftJoin(organisations, itsOrganisation)
    .leftJoin(personEmails, firstAddress)
    .$dynamic()
}

type Row = Awaited<ReturnType<typeof guests>>[number]

function recipientOf(row: Row, partIds: readonly string[]): Recipient {
  const { names, honorific, position, email } = row
  const person =
    row.personId && names ? { names, honorific: honorific ?? {}, position: position ?? {} } : null
  return {
    invitationId: row.id,
    organisationId: row.organisationId,
    tokenVersion: row.tokenVersion,
    attendeeId: row.attendeeId,
    language: row.language,
    person,
    organisationName: (person && row.organisationThen) || (row.organisationNow ?? {}),
    seats: row.seats,
    partIds,
    email: email && isMailAddress(email) ? email : null,
  }
}

function isLive(scope: EventScope): (SQL | undefined)[] {
  return [eq(invitations.eventId, scope.eventId), ne(invitations.state, 'revoked')]
}

function inAudience(read: Reader, scope: EventScope, { id, audience }: MailingAudience): (SQL | undefined)[] {
  const { who, side, partId, language, kind } = audience
  const isInvitation = eq(messages.kind, 'invitation')
  const hasLeft = inArray(messages.state, ['queued', 'sending', 'sent', 'unknown'])
  // By a mail, or by a link that somebody passed on.
  const isWrittenTo = or(eq(invitations.state, 'sent'), exists(mails(read, and(isInvitation, hasLeft))))
  return [
    ...isLive(scope),
    notExists(mails(read, eq(messages.mailingId, id))),
    who === 'unwritten'
      ? notExists(mails(read, and(isInvitation, ne(messages.state, 'withdrawn'))))
      : undefined,
    who === 'unanswered' ? and(isWrittenTo, hasPart(read, isUnanswered)) : undefined,
    side === 'persons' ? isNotNull(invitations.personId) : undefined,
    side === 'organisations' ? isNotNull(invitations.organisationId) : undefined,
    partId ? hasPart(read, isPart(partId)) : undefined,
    language ? eq(invitations.language, language) : undefined,
    kind ? eq(organisations.kind, kind) : undefined,
  ]
}

function mails(read: Reader, which: SQL | undefined) {
  return read
    .select({ id: messages.id })
    .from(messages)
    .where(and(eq(messages.invitationId, invitations.id), which))
}

type PartConditions = { attendance: SQL | undefined; invited: SQL | undefined }

const isUnanswered: PartConditions = {
  attendance: eq(attendances.status, 'invited'),
  invited: eq(invitationParts.status, 'invited'),
}

function isPart(partId: string): PartConditions {
  return {
    attendance: and(eq(attendances.partId, partId), ne(attendances.status, 'cancelled')),
    invited: eq(invitationParts.partId, partId),
  }
}

/** A person's parts stand in the attendance, an institution's in its invitation. */
function hasPart(read: Reader, { attendance, invited }: PartConditions): SQL | undefined {
  const attends = and(eq(attendances.attendeeId, attendees.id), attendance)
  const isInvited = and(eq(invitationParts.invitationId, invitations.id), invited)
  return or(
    exists(read.select({ id: attendances.partId }).from(attendances).where(attends)),
    exists(read.select({ id: invitationParts.partId }).from(invitationParts).where(isInvited)),
  )
}

/** Which parts each invitation is for: all of the event, or some of them. */
async function readInvitedParts(read: Reader, scope: EventScope, few: readonly string[] | null) {
  const among = few ? inArray(invitations.id, [...few]) : undefined
  const inEvent = and(eq(invitations.eventId, scope.eventId), among)
  const [persons, institutions] = await Promise.all([
    read
      .select({ id: invitations.id, partId: attendances.partId })
      .from(invitations)
      .innerJoin(attendees, itsPerson)
      .innerJoin(attendances, eq(attendances.attendeeId, attendees.id))
      .where(and(inEvent, ne(attendances.status, 'cancelled'))),
    read
      .select({ id: invitations.id, partId: invitationParts.partId })
      .from(invitations)
      .innerJoin(invitationParts, eq(invitationParts.invitationId, invitations.id))
      .where(inEvent),
  ])
  const partsOf = Map.groupBy([...persons, ...institutions], ({ id }) => id)
  return new Map([...partsOf].map(([id, rows]) => [id, rows.map(({ partId }) => partId)]))
}
