import ICAL from 'ical.js'
import { expect, onTestFinished, test } from 'vitest'
import { calendarEntry } from '#app/calendar/entry.ts'
import { readEnv } from '#app/env.server.ts'
import { readMailboxAddress } from '#app/mail/envelope.ts'
import type { Post, StoredMessage } from '#app/mail/mime.ts'
import { postOf } from '#app/mail/post.server.ts'
import { createTransport } from '#app/mail/transport.server.ts'
import { newId } from '#db/id.server.ts'
import { now } from '#tests/support/builders.ts'
import { aStoredMessage } from '#tests/support/mail.ts'
import { type Fault, type Stage, smtpSink } from '#tests/support/smtp.ts'

const stored = aStoredMessage()

async function deliverTo(fault: Fault | undefined, stage: Stage, given: Partial<StoredMessage> = {}) {
  const sink = await smtpSink((moment) => (moment.stage === stage ? fault : undefined))
  const transport = createTransport({
    url: sink.url,
    connections: 1,
    patience: { connect: 400, silence: 400 },
  })
  onTestFinished(async () => {
    transport.close()
    await sink.close()
  })
  const delivery = await transport.deliver({ ...stored, ...given })
  return { delivery, sink }
}

const connection = { outcome: 'retry', fault: 'connection' }
const refused = { outcome: 'retry', fault: 'message' }
const signIn = { outcome: 'retry', fault: 'signIn' }

// Measured against nodemailer 10.6: what each fault of a real server means for the message, and whether it was taken.
test.each<[Stage, Fault, object, number]>([
  ['connect', 'close', connection, 0],
  ['connect', 'reset', connection, 0],
  ['connect', 'stall', connection, 0],
  ['connect', 451, connection, 0],
  ['connect', 550, connection, 0],
  ['mail', 'close', connection, 0],
  ['mail', 'reset', connection, 0],
  ['mail', 'stall', connection, 0],
  ['mail', 451, refused, 0],
  ['mail', 530, signIn, 0],
  ['mail', 550, { outcome: 'failed' }, 0],
  ['rcpt', 'close', connection, 0],
  ['rcpt', 'reset', connection, 0],
  ['rcpt', 'stall', connection, 0],
  ['rcpt', 421, connection, 0],
  ['rcpt', 451, refused, 0],
  ['rcpt', 550, { outcome: 'failed' }, 0],
  ['data', 451, refused, 0],
  ['data', 550, { outcome: 'failed' }, 0],
  ['data', 'stall', { outcome: 'unknown' }, 0],
  ['dot', 'close', { outcome: 'unknown' }, 1],
  ['dot', 'reset', { outcome: 'unknown' }, 1],
  ['dot', 'stall', { outcome: 'unknown' }, 1],
  ['dot', 421, connection, 0],
  ['dot', 451, refused, 0],
  ['dot', 552, { outcome: 'failed' }, 0],
])('a server that fails at %s with %s', async (stage, fault, expected, taken) => {
  const { delivery, sink } = await deliverTo(fault, stage)
  expect({ delivery, taken: sink.received.length }).toEqual({
    delivery: { ...expected, response: expect.any(String) },
    taken,
  })
})

test.each<Fault>(['close', 'reset', 'stall'])(
  'a line lost before the last byte was sent (%s) may be tried again',
  async (fault) => {
    const text = `${'x'.repeat(70)}\n`.repeat(100_000)
    const { delivery, sink } = await deliverTo(fault, 'data', { text })
    expect({ delivery, taken: sink.received.length }).toEqual({
      delivery: { ...connection, response: expect.any(String) },
      taken: 0,
    })
  },
)

test('no server at all is a fault of the connection', async () => {
  const transport = createTransport({ url: 'smtp://127.0.0.1:1', connections: 1 })
  onTestFinished(() => transport.close())
  expect(await transport.deliver(stored)).toEqual({ ...connection, response: expect.any(String) })
})

test('a message that the server took is sent, with its words', async () => {
  const { delivery, sink } = await deliverTo(undefined, 'dot')
  expect(delivery).toEqual({ outcome: 'sent', response: expect.stringMatching(/^250 /) })
  expect(sink.received.map(({ to, messageId }) => ({ to, messageId }))).toEqual([
    { to: 'ali@guest.example', messageId: '<1@majlis.example>' },
  ])
})

test('the mail says that a machine wrote it, in which language, and nothing it was not given', async () => {
  const { sink } = await deliverTo(undefined, 'dot', { replyTo: 'desk@majlis.example', subject: 'دعوة' })
  const mail = await sink.parsed()
  expect(mail.subject).toBe('دعوة')
  expect(mail.from?.value).toEqual([{ name: 'IOM Iraq', address: 'events@majlis.example' }])
  expect(mail.replyTo?.value).toEqual([{ name: '', address: 'desk@majlis.example' }])
  expect(mail.date).toEqual(now)
  expect([...mail.headers.keys()].sort()).toEqual(
    [
      'auto-submitted',
      'content-language',
      'content-type',
      'date',
      'from',
      'message-id',
      'mime-version',
      'reply-to',
      'subject',
      'to',
      'x-auto-response-suppress',
    ].sort(),
  )
  expect(mail.headers.get('auto-submitted')).toBe('auto-generated')
})

test.each(['PUBLISH', 'REQUEST', 'CANCEL'] as const)(
  'a calendar part for %s stands where mail programs look for it',
  async (calendarMethod) => {
    const calendar = calendarEntry({
      method: calendarMethod,
      uid: 'a.p@majlis.example',
      sequence: 0,
      stampedAt: now,
      startsAt: new Date('2026-12-14T06:00:00Z'),
      endsAt: new Date('2026-12-14T12:30:00Z'),
      summary: 'اجتماع الشركاء '.repeat(20),
      organizer: { name: 'IOM Iraq', address: 'events@majlis.example' },
      attendee: { name: 'علي حسن', address: 'ali@guest.example', partstat: 'ACCEPTED' },
      status: 'CONFIRMED',
      language: 'ar',
    })
    const { sink } = await deliverTo(undefined, 'dot', { calendar, calendarMethod })
    const raw = sink.received[0]?.raw ?? ''
    expect([...raw.matchAll(/^Content-Type: ([^;\s]+)/gim)].map((match) => match[1])).toEqual([
      'multipart/mixed',
      'multipart/alternative',
      'text/plain',
      'text/html',
      'text/calendar',
      'application/ics',
    ])
    expect(raw).toMatch(
      new RegExp(`Content-Type: text/calendar; charset=utf-8; method=${calendarMethod}`, 'i'),
    )
    expect(raw).toContain('invite.ics')
    const mail = await sink.parsed()
    for (const part of mail.attachments) {
      const parsed = new ICAL.Component(ICAL.parse(part.content.toString()))
      expect(parsed.getFirstPropertyValue('method')).toBe(calendarMethod)
      expect(parsed.getAllSubcomponents('vevent')).toHaveLength(1)
    }
    expect(mail.attachments.length).toBeGreaterThan(0)
  },
)

test.each([
  'Ali\r\nBcc: evil@x.example',
  'Ali, <evil@x.example>',
  '"Ali" <evil@x.example>',
  'Ali\u0000\u0085Bcc: evil@x.example',
])('a hostile name (%j) adds no header and no recipient', async (name) => {
  const { sink } = await deliverTo(undefined, 'dot', {
    to: { name, address: 'ali@guest.example' },
    from: { name, address: 'events@majlis.example' },
    subject: name,
  })
  const mail = await sink.parsed()
  expect(sink.received.map(({ to }) => to)).toEqual(['ali@guest.example'])
  expect(mail.bcc).toBeUndefined()
  expect(
    [mail.to]
      .flat()
      .flatMap((list) => list?.value ?? [])
      .map(({ address }) => address),
  ).toEqual(['ali@guest.example'])
  expect(mail.from?.value.map(({ address }) => address)).toEqual(['events@majlis.example'])
})

test('nothing in a message makes us read a file or an address', async () => {
  const { sink } = await deliverTo(undefined, 'dot', {
    html: '<img src="file:///etc/passwd"><img src="http://127.0.0.1:1/x">',
    text: '{"path":"/etc/passwd"}',
  })
  const raw = sink.received[0]?.raw ?? ''
  expect(raw).not.toContain('root:')
  expect(raw).toContain('/etc/passwd')
})

const env = readEnv({
  NODE_ENV: 'test',
  APP_URL: 'https://meet.example.org',
  MAIL_PRESET: 'relay',
  MAILBOX_ADDRESS: 'rsvp@meet.example.org',
})

async function sentWith(post: Post, given: Partial<StoredMessage>) {
  const sink = await smtpSink()
  const transport = createTransport({ url: sink.url, connections: 1, post })
  expect(await transport.deliver(aStoredMessage(given))).toMatchObject({ outcome: 'sent' })
  transport.close()
  await sink.close()
  return { from: sink.received[0]?.from ?? '', mail: await sink.parsed(), raw: sink.received[0]?.raw ?? '' }
}

test.each(['announcement', 'invitation', 'reminder', 'confirmation', 'password_reset'] as const)(
  'unsubscribing stands in an announcement and nowhere else (%s)',
  async (kind) => {
    const { raw, mail } = await sentWith(postOf(env), { kind, id: newId(), officeId: newId() })
    const isAnnouncement = kind === 'announcement'
    expect(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click\r$/m.test(raw)).toBe(isAnnouncement)
    expect(/^List-Unsubscribe: <https:\/\/meet\.example\.org\/u\/[\w-]{60,}>\r$/m.test(raw)).toBe(
      isAnnouncement,
    )
    expect(/^List-I[dD]: <announcements\.[\w-]+\.meet\.example\.org>\r$/m.test(raw)).toBe(isAnnouncement)
    expect(mail.headers.has('precedence')).toBe(false)
  },
)

test('a mail comes back under an address that names it, where the server takes one', async () => {
  const id = newId()
  const { from } = await sentWith(postOf(env), { id })
  expect(from).toMatch(/^rsvp\+b\..+@meet\.example\.org$/)
  expect(readMailboxAddress(from, env.APP_SECRET)).toEqual({ purpose: 'bounce', id })
  const plain = await sentWith(postOf({ ...env, MAIL_VERP: 'off' }), { id })
  expect(plain.from).toBe('events@majlis.example')
})
