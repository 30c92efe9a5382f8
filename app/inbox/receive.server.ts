import { createHash } from 'node:crypto'
import type { Site } from '#app/invitations/token.server.ts'
import type { Database } from '#db/client.server.ts'
import { isAuthentic, type Vouching } from './authenticity.server.ts'
import { classify } from './classify.ts'
import { type Arrived, isKept, keepMail } from './keep.server.ts'
import type { ReceivedMail } from './mail.ts'
import { findAbout, findMessage, readAddresses } from './match.server.ts'
import { receiveReply } from './reply.server.ts'
import { receiveReport } from './report.server.ts'

/** Where mails arrive: what they are judged with, and whom they concern. */
export type Receiver = { database: Database; site: Site; vouching: Vouching; now(): Date }

/** `known`: kept before; `own`: a mail of ours that came back round. */
export type Received = 'known' | 'own' | 'reply' | 'bounce' | 'complaint' | 'auto' | 'mail'

/**
 * Takes in one mail of our mailbox: a calendar's answer is recorded or waits, a returned mail marks its address, other
 * mail waits to be read. Taken in twice, the second changes nothing.
 */
export async function receiveMail(
  receiver: Receiver,
  { mail, bytes, receivedAt }: { mail: ReceivedMail; bytes: Uint8Array; receivedAt: Date },
): Promise<Received> {
  const { database, site, vouching } = receiver
  const fingerprint = fingerprintOf(mail, bytes)
  if (await isKept(database.read, fingerprint)) return 'known'
  if (mail.messageId && (await findMessage(database.read, [mail.messageId]))) return 'own'
  const found = classify(mail)
  const arrived: Arrived = {
    mail,
    fingerprint,
    isAuthentic: await isAuthentic(mail, bytes, vouching),
    receivedAt,
    now: receiver.now(),
  }
  const addresses = await readAddresses(database.read, mail, site.secret)
  if (found.kind === 'reply') {
    await receiveReply(receiver, arrived, { ...found, addresses })
  } else if (found.kind === 'bounce' || found.kind === 'complaint') {
    await receiveReport(receiver, arrived, { ...found, sentTo: addresses.message })
  } else {
    const answered = await findMessage(database.read, mail.references)
    const attendeeId = addresses.entry?.attendeeId ?? null
    const about = await findAbout(database.read, mail, { answered, attendeeId })
    const state = found.kind === 'auto' ? 'ignored' : 'waiting'
    await database.write((tx) =>
      keepMail(tx, arrived, { kind: found.kind, state, reason: found.kind, about }),
    )
  }
  return found.kind
}

function fingerprintOf({ messageId }: ReceivedMail, bytes: Uint8Array): string {
  return createHash('sha256').update(`${messageId}\n`).update(bytes).digest('base64url')
}
