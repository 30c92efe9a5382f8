import { asc } from 'drizzle-orm'
import { onTestFinished } from 'vitest'
import type { SendingLimits } from '#app/mail/limits.ts'
import type { StoredMessage } from '#app/mail/mime.ts'
import { enqueue, type OutgoingMessage } from '#app/mail/outbox.server.ts'
import { createTransport, type Transport } from '#app/mail/transport.server.ts'
import { emptyOutbox, type Timing } from '#app/mail/worker.server.ts'
import type { Database } from '#db/client.server.ts'
import { newId } from '#db/id.server.ts'
import { messages } from '#db/schema/mail.server.ts'
import { anEvent, now } from './builders.ts'
import { type SmtpSink, smtpSink } from './smtp.ts'

/** An invitation in English, ready to go, unless told otherwise. */
export function aMessage(
  given: Partial<OutgoingMessage> & Pick<OutgoingMessage, 'officeId'>,
): OutgoingMessage {
  return {
    kind: 'invitation',
    dedupeKey: newId(),
    to: { name: 'Ali Hassan', address: 'ali@guest.example' },
    from: { name: 'IOM Iraq Events', address: 'events@majlis.example' },
    language: 'en',
    subject: 'You are invited',
    text: 'Dear Ali,\nplease come.\n',
    html: '<p>Dear Ali,<br>please come.</p>\n',
    state: 'queued',
    messageIdHost: 'majlis.example',
    now,
    ...given,
  }
}

/** A message as the worker has it in hand. */
export function aStoredMessage(given: Partial<StoredMessage> = {}): StoredMessage {
  return {
    id: '1',
    officeId: 'o',
    eventId: null,
    mailingId: null,
    invitationId: null,
    attendeeId: null,
    kind: 'invitation',
    dedupeKey: '1',
    to: { name: 'Ali', address: 'ali@guest.example' },
    from: { name: 'IOM Iraq', address: 'events@majlis.example' },
    replyTo: null,
    language: 'en',
    subject: 'You are invited',
    text: 'Dear Ali\n',
    html: '<p>Dear Ali</p>',
    calendar: null,
    calendarMethod: null,
    untoldEntry: null,
    enclosures: null,
    messageId: '<1@majlis.example>',
    priority: 0,
    state: 'sending',
    attempts: 1,
    dueAt: now,
    leasedBy: null,
    leasedUntil: null,
    startedAt: now,
    settledAt: null,
    response: '',
    holdsSecret: false,
    edited: null,
    copyOf: null,
    createdAt: now,
    ...given,
  }
}

/** A log nobody reads. */
export const quiet = { info: () => {}, warn: () => {}, error: () => {} }

export const generous: SendingLimits = { perMinute: 100_000, perDay: 1_000_000, connections: 3 }
export const brisk: Partial<Timing> = { poll: 20, pause: () => 0 }

export async function aSink(...given: Parameters<typeof smtpSink>): Promise<SmtpSink> {
  const sink = await smtpSink(...given)
  onTestFinished(() => sink.close())
  return sink
}

export function transportTo(sink: SmtpSink): Transport {
  return createTransport({ url: sink.url, connections: 3, patience: { connect: 500, silence: 500 } })
}

type Place = { database: Database; sink: SmtpSink; at?: Date; limits?: SendingLimits }

/** Sends everything that is due at one instant. */
export function sendAll({ database, sink, at = now, limits = generous }: Place) {
  return emptyOutbox({
    database,
    transport: transportTo(sink),
    limits,
    now: () => at,
    log: quiet,
    timing: brisk,
  })
}

export async function waiting(database: Database, given: Partial<OutgoingMessage>[]) {
  const event = await anEvent(database)
  const ids: string[] = []
  for (const one of given) {
    const message = aMessage({ officeId: event.officeId, eventId: event.id, ...one })
    const written = await database.write((tx) => enqueue(tx, message))
    ids.push(written?.id ?? '')
  }
  return { event, ids }
}

export function rows(database: Database) {
  return database.read.select().from(messages).orderBy(asc(messages.id))
}

export const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000)
