import { eq } from 'drizzle-orm'
import { submitAnswer } from '#app/answers/submit.server.ts'
import type { DNSResolver } from '#app/inbox/authenticity.server.ts'
import { parseMail } from '#app/inbox/parse.server.ts'
import { receiveMail } from '#app/inbox/receive.server.ts'
import { mailboxAddress } from '#app/mail/envelope.ts'
import type { Database } from '#db/client.server.ts'
import { newId } from '#db/id.server.ts'
import { calendarEntries } from '#db/schema/calendar.server.ts'
import { inboxMails } from '#db/schema/inbox.server.ts'
import { now } from './builders.ts'
import { type aGuest, anAnswer, site as linksOnly } from './guests.ts'
import { later } from './mail.ts'

export const site = { ...linksOnly, mailbox: 'rsvp@majlis.example' }

/** What the host that received a mail adds when the sender's domain vouches for it. */
export const vouchedFor = (domain = 'guest.example') =>
  `Authentication-Results: mx.majlis.example; dkim=pass header.d=${domain}; dmarc=pass header.from=${domain}`

type Given = { receivedAt?: Date; at?: Date; resolver?: DNSResolver; authserv?: string | undefined }

/** Takes in a mail as the mailbox would, a quarter of an hour after `now`. */
export async function receive(database: Database, raw: string | Buffer, given: Given = {}) {
  const { receivedAt = later(15), at = later(16), resolver } = given
  const authserv = 'authserv' in given ? given.authserv : 'mx.majlis.example'
  const bytes = Buffer.from(raw)
  const receiver = { database, site, vouching: { authserv, resolver }, now: () => at }
  return receiveMail(receiver, { mail: await parseMail(bytes), bytes, receivedAt })
}

/** A guest who holds a calendar entry, since they have answered; with its UID and the address that reads its replies. */
export async function withEntry(
  database: Database,
  event: { meeting: { id: string } },
  guest: Awaited<ReturnType<typeof aGuest>>,
  reply: 'accepted' | 'tentative' = 'tentative',
) {
  await submitAnswer(database, guest.scope, { given: anAnswer(event.meeting.id, reply), site, now })
  return entryOf(database, guest)
}

export async function entryOf(database: Database, guest: Awaited<ReturnType<typeof aGuest>>) {
  const [entry] = await database.read
    .select()
    .from(calendarEntries)
    .where(eq(calendarEntries.attendeeId, guest.attendeeId))
  if (!entry) throw new Error('This guest has no calendar entry')
  return {
    uid: `${entry.attendeeId}.${entry.partId}@majlis.example`,
    to: mailboxAddress(site.mailbox, { purpose: 'answer', id: entry.replyId, secret: site.secret }),
    sequence: entry.sequence,
  }
}

/** What has become of every mail, in the order they came. */
export async function inboxOf(database: Database) {
  const rows = await database.read.select().from(inboxMails).orderBy(inboxMails.createdAt, inboxMails.id)
  return rows.map(({ kind, state, reason }) => [kind, state, reason].join(' '))
}

/** A mail that waits: about a guest of an event, or about nobody. */
export async function aWaitingMail(
  database: Database,
  about: { officeId: string; eventId?: string; invitationId?: string; attendeeId?: string },
  given: Partial<typeof inboxMails.$inferInsert> = {},
): Promise<string> {
  const id = newId()
  await database.write((tx) =>
    tx.insert(inboxMails).values({
      ...about,
      ...{ id, fingerprint: id, kind: 'mail', state: 'waiting', reason: 'mail', attachments: [] },
      ...{ fromName: 'Sara Ahmed', fromAddress: 'sara@guest.example', toAddress: 'events@majlis.example' },
      ...{ subject: 'Re: Invitation', text: 'I will come.', receivedAt: now, createdAt: now },
      ...given,
    }),
  )
  return id
}
