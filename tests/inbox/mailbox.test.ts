import { eq } from 'drizzle-orm'
import { expect, onTestFinished, test } from 'vitest'
import { createMailReader } from '#app/inbox/mail-reader.server.ts'
import { type MailboxTiming, openMailbox } from '#app/inbox/mailbox.server.ts'
import { readMailboxState } from '#app/inbox/mailbox-state.server.ts'
import { readMailboxUrl } from '#app/inbox/mailbox-url.ts'
import type { Database } from '#db/client.server.ts'
import { inboxMails } from '#db/schema/inbox.server.ts'
import { attendances } from '#db/schema/invitations.server.ts'
import { anEvent, now } from '#tests/support/builders.ts'
import { testDatabase } from '#tests/support/database.ts'
import { type Dovecot, dovecot, hasDovecot } from '#tests/support/dovecot.ts'
import { aGuest } from '#tests/support/guests.ts'
import { site, vouchedFor, withEntry } from '#tests/support/inbox.ts'
import { later, quiet } from '#tests/support/mail.ts'
import { outlookReply, writtenMail } from '#tests/support/mime.ts'

test.each([
  [
    'imaps://rsvp:s%40fe@mail.example.org',
    { host: 'mail.example.org', port: 993, isSecure: true, password: 's@fe', folder: 'INBOX' },
  ],
  ['imap://rsvp:x@127.0.0.1:1143/Replies', { port: 1143, isSecure: false, isLocal: true, folder: 'Replies' }],
])('%s names a mailbox', (url, place) => {
  expect(readMailboxUrl(url)).toMatchObject(place)
})

test.each(['imaps://mail.example.org', 'imaps://rsvp@mail.example.org', 'http://a:b@c', 'imaps://', ''])(
  '%s names none',
  (url) => {
    expect(readMailboxUrl(url)).toBeNull()
  },
)

test('a mail too heavy to read comes out unread, and the next one is read', async () => {
  const reader = createMailReader()
  onTestFinished(() => reader.close())
  // Parts within parts within parts: each level costs memory.
  const bomb = Array.from(
    { length: 60_000 },
    (_, n) => `Content-Type: multipart/mixed; boundary=b${n}\r\n\r\n--b${n}\r\n`,
  ).join('')
  const heavy = await reader.read(Buffer.from(`From: x@y.example\r\nSubject: Heavy\r\n${bomb}`))
  expect([heavy.subject, heavy.from.address]).toEqual(['Heavy', 'x@y.example'])
  for (const text of ['One', 'Two'])
    expect((await reader.read(Buffer.from(writtenMail({ text })))).text).toBe(text)
}, 60_000)

const brisk: Partial<MailboxTiming> = { poll: 300, lease: 30_000, patience: 5_000, pause: () => 50 }

function reading(database: Database, server: Dovecot) {
  const waiting: (() => void)[] = []
  let count = 0
  const mailbox = openMailbox({
    url: server.url,
    receiver: { database, site, vouching: { authserv: 'mx.majlis.example' }, now: () => new Date() },
    log: quiet,
    timing: brisk,
    onReceived() {
      count++
      for (const go of waiting.splice(0)) go()
    },
  })
  const until = async (wanted: number) => {
    while (count < wanted) await new Promise<void>((resolve) => waiting.push(resolve))
  }
  return { ...mailbox, until, count: () => count }
}

test.skipIf(!hasDovecot)(
  'a real IMAP server (Dovecot): what is there and what comes is taken in once, and left as it was',
  async () => {
    const server = await dovecot()
    onTestFinished(() => server.stop())
    const database = await testDatabase()
    const event = await anEvent(database)
    const guest = await aGuest(database, event)
    const entry = await withEntry(database, event, guest)
    await server.append(writtenMail({ text: 'There before' }), later(1))
    await server.append(writtenMail({ text: 'Years ago' }), new Date('2024-01-01'))

    const first = reading(database, server)
    const standby = reading(database, server)
    await Promise.race([first.until(2), standby.until(2)])
    await server.append(outlookReply({ ...entry, headers: [vouchedFor()] }), later(15))
    await Promise.race([first.until(3), standby.until(3)])
    const [attendance] = await database.read
      .select()
      .from(attendances)
      .where(eq(attendances.attendeeId, guest.attendeeId))
    expect([attendance?.status, attendance?.answeredVia]).toEqual(['accepted', 'calendar'])
    // One of the two read, the other waited.
    expect([first.count(), standby.count()].sort()).toEqual([0, 3])
    await Promise.all([first.stop(), standby.stop()])
    expect(await server.flags()).toEqual([])

    // Another start goes on where the last one stopped; a mailbox numbered anew is read again and recognised.
    await server.append(writtenMail({ text: 'While nobody read' }), later(20))
    const second = reading(database, server)
    await second.until(1)
    await server.renumber()
    await second.until(4)
    await second.stop()
    expect(await database.read.$count(inboxMails)).toBe(4)
    const state = await readMailboxState(database.read, server.url)
    expect(state).toMatchObject({ error: '', leasedBy: null, lastUid: expect.any(Number) })
    expect(state?.readAt?.getTime()).toBeGreaterThan(now.getTime() - 1)
  },
  60_000,
)

test.skipIf(!hasDovecot)(
  'a wrong password is told to the administrator, and reading goes on once it is right',
  async () => {
    const server = await dovecot()
    onTestFinished(() => server.stop())
    const database = await testDatabase()
    await anEvent(database)
    const wrong = reading(database, { ...server, url: server.url.replace('secret', 'wrong') })
    while (!(await readMailboxState(database.read, server.url))?.failedAt)
      await new Promise((resolve) => setTimeout(resolve, 50))
    await wrong.stop()
    expect((await readMailboxState(database.read, server.url))?.error).toMatch(/auth|fail/i)
    await server.append(writtenMail())
    const right = reading(database, server)
    await right.until(1)
    await right.stop()
    expect((await readMailboxState(database.read, server.url))?.error).toBe('')
  },
  60_000,
)
