import { and, asc, eq, inArray, ne, not, sql } from 'drizzle-orm'
import type { EventScope } from '#app/accounts/scope.server.ts'
import type { Language } from '#app/i18n/languages.ts'
import { isMailAddress } from '#app/mail/address.ts'
import type { Reader } from '#db/client.server.ts'
import { attendances, attendees, invitationParts, invitations } from '#db/schema/invitations.server.ts'
import type { MailingKind } from '#db/schema/mail.server.ts'
import { type Audience, type LeftOutReason, leftOutReasons } from './audience.ts'
import { byName, inAudience, isLive, leftOutAs, readerCounts, readers } from './audience-query.server.ts'
import { itsReader, type MailingAudience } from './audience-readers.server.ts'
import { carries } from './enclosing.server.ts'
import type { LetterGuest } from './letter.ts'

export type { MailingAudience } from './audience-readers.server.ts'

export type Recipient = LetterGuest & {
  invitationId: string
  organisationId: string | null
  tokenVersion: number
  attendeeId: string | null
  /** Null when there is no address a mail could go to. */
  email: string | null
  leftOut: LeftOutReason | null
  /** Named by somebody else: the invitation's link is not theirs. */
  isNamed: boolean
  /** Of their own link; null when they have none but the invitation's. */
  ownTokenVersion: number | null
}

/** The readers a mailing would go to, in the order of their names, with those left out: all, or one page of them. */
export async function readRecipients(
  read: Reader,
  scope: EventScope,
  mailing: MailingAudience,
  page?: { size: number; number: number },
): Promise<Recipient[]> {
  const query = readers(read, scope, mailing)
    .where(and(...inAudience(read, scope, mailing)))
    .orderBy(asc(byName), asc(invitations.id), asc(attendees.id))
  const rows = await (page ? query.limit(page.size).offset((page.number - 1) * page.size) : query)
  return withParts(read, scope, mailing, rows, page !== undefined)
}

/** Who is meant but gets no letter, with the reason: the first `size` of them by name. */
export async function readLeftOut(read: Reader, scope: EventScope, mailing: MailingAudience, size: number) {
  const rows = await readers(read, scope, mailing)
    .where(and(...inAudience(read, scope, mailing), leftOutAs(read, scope, mailing, 'some')))
    .orderBy(asc(byName), asc(invitations.id), asc(attendees.id))
    .limit(size)
  return rows.map((row) => recipientOf(row, []))
}

type One = { invitationId: string; attendeeId?: string | null }

/**
 * One reader of this event: whom an invitation is for, or with `attendeeId` somebody who was named on it. Null when
 * there is no such invitation, or it was withdrawn.
 */
export async function readRecipient(
  read: Reader,
  scope: EventScope,
  { invitationId, attendeeId }: One,
): Promise<Recipient | null> {
  for (const side of [undefined, 'delegates'] as const) {
    const about = { kind: 'announcement' as MailingKind, audience: anybody(side) }
    const [row] = await readers(read, scope, about)
      .where(
        and(
          ...isLive(scope),
          eq(invitations.id, invitationId),
          attendeeId ? eq(attendees.id, attendeeId) : undefined,
        ),
      )
      .limit(1)
    if (row) return (await withParts(read, scope, about, [row], true))[0] ?? null
  }
  return null
}

const anybody = (side: 'delegates' | undefined): Audience => ({ who: 'all', ...(side && { side }) })

/** How many a mailing would go to, how many are left out and why, and how many of those reached read which language. */
export async function countAudience(read: Reader, scope: EventScope, mailing: MailingAudience) {
  const rows = (await readerCounts(read, scope, mailing)).map(({ count, ...row }) => ({
    ...row,
    count: Number(count),
  }))
  const sum = (some: typeof rows) => some.reduce((total, row) => total + row.count, 0)
  const reached = rows.filter(({ leftOut }) => leftOut === '')
  return {
    total: sum(rows),
    reachable: sum(reached),
    leftOut: leftOutReasons.flatMap((reason) => {
      const count = sum(rows.filter(({ leftOut }) => leftOut === reason))
      return count ? { reason, count } : []
    }),
    byLanguage: reached.flatMap(({ language, count }) => (language ? { language, count } : [])),
  }
}

/** How many of those reached get the mail without a letter, since the register has none of theirs. */
export async function countWithoutLetter(
  read: Reader,
  scope: EventScope,
  mailing: MailingAudience,
): Promise<number> {
  if (!mailing.enclosing) return 0
  const reached = readers(read, scope, mailing).where(
    and(
      ...inAudience(read, scope, mailing),
      leftOutAs(read, scope, mailing, 'none'),
      not(carries(read, scope, mailing)),
    ),
  )
  return read.$count(reached.as('without_letter'))
}

/** Some guests to look at a letter as: the first few of every language, persons and institutions. */
export async function readPreviewGuests(read: Reader, scope: EventScope, among: readonly Language[]) {
  const some = await Promise.all(
    among.flatMap((language) =>
      [invitations.personId, invitations.organisationId].map((side) =>
        readers(read, scope, { kind: 'announcement', audience: { who: 'all' } })
          .where(and(...isLive(scope), eq(invitations.language, language), sql`${side} is not null`))
          .orderBy(asc(byName), asc(invitations.id))
          .limit(8),
      ),
    ),
  )
  return some.flat().map((row) => recipientOf(row, []))
}

type Row = Awaited<ReturnType<typeof readers>>[number]

async function withParts(
  read: Reader,
  scope: EventScope,
  about: { id?: string; audience: Audience },
  rows: readonly Row[],
  isFew: boolean,
): Promise<Recipient[]> {
  const invitedTo = await readInvitedParts(read, scope, about, isFew ? rows.map(({ id }) => id) : null)
  return rows.map((row) => recipientOf(row, invitedTo.get(row.attendeeId ?? row.id) ?? []))
}

function recipientOf(row: Row, partIds: readonly string[]): Recipient {
  const isNamed = row.source === 'delegation' || row.source === 'substitute'
  const { names, honorific, position, email } = row
  const isPerson = row.personId !== null || isNamed
  const person = isPerson && names ? { names, honorific: honorific ?? {}, position: position ?? {} } : null
  const isAddress = email !== null && isMailAddress(email)
  return {
    invitationId: row.id,
    organisationId: row.organisationId,
    tokenVersion: row.tokenVersion,
    attendeeId: row.attendeeId,
    language: row.language ?? 'en',
    person,
    organisationName: (person && row.organisationThen) || (row.organisationNow ?? {}),
    seats: row.seats,
    partIds,
    email: isAddress ? email : null,
    leftOut: row.leftOut || (isAddress ? null : 'noAddress'),
    isNamed,
    ownTokenVersion: row.ownTokenVersion,
  }
}

/** Which parts each reader is invited to: an institution by its invitation, a person by their attendance. */
async function readInvitedParts(
  read: Reader,
  scope: EventScope,
  about: { id?: string; audience: Audience },
  few: readonly string[] | null,
) {
  const among = few ? inArray(invitations.id, [...few]) : undefined
  const inEvent = and(eq(invitations.eventId, scope.eventId), among)
  const people = read
    .select({ id: attendees.id, partId: attendances.partId })
    .from(invitations)
    .innerJoin(attendees, itsReader(read, about))
    .innerJoin(attendances, eq(attendances.attendeeId, attendees.id))
    .where(and(inEvent, ne(attendances.status, 'cancelled')))
  const institutions = read
    .select({ id: invitationParts.invitationId, partId: invitationParts.partId })
    .from(invitations)
    .innerJoin(invitationParts, eq(invitationParts.invitationId, invitations.id))
    .where(inEvent)
  const rows = (await Promise.all([people, institutions])).flat()
  const partsOf = Map.groupBy(rows, ({ id }) => id)
  return new Map([...partsOf].map(([id, found]) => [id, found.map(({ partId }) => partId)]))
}
