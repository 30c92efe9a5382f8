import { eq } from 'drizzle-orm'
import nodemailer from 'nodemailer'
import { calendarEntry } from '#app/calendar/entry.ts'
import { languages } from '#app/i18n/languages.ts'
import { defaultTexts } from '#app/invitations/default-text.ts'
import { invitePersons } from '#app/invitations/invite.server.ts'
import { prepareMailing, releaseMailing } from '#app/invitations/prepare.server.ts'
import { approveMailing, sendMailing } from '#app/invitations/send.server.ts'
import { mimeOf, type StoredMessage } from '#app/mail/mime.ts'
import { enqueueMany } from '#app/mail/outbox.server.ts'
import { createTransport } from '#app/mail/transport.server.ts'
import { emptyOutbox } from '#app/mail/worker.server.ts'
import { newId } from '#db/id.server.ts'
import { mailings, messages } from '#db/schema/mail.server.ts'
import { anEvent } from '#tests/support/builders.ts'
import { aMailing, site, somePersons } from '#tests/support/invitations.ts'
import { benchDatabase } from './database.ts'
import { inTurn, type Row, rate, secondsOf, time } from './measure.ts'
import { serveSink } from './sink.ts'

const many = 5_000
const rounds = 3
const connections = 5
const limits = { perMinute: 1_000_000, perDay: 100_000_000, connections }
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

/**
 * 5,000 messages with a calendar entry each to a local server: our outbox with its states and leases, against nodemailer
 * alone with the same messages over as many connections, in turn.
 */
export async function benchMailing(): Promise<Row[]> {
  const database = await benchDatabase()
  const { officeId, id: eventId } = await anEvent(database)
  const sink = await serveSink()
  const outgoing = Array.from({ length: many }, (_, i) => aLetter({ officeId, eventId, number: i }))
  const queueing = await secondsOf(() => database.write((tx) => enqueueMany(tx, outgoing)))
  const stored = await database.read.select().from(messages)

  const [ours, raw] = await inTurn(
    async () => {
      await database.write((tx) => tx.update(messages).set({ state: 'queued', settledAt: null }))
      return secondsOf(() =>
        emptyOutbox({
          database,
          transport: createTransport({ url: sink.url, connections }),
          limits,
          now: () => new Date(),
          log: silent,
        }),
      )
    },
    () => secondsOf(() => sendRaw(sink.url, stored)),
    rounds,
  )
  const sent = (await database.read.select({ state: messages.state }).from(messages)).filter(
    ({ state }) => state === 'sent',
  )
  const received = await sink.count()
  await sink.stop()
  await database.drop()
  if (sent.length !== many || received !== 2 * rounds * many)
    throw new Error(`${sent.length} sent, ${received} received`)
  return [
    ...(await benchOneClick()),
    {
      name: 'mailing of 5,000 with calendar into the outbox, one transaction',
      figure: time(queueing),
      against: 'pass line 2 s',
      ratio: null,
    },
    {
      name: 'mailing of 5,000 with calendar to a local server over 5 connections',
      figure: rate(many / ours),
      against: `${rate(many / raw)} nodemailer alone, the same messages`,
      ratio: raw / ours,
    },
  ]
}

export function aLetter({
  officeId,
  eventId,
  number,
}: {
  officeId: string
  eventId: string
  number: number
}) {
  const now = new Date()
  const address = `guest${number}@guest.example`
  return {
    ...{ officeId, eventId, now },
    kind: 'invitation' as const,
    dedupeKey: newId(),
    to: { name: `Guest ${number}`, address },
    from: { name: 'IOM Iraq Events', address: 'events@majlis.example' },
    language: 'ar' as const,
    subject: 'دعوة إلى اجتماع شركاء برنامج إنعاش المجتمع',
    text: 'حضرة السيد المدير العام،\nيسرّنا أن ندعوكم إلى اجتماع الشركاء.\n'.repeat(20),
    html: '<p>حضرة السيد المدير العام،<br>يسرّنا أن ندعوكم إلى اجتماع الشركاء.</p>\n'.repeat(20),
    calendar: calendarEntry({
      method: 'REQUEST',
      uid: `${newId()}@majlis.example`,
      sequence: 0,
      stampedAt: now,
      startsAt: new Date('2026-12-14T06:00:00Z'),
      endsAt: new Date('2026-12-14T12:30:00Z'),
      summary: 'اجتماع شركاء برنامج إنعاش المجتمع',
      organizer: { name: 'IOM Iraq', address: 'events@majlis.example' },
      attendee: { name: `Guest ${number}`, address, partstat: 'ACCEPTED' },
      status: 'CONFIRMED',
      language: 'ar',
    }),
    calendarMethod: 'REQUEST' as const,
    state: 'queued' as const,
    messageIdHost: 'majlis.example',
  }
}

export async function sendRaw(url: string, stored: readonly StoredMessage[]): Promise<void> {
  const mailer = nodemailer.createTransport({ url, pool: true, maxConnections: connections } as object)
  await Promise.all(
    stored.map((message) => mailer.sendMail(mimeOf(message, null) as Parameters<typeof mailer.sendMail>[0])),
  )
  mailer.close()
}
