import { eq } from 'drizzle-orm'
import nodemailer from 'nodemailer'
import { languages } from '#app/i18n/languages.ts'
import { defaultTexts } from '#app/invitations/default-text.ts'
import { invitePersons } from '#app/invitations/invite.server.ts'
import { prepareMailing, releaseMailing } from '#app/invitations/prepare.server.ts'
import { approveMailing, sendMailing } from '#app/invitations/send.server.ts'
import { enqueueMany } from '#app/mail/outbox.server.ts'
import { createTransport, type StoredMessage } from '#app/mail/transport.server.ts'
import { emptyOutbox } from '#app/mail/worker.server.ts'
import { newId } from '#db/id.server.ts'
import { mailings, messages } from '#db/schema/mail.server.ts'
import { anEvent } from '#tests/support/builders.ts'
import { aMailing, site, somePersons } from '#tests/support/invitations.ts'
import { benchDatabase } from './database.ts'
import { type Row, rate, secondsOf, time } from './measure.ts'
import { serveSink } from './sink.ts'

const many = 5_000
const connections = 5
const silent = { info: () => {}, warn: () => {}, error: () => {} }

/** One click on an approved letter to 5,000 guests of four languages, and what was written before it. */
async function benchOneClick(): Promise<Row[]> {
  const database = await benchDatabase()
  const event = await anEvent(database)
  const personIds: string[] = []
  for (const language of languages)
    personIds.push(...(await somePersons(database, event.officeId, many / languages.length, { language })))
  const inviting = {
    partIds: [event.meeting.id],
    policy: 'bound' as const,
    secret: site.secret,
    now: new Date(),
  }
  await database.write((tx) => invitePersons(tx, event.scope, { personIds, ...inviting }))
  const texts = defaultTexts('invitation')
  const { id: mailingId } = await aMailing(database, event, texts)
  const given = { mailingId, now: new Date() }
  const writing = await secondsOf(() => prepareMailing(database, event.scope, { ...given, site }))
  await database.write((tx) => approveMailing(tx, event.scope, given))
  const click = await secondsOf(() => database.write((tx) => sendMailing(tx, event.scope, given)))
  const queued = await database.read.$count(messages, eq(messages.state, 'queued'))

  // A letter with a time does all of it at once.
  const timed = await aMailing(database, event, { ...texts, kind: 'announcement', audience: { who: 'all' } })
  const when = { state: 'scheduled' as const }
  await database.write((tx) => tx.update(mailings).set(when).where(eq(mailings.id, timed.id)))
  const release = { mailingId: timed.id, site, now: new Date() }
  const whole = await secondsOf(() => releaseMailing(database, event.scope, release))
  const all = await database.read.$count(messages, eq(messages.state, 'queued'))
  await database.drop()
  if (queued !== many || all !== 2 * many) throw new Error(`${queued} and ${all} messages`)
  return [
    {
      name: 'letter to 5,000 guests in four languages written for each',
      figure: time(writing),
      against: 'before the click',
      ratio: null,
    },
    { name: 'one click queues 5,000 of them', figure: time(click), against: 'pass line 2 s', ratio: null },
    {
      name: 'scheduled letter to 5,000: audience, writing, queueing',
      figure: time(whole),
      against: '',
      ratio: null,
    },
  ]
}

/** 5,000 messages to a local server: our outbox with its states and leases, against nodemailer alone with the same. */
export async function benchMailing(): Promise<Row[]> {
  const database = await benchDatabase()
  const event = await anEvent(database)
  const sink = await serveSink()
  const now = new Date()
  const outgoing = Array.from({ length: many }, (_, i) => ({
    officeId: event.officeId,
    eventId: event.id,
    kind: 'invitation' as const,
    dedupeKey: newId(),
    to: { name: `Guest ${i}`, address: `guest${i}@guest.example` },
    from: { name: 'IOM Iraq Events', address: 'events@majlis.example' },
    language: 'ar' as const,
    subject: 'دعوة إلى اجتماع شركاء برنامج إنعاش المجتمع',
    text: 'حضرة السيد المدير العام،\nيسرّنا أن ندعوكم إلى اجتماع الشركاء.\n'.repeat(20),
    html: '<p>حضرة السيد المدير العام،<br>يسرّنا أن ندعوكم إلى اجتماع الشركاء.</p>\n'.repeat(20),
    state: 'queued' as const,
    messageIdHost: 'majlis.example',
    now,
  }))
  const queueing = await secondsOf(() => database.write((tx) => enqueueMany(tx, outgoing)))
  const stored = await database.read.select().from(messages)

  const raw = await secondsOf(() => sendRaw(sink.url, stored))
  const limits = { perMinute: 1_000_000, perDay: 10_000_000, connections }
  const ours = await secondsOf(() =>
    emptyOutbox({
      database,
      transport: createTransport({ url: sink.url, connections }),
      limits,
      now: () => new Date(),
      log: silent,
    }),
  )
  const sent = await database.read.$count(messages, eq(messages.state, 'sent'))
  const received = await sink.count()
  await sink.stop()
  await database.drop()
  if (sent !== many || received !== 2 * many) throw new Error(`${sent} sent, ${received} received`)
  return [
    ...(await benchOneClick()),
    {
      name: 'mailing of 5,000 into the outbox, one transaction',
      figure: time(queueing),
      against: 'pass line 2 s',
      ratio: null,
    },
    {
      name: 'mailing of 5,000 to a local server over 5 connections',
      figure: rate(many / ours),
      against: `${rate(many / raw)} nodemailer alone`,
      ratio: raw / ours,
    },
  ]
}

async function sendRaw(url: string, stored: readonly StoredMessage[]): Promise<void> {
  const mailer = nodemailer.createTransport({ url, pool: true, maxConnections: connections } as object)
  await Promise.all(
    stored.map(({ from, to, subject, text, html, messageId }) =>
      mailer.sendMail({ from, to, subject, text, html, messageId }),
    ),
  )
  mailer.close()
}
