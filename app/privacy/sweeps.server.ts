import {
  and,
  eq,
  exists,
  gte,
  inArray,
  isNotNull,
  isNull,
  lt,
  ne,
  notExists,
  or,
  type SQL,
  sql,
} from 'drizzle-orm'
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core'
import type { Reader, Tx } from '#db/client.server.ts'
import { auditEntries } from '#db/schema/accounts.server.ts'
import { calendarEntries } from '#db/schema/calendar.server.ts'
import { imports } from '#db/schema/directory.server.ts'
import { events, parts } from '#db/schema/events.server.ts'
import { inboxMails } from '#db/schema/inbox.server.ts'
import {
  answers,
  attendances,
  attendees,
  invitationParts,
  invitations,
} from '#db/schema/invitations.server.ts'
import { messages } from '#db/schema/mail.server.ts'
import { listingConsents, privacyRequests } from '#db/schema/privacy.server.ts'
import { questionAnswers } from '#db/schema/questions.server.ts'
import { unreadableMail } from './chapters/inbox.server.ts'
import { nobody } from './chapters/invitation.server.ts'
import { unreadable } from './chapters/messages.server.ts'
import { telling } from './chapters/questions.server.ts'
import type { Retained } from './rules.ts'

/** What of an office ended before an instant. */
export type Due = { officeId: string; before: Date }

/** One kind of rows that a purge goes through: those left to do, and some hundred of them done. */
export type Sweep = {
  count(read: Reader, due: Due): Promise<number>
  take(tx: Tx, due: Due): Promise<number>
}

// A slice holds up nobody for longer than a few milliseconds.
const slice = 300

type Condition = (read: Reader, due: Due) => SQL | undefined

/** Rows of `table` found by `key` that still hold something; `change` is what they become, null that they go. */
function sweep(table: PgTable, key: PgColumn, which: Condition, change: object | null): Sweep {
  return {
    count: (read, due) => read.$count(table, which(read, due)),
    async take(tx, due) {
      const some = tx.selectDistinct({ key }).from(table).where(which(tx, due)).limit(slice)
      const these = and(inArray(key, some), which(tx, due))
      const done = change
        ? await tx
            .update(table)
            .set(change as never)
            .where(these)
            .returning({ key })
        : await tx.delete(table).where(these).returning({ key })
      return done.length
    },
  }
}

/** Events of the office all of whose parts were over before then. */
function overBy(read: Reader, { officeId, before }: Due) {
  const itsParts = (isLater: SQL | undefined) =>
    read
      .select({ one: sql`1` })
      .from(parts)
      .where(and(eq(parts.eventId, events.id), isLater))
  return read
    .select({ id: events.id })
    .from(events)
    .where(
      and(
        eq(events.officeId, officeId),
        exists(itsParts(undefined)),
        notExists(itsParts(gte(parts.endsAt, before))),
      ),
    )
}

const inOver =
  (eventId: PgColumn, isLeft: SQL | undefined): Condition =>
  (read, due) =>
    and(inArray(eventId, overBy(read, due)), isLeft)

const isSomething = (column: PgColumn) => sql`cast(${column} as text) <> '{}'`

const textSweeps: Sweep[] = [
  sweep(attendees, attendees.id, inOver(attendees.eventId, isSomething(attendees.needs)), { needs: {} }),
  sweep(attendances, attendances.attendeeId, inOver(attendances.eventId, ne(attendances.reason, '')), {
    reason: '',
  }),
  sweep(answers, answers.id, inOver(answers.eventId, or(ne(answers.reason, ''), ne(answers.note, ''))), {
    ...{ reason: '', note: '' },
  }),
  sweep(
    invitations,
    invitations.id,
    inOver(
      invitations.eventId,
      or(ne(invitations.message, ''), ne(invitations.focalName, ''), ne(invitations.focalPhone, '')),
    ),
    { message: '', focalName: '', focalPhone: '' },
  ),
  sweep(
    invitationParts,
    invitationParts.invitationId,
    (read, due) =>
      and(
        ne(invitationParts.reason, ''),
        inArray(
          invitationParts.partId,
          read
            .select({ id: parts.id })
            .from(parts)
            .where(inArray(parts.eventId, overBy(read, due))),
        ),
      ),
    { reason: '' },
  ),
  sweep(
    questionAnswers,
    questionAnswers.attendeeId,
    (read, due) =>
      and(
        inArray(questionAnswers.eventId, overBy(read, due)),
        inArray(questionAnswers.questionId, telling(read)),
      ),
    null,
  ),
]

/** What never left by then never will; what a worker holds is left to it. */
const settled = { state: sql`case when ${messages.state} = 'sent' then 'sent' else 'withdrawn' end` }

const messageSweep = sweep(
  messages,
  messages.id,
  inOver(
    messages.eventId,
    and(
      ne(messages.state, 'sending'),
      or(
        ne(messages.text, ''),
        ne(messages.html, ''),
        isNotNull(messages.calendar),
        ne(messages.response, ''),
      ),
    ),
  ),
  { text: '', html: '', calendar: null, response: '', edited: null, ...settled },
)

const inboxSweep = sweep(
  inboxMails,
  inboxMails.id,
  inOver(
    inboxMails.eventId,
    or(ne(inboxMails.text, ''), ne(inboxMails.fromAddress, ''), isNotNull(inboxMails.calendar)),
  ),
  unreadableMail,
)

const identitySweeps: Sweep[] = [
  sweep(
    attendees,
    attendees.id,
    inOver(
      attendees.eventId,
      or(
        ne(attendees.searchKey, ''),
        ne(attendees.sortKey, ''),
        isNotNull(attendees.email),
        isNotNull(attendees.phone),
        isNotNull(attendees.personId),
      ),
    ),
    nobody,
  ),
  sweep(invitations, invitations.id, inOver(invitations.eventId, isNotNull(invitations.personId)), {
    personId: null,
  }),
  sweep(
    messages,
    messages.id,
    inOver(messages.eventId, and(ne(messages.state, 'sending'), ne(messages.subject, ''))),
    { ...unreadable, ...settled },
  ),
  sweep(calendarEntries, calendarEntries.attendeeId, inOver(calendarEntries.eventId, undefined), null),
  sweep(listingConsents, listingConsents.attendeeId, inOver(listingConsents.eventId, undefined), null),
  sweep(
    privacyRequests,
    privacyRequests.id,
    inOver(
      privacyRequests.eventId,
      and(
        ne(privacyRequests.state, 'open'),
        or(ne(privacyRequests.reason, ''), ne(privacyRequests.answer, ''), isNotNull(privacyRequests.wanted)),
      ),
    ),
    { reason: '', answer: '', wanted: null },
  ),
]

const historySweep = sweep(
  auditEntries,
  auditEntries.id,
  (read, due) =>
    and(
      eq(auditEntries.officeId, due.officeId),
      or(isNotNull(auditEntries.before), isNotNull(auditEntries.after)),
      or(
        inArray(auditEntries.eventId, overBy(read, due)),
        and(isNull(auditEntries.eventId), lt(auditEntries.at, due.before)),
      ),
    ),
  { before: null, after: null },
)

const importSweep = sweep(
  imports,
  imports.id,
  (_, due) => and(eq(imports.officeId, due.officeId), lt(imports.createdAt, due.before)),
  null,
)

/** What each of an office's rules goes through. Whoever is nobody any more has said nothing in words either. */
export const sweeps: Record<Retained, readonly Sweep[]> = {
  texts: textSweeps,
  messages: [messageSweep, inboxSweep],
  identities: [...textSweeps, inboxSweep, ...identitySweeps],
  history: [historySweep],
  imports: [importSweep],
}
