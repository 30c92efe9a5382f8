import { parseMail } from '#app/inbox/parse.server.ts'
import { receiveMail } from '#app/inbox/receive.server.ts'
import { siteOf } from '#app/invitations/token.server.ts'
import { dovecot } from '#tests/support/dovecot.ts'
import { vouchedFor } from '#tests/support/inbox.ts'
import type { WholeMajlis } from '#tests/support/majlis.ts'
import type { ReceivedDate } from '#tests/support/received.ts'

/** How the mails of guests, their calendars and their hosts reach Majlis. */
export type PostOffice = {
  settings: Record<string, string>
  deliver(majlis: WholeMajlis, mail: string): Promise<void>
  close(): Promise<void>
}

const settings = {
  MAILBOX_ADDRESS: 'rsvp@majlis.example',
  MAILBOX_AUTHSERV: 'mx.majlis.example',
  MAIL_VERP: 'on',
}

/** Into the mailbox of a real IMAP server, which Majlis reads. */
export async function imapPostOffice(): Promise<PostOffice> {
  const server = await dovecot()
  return {
    settings: { ...settings, MAILBOX_URL: server.url },
    deliver: async (_, mail) => void (await server.append(mail)),
    close: () => server.stop(),
  }
}

/** The same mails, handed to their reader without a server. */
export async function directPostOffice(): Promise<PostOffice> {
  return {
    settings,
    async deliver({ context }, mail) {
      const { database, env, now, wakeWorker } = context
      const bytes = Buffer.from(mail)
      const receiver = { database, site: siteOf(env), vouching: { authserv: env.MAILBOX_AUTHSERV }, now }
      await receiveMail(receiver, { mail: await parseMail(bytes), bytes, receivedAt: now() })
      wakeWorker()
    },
    close: async () => {},
  }
}

/** What a calendar says about a date that it was sent, now; its host vouches for it unless told otherwise. */
export function replyTo(date: ReceivedDate, { isVouchedFor = true } = {}) {
  const from = date.attendees[0]?.address.replace(/^mailto:/i, '') ?? ''
  return {
    ...{ uid: date.uid, to: date.organizer, sequence: date.sequence, from },
    stampedAt: new Date().toISOString().replace(/[-:]|\.\d+/g, ''),
    startsAt: date.startsAt.replace(/[-:]/g, ''),
    headers: isVouchedFor ? [vouchedFor(from.slice(from.indexOf('@') + 1))] : [],
  }
}
