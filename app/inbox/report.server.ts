import { and, eq, inArray } from 'drizzle-orm'
import { suppress } from '#app/mail/suppression.server.ts'
import { audit } from '#db/audit.server.ts'
import type { Tx } from '#db/client.server.ts'
import { personEmails } from '#db/schema/directory.server.ts'
import type { ReceivedReport } from '#db/schema/inbox.server.ts'
import { messages } from '#db/schema/mail.server.ts'
import type { Bounce } from './bounce.ts'
import { type Arrived, type Finding, keepMail } from './keep.server.ts'
import { type About, findMessage, findReported, officeFor } from './match.server.ts'
import type { Receiver } from './receive.server.ts'

type Message = typeof messages.$inferSelect
type Found = { kind: 'bounce' | 'complaint'; bounce: Bounce; sentTo: Message | null }

/**
 * Notes that a mail came back, or that its reader does not want it. The address it went to fails only when the report
 * shows that it holds a mail of ours: by the address it was returned to (VERP), or by that mail's Message-ID inside.
 * A report that merely names somebody could be written by anybody, so it waits for a person.
 */
export async function receiveReport(
  { database }: Receiver,
  arrived: Arrived,
  { kind, bounce, sentTo }: Found,
): Promise<void> {
  const message = sentTo ?? (await findMessage(database.read, bounce.messageIds))
  if (message) {
    const report = reportOn(message, bounce.reports)
    await database.write((tx) => noteReturn(tx, arrived, { kind, message, report }))
    return
  }
  const [report] = bounce.reports
  const guest = report?.recipient ? await findReported(database.read, report.recipient) : null
  const about: About = guest
    ? { ...guest, messageId: null }
    : { officeId: await officeFor(database.read, arrived.mail), ...nobody }
  const needsPerson = kind === 'complaint' || report?.severity === 'hard'
  await database.write((tx) =>
    keepMail(tx, arrived, {
      ...{ kind, about },
      ...(report && { report }),
      state: needsPerson ? 'waiting' : 'ignored',
      reason: needsPerson ? 'unproven' : (report?.severity ?? 'soft'),
    }),
  )
}

const nobody = { eventId: null, invitationId: null, attendeeId: null, messageId: null }

/** What is said of this message's reader; of whoever it was forwarded to, when nothing is said of them. */
function reportOn({ to }: Message, reports: readonly ReceivedReport[]): ReceivedReport {
  const own = reports.find(({ recipient }) => recipient.toLowerCase() === to.address.toLowerCase())
  const [first] = reports
  return own ?? first ?? { recipient: to.address, severity: 'soft', status: '', diagnostic: '' }
}

async function noteReturn(
  tx: Tx,
  arrived: Arrived,
  { kind, message, report }: { kind: 'bounce' | 'complaint'; message: Message; report: ReceivedReport },
) {
  const { officeId, eventId, invitationId, attendeeId, to } = message
  const about = { officeId, eventId, invitationId, attendeeId, messageId: message.id }
  const isFinal = kind === 'complaint' || report.severity !== 'delayed'
  const finding: Finding = {
    ...{ kind, about, report },
    state: isFinal ? 'recorded' : 'ignored',
    reason: kind === 'complaint' ? 'complaint' : report.severity,
  }
  if (!(await keepMail(tx, arrived, finding)) || !isFinal) return
  if (kind === 'bounce') await markReturned(tx, message, report, arrived.now)
  if (kind === 'complaint' || report.severity === 'hard')
    await failAddress(tx, {
      ...{ officeId, eventId, address: to.address, reason: kind, now: arrived.now },
      note: report.diagnostic,
    })
}

async function markReturned(tx: Tx, message: Message, { status, diagnostic }: ReceivedReport, now: Date) {
  await tx
    .update(messages)
    .set({
      state: 'bounced',
      settledAt: now,
      response: [status, diagnostic].filter(Boolean).join(' ').slice(0, 500),
    })
    .where(and(eq(messages.id, message.id), inArray(messages.state, ['sending', 'sent', 'unknown'])))
}

type Failing = {
  officeId: string
  eventId: string | null
  address: string
  reason: 'bounce' | 'complaint'
  /** The server's words. */
  note?: string
  now: Date
}

/** Marks an address as one that mail does not reach, and puts it on the list of those not written to. */
export async function failAddress(
  tx: Tx,
  { officeId, eventId, address, reason, note, now }: Failing,
): Promise<void> {
  await tx
    .update(personEmails)
    .set({ isFailing: true })
    .where(and(eq(personEmails.officeId, officeId), eq(personEmails.addressKey, address.toLowerCase())))
  const actor = { kind: 'worker', id: null } as const
  const why = reason === 'bounce' ? 'bounced' : reason
  await suppress(tx, { officeId, actor }, { address, reason: why, note, now })
  await audit(tx, actor, {
    ...{ officeId, eventId, action: 'address.fail', after: { address, reason }, now },
  })
}
