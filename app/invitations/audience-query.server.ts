import { and, eq, exists, inArray, isNotNull, ne, not, notExists, or, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { EventScope } from '#app/accounts/scope.server.ts'
import { tagged } from '#app/directory/read.server.ts'
import type { Language } from '#app/i18n/languages.ts'
import { awaitedSubstitutes } from '#app/mail/stale.server.ts'
import { stoppingReasons } from '#app/mail/suppression.ts'
import type { Reader } from '#db/client.server.ts'
import { organisations, personEmails, persons } from '#db/schema/directory.server.ts'
import { attendances, attendees, invitationParts, invitations } from '#db/schema/invitations.server.ts'
import { messages } from '#db/schema/mail.server.ts'
import { suppressions } from '#db/schema/suppression.server.ts'
import type { Audience, LeftOutReason } from './audience.ts'
import {
  type Addressing,
  addressOf,
  firstAddress,
  isToNamed,
  itsReader,
  languageOf,
  type MailingAudience,
  picked,
} from './audience-readers.server.ts'
import { carries } from './enclosing.server.ts'

/** The same table once more: an address is failing whoever's it is. */
const failingEmails = alias(personEmails, 'failing_emails')

/** A reader by name, so that lists are the same on every page. */
export const byName = sql`coalesce(${attendees.sortKey}, ${organisations.sortKey})`

/** What a letter needs to know of its readers; one row to a reader. */
export function readers(read: Reader, scope: EventScope, mailing: Addressing) {
  return read
    .select({
      id: invitations.id,
      personId: invitations.personId,
      organisationId: invitations.organisationId,
      tokenVersion: invitations.tokenVersion,
      language: languageOf(mailing),
      seats: invitations.seats,
      attendeeId: attendees.id,
      source: attendees.source,
      /** Null where the invitation's link is theirs, or they have none. */
      ownTokenVersion: sql<
        number | null
      >`case when ${attendees.tokenHash} is null then null else ${attendees.tokenVersion} end`,
      honorific: attendees.honorific,
      names: attendees.names,
      position: attendees.position,
      organisationThen: attendees.organisationName,
      organisationNow: organisations.name,
      email: addressOf(mailing),
      leftOut: whyLeftOut(read, scope, mailing),
    })
    .from(invitations)
    .leftJoin(attendees, itsReader(read, mailing))
    .leftJoin(organisations, itsOrganisation)
    .leftJoin(personEmails, firstAddress)
    .$dynamic()
}

/** Readers by language and by why they are left out, with how many there are. */
export function readerCounts(read: Reader, scope: EventScope, mailing: MailingAudience) {
  const language = languageOf(mailing)
  const leftOut = whyLeftOut(read, scope, mailing)
  return read
    .select({
      language: sql<Language | null>`${language}`.as('reader_language'),
      leftOut: sql<LeftOutReason | ''>`${leftOut}`.as('left_out'),
      count: sql<number>`count(*)`,
    })
    .from(invitations)
    .leftJoin(attendees, itsReader(read, mailing))
    .leftJoin(organisations, itsOrganisation)
    .leftJoin(personEmails, firstAddress)
    .where(and(...inAudience(read, scope, mailing)))
    .groupBy(sql`reader_language`, sql`left_out`)
}

const itsOrganisation = eq(
  organisations.id,
  sql`coalesce(${invitations.organisationId}, ${attendees.organisationId})`,
)

/** Why a reader gets no letter; empty when they get one. */
function whyLeftOut(read: Reader, scope: EventScope, mailing: Addressing) {
  const { officeId } = scope
  const address = addressOf(mailing)
  const failing = exists(
    read
      .select({ id: failingEmails.id })
      .from(failingEmails)
      .where(
        and(
          eq(failingEmails.officeId, officeId),
          eq(failingEmails.addressKey, sql`lower(${address})`),
          eq(failingEmails.isFailing, true),
        ),
      ),
  )
  const suppressed = exists(
    read
      .select({ id: suppressions.id })
      .from(suppressions)
      .where(
        and(
          eq(suppressions.officeId, officeId),
          eq(suppressions.address, sql`lower(${address})`),
          inArray(suppressions.reason, stoppingReasons(mailing.kind)),
        ),
      ),
  )
  const stopped = mailing.kind === 'reminder' ? isNotNull(invitations.remindersStoppedAt) : sql`1 = 0`
  const lacksLetter =
    mailing.enclosing?.without === 'leaveOut' ? not(carries(read, scope, mailing)) : sql`1 = 0`
  return sql<
    LeftOutReason | ''
  >`case when coalesce(${address}, '') = '' then 'noAddress' when ${failing} then 'failing' when ${suppressed} then 'suppressed' when ${stopped} then 'stopped' when ${lacksLetter} then 'noLetter' else '' end`
}

/** Those left out, or with `none` those who are reached. */
export function leftOutAs(
  read: Reader,
  scope: EventScope,
  mailing: MailingAudience,
  whether: 'some' | 'none',
) {
  const reason = whyLeftOut(read, scope, mailing)
  return whether === 'some' ? sql`${reason} <> ''` : sql`${reason} = ''`
}

export function isLive(scope: EventScope): (SQL | undefined)[] {
  return [eq(invitations.eventId, scope.eventId), ne(invitations.state, 'revoked')]
}

/** Everything that a mailing asks of its readers. */
export function inAudience(read: Reader, scope: EventScope, mailing: MailingAudience): (SQL | undefined)[] {
  const { side, partId, status, language, kind, organisationId, tag } = mailing.audience
  const { isChosen } = mailing.audience
  const toNamed = isToNamed(mailing)
  return [
    ...isLive(scope),
    toNamed ? isNotNull(attendees.id) : undefined,
    isChosen ? or(isNotNull(attendees.id), inArray(invitations.id, picked(read, mailing))) : undefined,
    notExists(mails(read, eq(messages.mailingId, mailing.id))),
    writtenBefore(read, mailing),
    side === 'persons' && !isChosen ? isNotNull(invitations.personId) : undefined,
    side === 'organisations' && !isChosen ? isNotNull(invitations.organisationId) : undefined,
    // Whom their institution took off its list is not written to any more.
    partId || status || toNamed ? hasPart(read, partAs(partId, status), toNamed) : undefined,
    language ? sql`${languageOf(mailing)} = ${language}` : undefined,
    kind ? eq(organisations.kind, kind) : undefined,
    organisationId ? eq(organisations.id, organisationId) : undefined,
    tag ? or(tagged(organisations.tags, tag), exists(personsTagged(read, tag))) : undefined,
  ]
}

function writtenBefore(read: Reader, mailing: MailingAudience): SQL | undefined {
  const { who, partId } = mailing.audience
  const isInvitation = eq(messages.kind, 'invitation')
  const isNotWithdrawn = ne(messages.state, 'withdrawn')
  const hasLeft = inArray(messages.state, ['queued', 'sending', 'sent', 'unknown'])
  // By a mail, or by a link that somebody passed on.
  const isWrittenTo = or(eq(invitations.state, 'sent'), exists(mails(read, and(isInvitation, hasLeft))))
  switch (who) {
    case 'unwritten':
      return notExists(mails(read, and(isInvitation, isNotWithdrawn)))
    case 'unanswered':
      return and(
        isWrittenTo,
        hasPart(read, partAs(partId, 'invited'), isToNamed(mailing)),
        notExists(awaitedSubstitutes(read)),
      )
    case 'untouched':
      return notExists(mails(read, and(isNotWithdrawn, ne(messages.kind, 'test'))))
    case 'notThisKind':
      return notExists(mails(read, and(isNotWithdrawn, eq(messages.kind, mailing.kind))))
    case 'all':
      return undefined
  }
}

/** Mails to this reader, not to others under the same invitation. */
function mails(read: Reader, which: SQL | undefined) {
  const toThem = sql`coalesce(${messages.attendeeId}, '') = coalesce(${attendees.id}, '')`
  return read
    .select({ id: messages.id })
    .from(messages)
    .where(and(eq(messages.invitationId, invitations.id), toThem, which))
}

function personsTagged(read: Reader, tag: string) {
  return read
    .select({ id: persons.id })
    .from(persons)
    .where(and(eq(persons.id, invitations.personId), tagged(persons.tags, tag)))
}

type PartConditions = { attendance: SQL | undefined; invited: SQL | undefined }

function partAs(partId: string | undefined, status: Audience['status']): PartConditions {
  return {
    attendance: and(
      partId ? eq(attendances.partId, partId) : undefined,
      status ? eq(attendances.status, status) : ne(attendances.status, 'cancelled'),
    ),
    invited: and(
      partId ? eq(invitationParts.partId, partId) : undefined,
      // An institution as such is never on a waiting list, and nobody has proposed it.
      status ? sql`${invitationParts.status} = ${status}` : undefined,
    ),
  }
}

/** A person's parts stand in the attendance, an institution's in its invitation. */
function hasPart(read: Reader, { attendance, invited }: PartConditions, toNamed: boolean): SQL | undefined {
  const attends = exists(
    read
      .select({ id: attendances.partId })
      .from(attendances)
      .where(and(eq(attendances.attendeeId, attendees.id), attendance)),
  )
  if (toNamed) return attends
  // Whom an institution has named stands for themselves.
  const isInvited = and(
    eq(invitationParts.invitationId, invitations.id),
    sql`(${attendees.id} is null or ${attendees.source} = 'invitation')`,
    invited,
  )
  return or(
    attends,
    exists(read.select({ id: invitationParts.partId }).from(invitationParts).where(isInvited)),
  )
}
