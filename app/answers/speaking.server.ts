import { and, eq, inArray, like } from 'drizzle-orm'
import { lockOffice } from '#app/accounts/office.server.ts'
import type { SpeakerScope } from '#app/accounts/speaker-scope.server.ts'
import { type EventRow, lockEvent } from '#app/events/lock.server.ts'
import { keepUnseen } from '#app/events/rules.ts'
import type { Localized } from '#app/i18n/languages.ts'
import type { Site } from '#app/invitations/token.server.ts'
import { blanked, enqueueMany } from '#app/mail/outbox.server.ts'
import { audit } from '#db/audit.server.ts'
import type { Database, Reader, Tx } from '#db/client.server.ts'
import { agendaItems, agendaRoles, speakers } from '#db/schema/agenda.server.ts'
import { parts } from '#db/schema/events.server.ts'
import { attendances } from '#db/schema/invitations.server.ts'
import { messages } from '#db/schema/mail.server.ts'
import type { DeclinedRole } from './decline-letter.ts'
import { type DeclineNotices, whatIsDeclined, writeDeclineNotices } from './decline-notice.server.ts'
import { holdsSeat } from './rules.ts'
import { guestOfSpeaker } from './speaker-guest.server.ts'
import { submitReceived } from './submit.server.ts'

export type RoleReply = {
  roleId: string
  reply: 'confirmed' | 'declined'
  /** Of whom declines. */
  reason: string
  contribution: Localized
}

type Speaking = { replies: readonly RoleReply[]; site: Site; now: Date }

/**
 * Records what a speaker says to their roles. Who confirms one becomes a guest of its part if they are none yet, and comes
 * to it: also where its seats are taken, its deadline is over, or the institution that sends them was not invited to it. So
 * they have confirmation, calendar entry and badge as every guest. Of who declines one the organisers concerned hear by
 * mail, once. Refused: roles that are not theirs (`notFound`), a cancelled event (`eventCancelled`), and a part that has
 * begun (`closed`).
 */
export async function submitSpeakerAnswer(database: Database, scope: SpeakerScope, speaking: Speaking) {
  const { site, now } = speaking
  const recorded = await recordAndTell(database, scope, speaking)
  if (!recorded.ok || !recorded.guest?.invitationId) return recorded.ok ? ({ ok: true } as const) : recorded
  const { guest, partIds } = recorded
  const coming = await partsToCome(database.read, guest.id, partIds)
  if (!coming.length) return { ok: true } as const
  const answering = {
    ...{ officeId: scope.officeId, eventId: scope.eventId, actor: scope.actor },
    invitationId: recorded.guest.invitationId,
    attendeeId: guest.source === 'invitation' ? null : guest.id,
  }
  const replies = coming.map((partId) => ({ partId, reply: 'accepted' as const, reason: '' }))
  await submitReceived(
    database,
    answering,
    {
      given: { requestId: null, replies, language: scope.language },
      source: { via: 'link', enteredBy: null, note: '' },
      rights: { byDesk: true, beyondCapacity: true },
      ...{ site, now },
    },
    (_, record) => record(),
  )
  return { ok: true } as const
}

/** Mails are written before the transaction, for what is then expected to come out, and once more when it did not. */
async function recordAndTell(database: Database, scope: SpeakerScope, speaking: Speaking) {
  for (;;) {
    const expected = newlyDeclined(speaking, await ownRoles(database.read, scope))
    const notices = await writeDeclineNotices(database.read, scope, { ...speaking, declined: expected })
    const recorded = await database.write((tx) => recordReplies(tx, scope, { ...speaking, notices }))
    if (recorded.ok || recorded.reason !== 'changed') return recorded
  }
}

function newlyDeclined({ replies }: Speaking, mine: readonly OwnRole[]): DeclinedRole[] {
  return mine.flatMap(({ role, title, startsAt }) => {
    const said = replies.find(({ roleId }) => roleId === role.id)
    const isNews = said?.reply === 'declined' && role.confirmation !== 'declined'
    return isNews ? [{ role, title, startsAt, reason: said.reason }] : []
  })
}

async function recordReplies(
  tx: Tx,
  scope: SpeakerScope,
  { notices, ...speaking }: Speaking & { notices: DeclineNotices },
) {
  const { replies, site, now } = speaking
  await lockOffice(tx, scope)
  const event = await lockEvent(tx, scope.eventId)
  if (event.state === 'cancelled') return { ok: false, reason: 'eventCancelled' } as const
  const mine = await ownRoles(tx, scope)
  const said = replies.map((reply) => ({ reply, row: mine.find(({ role }) => role.id === reply.roleId) }))
  if (said.some(({ row }) => !row)) return { ok: false, reason: 'notFound' } as const
  if (said.some(({ row }) => row && row.partStartsAt <= now)) return { ok: false, reason: 'closed' } as const
  if (whatIsDeclined(newlyDeclined(speaking, mine)) !== notices.told)
    return { ok: false, reason: 'changed' } as const
  for (const { reply, row } of said) if (row) await saveReply(tx, event, { reply, row, now })
  await enqueueMany(tx, notices.mails)
  await audit(tx, scope.actor, {
    ...{ officeId: scope.officeId, eventId: scope.eventId, action: 'agenda.speaker.answer' },
    ...{ subjectId: scope.speakerId, after: replies, now },
  })
  const [speaker] = await tx.select().from(speakers).where(eq(speakers.id, scope.speakerId))
  const answered = await ownRoles(tx, scope)
  if (!answered.some(({ role }) => role.confirmation === 'asked')) await withdrawAsking(tx, scope, now)
  const confirmed = answered.filter(
    ({ role, partStartsAt }) => role.confirmation === 'confirmed' && partStartsAt > now,
  )
  const [first] = confirmed
  const partIds = [...new Set(confirmed.map(({ partId }) => partId))]
  if (!speaker || !first) return { ok: true, guest: null, partIds } as const
  const making = { speaker, role: first.role, partIds, secret: site.secret, now }
  return { ok: true, guest: await guestOfSpeaker(tx, scope, making), partIds } as const
}

/** Requests and reminders that have not left have nothing more to ask. */
async function withdrawAsking(tx: Tx, { eventId, speakerId }: SpeakerScope, now: Date): Promise<void> {
  await tx
    .update(messages)
    .set({ state: 'withdrawn', settledAt: now, ...blanked })
    .where(
      and(
        eq(messages.eventId, eventId),
        like(messages.dedupeKey, `speaker:${speakerId}:%`),
        inArray(messages.state, ['draft', 'approved', 'held', 'queued']),
      ),
    )
}

function ownRoles(read: Reader, { eventId, speakerId }: SpeakerScope) {
  return read
    .select({
      role: agendaRoles,
      title: agendaItems.title,
      startsAt: agendaItems.startsAt,
      partId: parts.id,
      partStartsAt: parts.startsAt,
    })
    .from(agendaRoles)
    .innerJoin(agendaItems, eq(agendaItems.id, agendaRoles.itemId))
    .innerJoin(parts, eq(parts.id, agendaItems.partId))
    .where(and(eq(agendaRoles.eventId, eventId), eq(agendaRoles.speakerId, speakerId)))
    .orderBy(agendaItems.startsAt, agendaRoles.id)
}

type OwnRole = Awaited<ReturnType<typeof ownRoles>>[number]

async function saveReply(
  tx: Tx,
  event: EventRow,
  { reply: { reply, reason, contribution }, row, now }: { reply: RoleReply; row: OwnRole; now: Date },
): Promise<void> {
  await tx
    .update(agendaRoles)
    .set({
      ...{ confirmation: reply, answeredAt: now, reason: reply === 'declined' ? reason : '' },
      contribution: keepUnseen(row.role.contribution, contribution, event.languages),
    })
    .where(eq(agendaRoles.id, row.role.id))
  await tx.update(agendaItems).set({ updatedAt: now }).where(eq(agendaItems.id, row.role.itemId))
}

/** Of these parts those in which the guest has no seat yet. */
async function partsToCome(read: Reader, attendeeId: string, partIds: readonly string[]): Promise<string[]> {
  const rows = await read
    .select({ partId: attendances.partId, status: attendances.status })
    .from(attendances)
    .where(and(eq(attendances.attendeeId, attendeeId), inArray(attendances.partId, [...partIds])))
  const seated = new Set(rows.flatMap(({ partId, status }) => (holdsSeat(status) ? partId : [])))
  return partIds.filter((id) => !seated.has(id))
}
