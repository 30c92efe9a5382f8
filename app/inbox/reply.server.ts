import { and, eq } from 'drizzle-orm'
import { guestRights } from '#app/answers/answer.server.ts'
import type { GivenAnswer } from '#app/answers/rules.ts'
import { submitReceived } from '#app/answers/submit.server.ts'
import { readUid } from '#app/calendar/reply.ts'
import { lockEvent } from '#app/events/lock.server.ts'
import type { Tx } from '#db/client.server.ts'
import { calendarEntries } from '#db/schema/calendar.server.ts'
import type { ReceivedReply } from '#db/schema/inbox.server.ts'
import { type Arrived, type Finding, keepMail } from './keep.server.ts'
import { type About, findAbout, type GuestsDate, type readAddresses, readDate } from './match.server.ts'
import type { Receiver } from './receive.server.ts'
import { judgeReply, type Verdict } from './rules.ts'

type Found = {
  reply: ReceivedReply
  calendar: string
  addresses: Awaited<ReturnType<typeof readAddresses>>
}

/** Records what a guest's calendar answers, or lets it wait for a person with the reason. */
export async function receiveReply(receiver: Receiver, arrived: Arrived, found: Found): Promise<void> {
  const { database } = receiver
  const { reply, calendar, addresses } = found
  const byUid = readUid(reply.uid)
  const named = addresses.entry ?? byUid
  const date = named && (await readDate(database.read, named))
  const shared = { kind: 'reply' as const, reply, calendar }
  if (!date) {
    const about = await findAbout(database.read, arrived.mail, { answered: null, attendeeId: null })
    await database.write((tx) =>
      keepMail(tx, arrived, { ...shared, state: 'waiting', reason: 'unknownEntry', about }),
    )
    return
  }
  const finding = { ...shared, about: aboutOf(date), partId: date.part.id }
  const judge = (at: GuestsDate) =>
    addresses.isForged
      ? ({ do: 'wait', why: 'mismatch' } as const)
      : judgeReply({
          ...{ reply, byAddress: addresses.entry, byUid, entry: at.entry },
          ...{
            from: arrived.mail.from.address,
            isAuthentic: arrived.isAuthentic,
            receivedAt: arrived.receivedAt,
          },
          part: { ...at.part, zone: at.event.zone },
          guest: {
            email: at.attendee.email,
            isOrganisations: at.invitation.organisationId !== null,
            status: at.attendance.status,
            answeredAt: at.attendance.answeredAt,
          },
        })
  const verdict = judge(date)
  if (verdict.do !== 'record') {
    await database.write((tx) => keepMail(tx, arrived, { ...finding, ...setAside(verdict) }))
    return
  }
  await record(receiver, arrived, { date, finding, judge })
}

type Recording = {
  date: GuestsDate
  finding: Omit<Finding, 'state' | 'reason'> & { reply: ReceivedReply }
  judge: (date: GuestsDate) => Verdict
}

async function record(
  { database, site }: Receiver,
  arrived: Arrived,
  { date, finding, judge }: Recording,
): Promise<void> {
  const { event, invitation, attendance } = date
  const { officeId, id: eventId } = event
  const recorded = await submitReceived(
    database,
    { officeId, eventId, invitationId: invitation.id, actor: { kind: 'token', id: invitation.id } },
    {
      given: answerIn(finding.reply, date, arrived.fingerprint),
      source: { via: 'calendar', enteredBy: null, note: noteOn(finding.reply, arrived, date) },
      ...{ rights: guestRights, site, now: arrived.now },
    },
    async (tx, write) => {
      await lockEvent(tx, eventId)
      const current = await readDate(tx, { attendeeId: attendance.attendeeId, partId: attendance.partId })
      const verdict: Verdict = current ? judge(current) : { do: 'wait', why: 'unknownEntry' }
      // Somebody answered otherwise in the moment between: that answer stands.
      if (verdict.do !== 'record') {
        await keepMail(tx, arrived, { ...finding, ...setAside(verdict) })
        return { ok: true }
      }
      const answer = await write()
      if (!answer.ok) return answer
      await keepMail(tx, arrived, { ...finding, state: 'recorded', reason: 'recorded' })
      await countReply(tx, attendance, finding.reply)
      return { ok: true }
    },
  )
  if (!recorded.ok)
    await database.write((tx) =>
      keepMail(tx, arrived, { ...finding, state: 'waiting', reason: recorded.reason }),
    )
}

/** From now on nothing older counts. */
export async function countReply(
  tx: Tx,
  { attendeeId, partId }: { attendeeId: string; partId: string },
  { sequence, stampedAt }: ReceivedReply,
): Promise<void> {
  await tx
    .update(calendarEntries)
    .set({ repliedSequence: sequence, repliedStampedAt: stampedAt ? new Date(stampedAt) : null })
    .where(and(eq(calendarEntries.attendeeId, attendeeId), eq(calendarEntries.partId, partId)))
}

/** The answer a calendar gave, as the one engine takes answers. */
export function answerIn(
  { participation, comment }: ReceivedReply,
  { attendance, invitation }: Pick<GuestsDate, 'attendance' | 'invitation'>,
  fingerprint: string,
): GivenAnswer {
  const reply = participation === 'accepted' || participation === 'tentative' ? participation : 'declined'
  return {
    requestId: `mail:${fingerprint}`,
    replies: [
      { partId: attendance.partId, reply, reason: reply === 'declined' ? comment.slice(0, 500) : '' },
    ],
    language: invitation.language,
  }
}

function noteOn(
  { comment, participation }: ReceivedReply,
  { mail }: Arrived,
  { attendee }: GuestsDate,
): string {
  const isOther = mail.from.address.toLowerCase() !== attendee.email?.toLowerCase()
  const said = participation === 'declined' ? '' : comment
  return [isOther && `${mail.from.name} <${mail.from.address}>`, said]
    .filter(Boolean)
    .join('\n')
    .slice(0, 500)
}

function aboutOf({ attendee, invitation, event }: GuestsDate): About {
  return {
    officeId: event.officeId,
    eventId: event.id,
    invitationId: invitation.id,
    attendeeId: attendee.id,
    messageId: null,
  }
}

function setAside(verdict: Exclude<Verdict, { do: 'record' }>) {
  return { state: verdict.do === 'wait' ? ('waiting' as const) : ('ignored' as const), reason: verdict.why }
}
