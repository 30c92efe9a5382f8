import { and, eq, inArray, isNotNull, isNull, like, lt, ne, or, sql } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import { enquiryKey } from '#app/answers/enquiry.server.ts'
import { auditEntries } from '#db/schema/accounts.server.ts'
import { speakers } from '#db/schema/agenda.server.ts'
import { calendarEntries } from '#db/schema/calendar.server.ts'
import { guestNotes } from '#db/schema/desk.server.ts'
import { parts } from '#db/schema/events.server.ts'
import { exhibitTeams } from '#db/schema/exhibit-teams.server.ts'
import { guestViews } from '#db/schema/guest-views.server.ts'
import { inboxMails } from '#db/schema/inbox.server.ts'
import {
  answers,
  attendances,
  attendees,
  invitationParts,
  invitations,
} from '#db/schema/invitations.server.ts'
import { letters } from '#db/schema/letters.server.ts'
import { messages } from '#db/schema/mail.server.ts'
import { listingConsents, privacyRequests } from '#db/schema/privacy.server.ts'
import { questionAnswers } from '#db/schema/questions.server.ts'
import { uploads } from '#db/schema/uploads.server.ts'
import { visitorEnquiries, visitorFeedback } from '#db/schema/visitor-voices.server.ts'
import { unreadableMail } from './chapters/inbox.server.ts'
import { nobody } from './chapters/invitation.server.ts'
import { nobodysLetter } from './chapters/letters.server.ts'
import { unreadable } from './chapters/messages.server.ts'
import { telling } from './chapters/questions.server.ts'
import type { Retained } from './rules.ts'
import { attendeeSweep, inOver, overBy, type Sweep, sweep } from './sweep.server.ts'

const isSomething = (column: PgColumn) => sql`cast(${column} as text) <> '{}'`

/** What never left by then never will; what a worker holds is left to it. */
const settled = { state: sql`case when ${messages.state} = 'sent' then 'sent' else 'withdrawn' end` }

/** What visitors left at booths goes altogether, and the mails by which booths were told of it. */
const visitorSweeps: Sweep[] = [
  sweep(visitorEnquiries, visitorEnquiries.id, inOver(visitorEnquiries.eventId, undefined), null),
  sweep(
    messages,
    messages.id,
    inOver(
      messages.eventId,
      and(
        like(messages.dedupeKey, `${enquiryKey('%')}%`),
        ne(messages.state, 'sending'),
        ne(messages.subject, ''),
      ),
    ),
    { ...unreadable, ...settled },
  ),
  sweep(visitorFeedback, visitorFeedback.id, inOver(visitorFeedback.eventId, ne(visitorFeedback.text, '')), {
    text: '',
  }),
]

const textSweeps: Sweep[] = [
  ...visitorSweeps,
  attendeeSweep(inOver(attendees.eventId, isSomething(attendees.needs)), { needs: {} }),
  sweep(attendances, attendances.attendeeId, inOver(attendances.eventId, ne(attendances.reason, '')), {
    reason: '',
  }),
  sweep(guestNotes, guestNotes.id, inOver(guestNotes.eventId, ne(guestNotes.text, '')), { text: '' }),
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
  {
    ...{ text: '', html: '', calendar: null, untoldEntry: null, enclosures: null },
    ...{ response: '', edited: null, ...settled },
  },
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
  attendeeSweep(
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
  sweep(
    letters,
    letters.id,
    (read, due) =>
      and(
        inArray(letters.eventId, overBy(read, due)),
        isNotNull(letters.snapshot),
        inArray(
          letters.invitationId,
          read.select({ id: invitations.id }).from(invitations).where(isNull(invitations.organisationId)),
        ),
      ),
    { ...nobodysLetter, searchKey: '' },
  ),
  // What a programme printed stays printed; who they are besides, and their own page, go.
  sweep(speakers, speakers.id, inOver(speakers.eventId, undefined), null),
  // What they wrote stays with the exhibit; who they are, and their link, go.
  sweep(exhibitTeams, exhibitTeams.id, inOver(exhibitTeams.eventId, undefined), null),
  sweep(guestViews, guestViews.id, inOver(guestViews.eventId, undefined), null),
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

const uploadSweep = sweep(
  uploads,
  uploads.id,
  (_, due) => and(eq(uploads.officeId, due.officeId), lt(uploads.createdAt, due.before)),
  null,
)

/** What each of an office's rules goes through. Whoever is nobody any more has said nothing in words either. */
export const sweeps: Record<Retained, readonly Sweep[]> = {
  texts: textSweeps,
  messages: [messageSweep, inboxSweep],
  identities: [...textSweeps, inboxSweep, ...identitySweeps],
  history: [historySweep],
  imports: [uploadSweep],
}
