import { eq } from 'drizzle-orm'
import nodemailer from 'nodemailer'
import { enqueueMany } from '#app/mail/outbox.server.ts'
import { createTransport, type StoredMessage } from '#app/mail/transport.server.ts'
import { emptyOutbox } from '#app/mail/worker.server.ts'
import { newId } from '#db/id.server.ts'
import { messages } from '#db/schema/mail.server.ts'
import { anEvent } from '#tests/support/builders.ts'
import { benchDatabase } from './database.ts'
import { type Row, rate, secondsOf, time } from './measure.ts'
import { serveSink } from './sink.ts'

const many = 5_000
const connections = 5
const silent = { info: () => {}, warn: () => {}, error: () => {} }

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
