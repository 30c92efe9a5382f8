import { and, eq, isNull } from 'drizzle-orm'
import type { EventScope, OfficeScope } from '#app/accounts/scope.server.ts'
import { deskAnswering, rightsOf } from '#app/answers/behalf.server.ts'
import type { Reply } from '#app/answers/rules.ts'
import { submitReceived } from '#app/answers/submit.server.ts'
import type { Site } from '#app/invitations/token.server.ts'
import { audit } from '#db/audit.server.ts'
import type { Database, Tx } from '#db/client.server.ts'
import { events } from '#db/schema/events.server.ts'
import { inboxMails } from '#db/schema/inbox.server.ts'
import { attendees } from '#db/schema/invitations.server.ts'
import { readDate, speakerIn } from './match.server.ts'
import { type InboxScope, readInboxMail } from './read.server.ts'
import { answerIn, countReply } from './reply.server.ts'
import { failAddress } from './report.server.ts'

type Mail = typeof inboxMails.$inferSelect
type Deciding = { mailId: string; site: Site; now: Date }

/**
 * Records the calendar's answer that waited, as a person of the desk decided. Refused: what is no such answer or was
 * settled (`notFound`), and what the desk's own answers are refused for.
 */
export async function acceptReply(database: Database, scope: EventScope, { mailId, site, now }: Deciding) {
  const found = await readInboxMail(database.read, scope, mailId)
  const mail = found?.mail
  if (!mail?.reply || !mail.attendeeId || !mail.partId || mail.state === 'recorded') return notFound
  const { reply } = mail
  if (!['accepted', 'tentative', 'declined'].includes(reply.participation)) return notFound
  const date = await readDate(database.read, { attendeeId: mail.attendeeId, partId: mail.partId })
  if (!date || date.event.id !== scope.eventId) return notFound
  const given = answerIn(reply, date, mail.fingerprint)
  const note = reply.participation === 'declined' ? '' : reply.comment.slice(0, 500)
  return submitReceived(
    database,
    deskAnswering(scope, date.invitation.id, speakerIn(date)),
    { given, ...deskSource(scope, 'calendar', note), site, now },
    async (tx, record) => {
      const answer = await record()
      if (!answer.ok) return answer
      await countReply(tx, date.attendance, reply)
      await close(tx, scope, { mail, state: 'recorded', now })
      return { ok: true }
    },
  )
}

/**
 * Records what a guest wrote in a mail as their answer. Refused: a mail about nobody or about an institution, whose
 * names belong on its own page (`notFound`), and what the desk's own answers are refused for.
 */
export async function recordMail(
  database: Database,
  scope: EventScope,
  { mailId, replies, site, now }: Deciding & { replies: readonly { partId: string; reply: Reply }[] },
) {
  const found = await readInboxMail(database.read, scope, mailId)
  if (!found?.mail.invitationId || found.organisationId || !replies.length) return notFound
  const { mail } = found
  const [guest] = await database.read
    .select({ language: attendees.language })
    .from(attendees)
    .where(eq(attendees.id, mail.attendeeId ?? ''))
  const given = {
    requestId: null,
    replies: replies.map((one) => ({ ...one, reason: '' })),
    language: guest?.language ?? ('en' as const),
  }
  return submitReceived(
    database,
    deskAnswering(scope, found.mail.invitationId),
    { given, ...deskSource(scope, 'mail', mail.subject.slice(0, 500)), site, now },
    async (tx, record) => {
      const answer = await record()
      if (!answer.ok) return answer
      await close(tx, scope, { mail, state: 'recorded', now })
      return { ok: true }
    },
  )
}

function deskSource({ actor }: EventScope, via: 'calendar' | 'mail', note: string) {
  return { source: { via, enteredBy: actor.id, note }, rights: rightsOf({ beyondCapacity: false }) }
}

const notFound = { ok: false, reason: 'notFound' } as const

/** Says that a mail needs nobody any more, or does after all. Refused: another inbox's (`notFound`). */
export async function settleMail(
  tx: Tx,
  scope: InboxScope,
  { mailId, state, now }: { mailId: string; state: 'done' | 'waiting'; now: Date },
) {
  const found = await readInboxMail(tx, scope, mailId)
  if (!found || found.mail.state === 'recorded') return notFound
  await close(tx, scope, { mail: found.mail, state, now })
  return { ok: true } as const
}

/** Says whose mail it is. Refused: a mail or a guest that is not this event's (`notFound`). */
export async function linkMail(
  tx: Tx,
  scope: EventScope,
  { mailId, attendeeId, now }: { mailId: string; attendeeId: string; now: Date },
) {
  const found = await readInboxMail(tx, scope, mailId)
  const [guest] = await tx
    .select({ id: attendees.id, invitationId: attendees.invitationId })
    .from(attendees)
    .where(and(eq(attendees.id, attendeeId), eq(attendees.eventId, scope.eventId)))
  // A calendar's answer is about one date of one guest, whoever sent it.
  if (!found || !guest || found.mail.kind === 'reply') return notFound
  const { invitationId } = guest
  await tx.update(inboxMails).set({ attendeeId, invitationId }).where(eq(inboxMails.id, mailId))
  await tell(tx, scope, { mail: found.mail, action: 'inbox.link', after: { attendeeId }, now })
  return { ok: true } as const
}

/** Gives a mail nobody could place to an event of the office. Refused: either is not there (`notFound`). */
export async function placeMail(
  tx: Tx,
  scope: OfficeScope,
  { mailId, eventId, now }: { mailId: string; eventId: string; now: Date },
) {
  const [event] = await tx
    .select({ id: events.id, slug: events.slug })
    .from(events)
    .where(and(eq(events.id, eventId), eq(events.officeId, scope.officeId)))
  if (!event) return notFound
  const rows = await tx
    .update(inboxMails)
    .set({ eventId })
    .where(
      and(eq(inboxMails.id, mailId), eq(inboxMails.officeId, scope.officeId), isNull(inboxMails.eventId)),
    )
    .returning()
  const [mail] = rows
  if (!mail) return notFound
  await tell(tx, scope, { mail, action: 'inbox.place', after: { eventId }, now })
  return { ok: true, slug: event.slug } as const
}

/** Believes a report that proves nothing by itself: mail does not reach its address. Refused: no such report (`notFound`). */
export async function believeReport(
  tx: Tx,
  scope: InboxScope,
  { mailId, now }: { mailId: string; now: Date },
) {
  const found = await readInboxMail(tx, scope, mailId)
  const report = found?.mail.report
  if (!found || !report?.recipient || found.mail.state !== 'waiting') return notFound
  const { kind, officeId, eventId } = found.mail
  const reason = kind === 'complaint' ? ('complaint' as const) : ('bounce' as const)
  await failAddress(tx, { officeId, eventId, address: report.recipient, reason, now })
  await close(tx, scope, { mail: found.mail, state: 'recorded', now })
  return { ok: true } as const
}

/** Says what became of a mail, and who decided so. */
export async function close(
  tx: Tx,
  scope: InboxScope,
  { mail, state, now }: { mail: Mail; state: 'recorded' | 'done' | 'waiting'; now: Date },
) {
  const isOver = state !== 'waiting'
  await tx
    .update(inboxMails)
    .set({
      state,
      settledBy: isOver && scope.actor.kind === 'user' ? scope.actor.id : null,
      settledAt: isOver ? now : null,
    })
    .where(eq(inboxMails.id, mail.id))
  await tell(tx, scope, { mail, action: `inbox.${state}`, after: { state }, now })
}

function tell(
  tx: Tx,
  scope: InboxScope,
  { mail, action, after, now }: { mail: Mail; action: string; after: unknown; now: Date },
) {
  const { officeId, eventId, id } = mail
  return audit(tx, scope.actor, { officeId, eventId, action, subjectId: id, after, now })
}
