import { Readable } from 'node:stream'
import nodemailer from 'nodemailer'
import type { messages } from '#db/schema/mail.server.ts'

export type StoredMessage = typeof messages.$inferSelect

/**
 * How handing over one message ended. `retry`: the server has not taken it and may later (`reached`: it did answer,
 * the fault is not the connection's). `failed`: it never will. `unknown`: all of it was handed over and no answer came.
 */
export type Delivery =
  | { outcome: 'sent'; response: string }
  | { outcome: 'retry'; response: string; reached: boolean }
  | { outcome: 'failed'; response: string }
  | { outcome: 'unknown'; response: string }

export type Transport = { deliver(message: StoredMessage): Promise<Delivery>; close(): void }

type TransportSettings = {
  /** `smtp://user:password@host:587`, `smtps://…`. */
  url: string
  connections: number
  /** Milliseconds until a silent server is given up; RFC 5321 §4.5.3.2 asks for minutes after the final dot. */
  patience?: { connect: number; silence: number }
}

/** SMTP to the server named by MAIL_URL. Each message is tried once; trying again is the outbox's business. */
export function createTransport({
  url,
  connections,
  patience = { connect: 30_000, silence: 300_000 },
}: TransportSettings): Transport {
  const mailer = nodemailer.createTransport({
    url,
    pool: true,
    maxConnections: connections,
    // The pool would otherwise send a message again by itself when its connection closes without a word.
    maxRequeues: 0,
    // Limits on open connections count idle ones too.
    idleTimeout: 30_000,
    connectionTimeout: patience.connect,
    greetingTimeout: patience.connect,
    socketTimeout: patience.silence,
    dnsTimeout: patience.connect,
    // A text of ours must never make the server read its own disk or network.
    disableFileAccess: true,
    disableUrlAccess: true,
  } as Parameters<typeof nodemailer.createTransport>[0])
  mailer.use('stream', (mail, done) => {
    const { whenRead } = mail.data as Tracked
    mail.message.processFunc((input: Readable) => Readable.from(watched(input, whenRead)))
    done()
  })
  return {
    async deliver(message) {
      let isHandedOver = false
      const whenRead = () => {
        isHandedOver = true
      }
      try {
        const { response } = await mailer.sendMail({ ...mime(message), whenRead } as Parameters<
          typeof mailer.sendMail
        >[0])
        return { outcome: 'sent', response: words(response) }
      } catch (error) {
        return classify(error as SmtpError, isHandedOver)
      }
    },
    close: () => mailer.close(),
  }
}

type Tracked = { whenRead: () => void }

/** Passes the message on and tells when its last byte goes, which is before the final dot: without it no server takes a message. */
async function* watched(input: Readable, whenRead: () => void) {
  yield* input
  whenRead()
}

/** What nodemailer needs: nothing but what is stored, so that a second copy is the same mail with a new date. */
function mime(message: StoredMessage) {
  return {
    messageId: message.messageId,
    date: message.startedAt ?? message.createdAt,
    from: message.from,
    to: [message.to],
    ...(message.replyTo ? { replyTo: [{ name: '', address: message.replyTo }] } : {}),
    envelope: { from: message.from.address, to: [message.to.address] },
    subject: message.subject,
    text: message.text,
    html: message.html,
    ...(message.calendar && message.calendarMethod
      ? { icalEvent: { method: message.calendarMethod, filename: 'invite.ics', content: message.calendar } }
      : {}),
    headers: {
      'Content-Language': message.language,
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'OOF, NRN, AutoReply, RN',
    },
  }
}

type SmtpError = Error & { code?: string; command?: string; responseCode?: number; response?: string }

const aboutTheMessage = ['MAIL FROM', 'RCPT TO', 'DATA']

/**
 * What an error means for the message. A reply is believed: 4xx may be tried again, 5xx to the message itself never.
 * 5xx elsewhere (greeting, sign-in) and 503, 530, 535 are about the connection or our settings, not about this message.
 */
function classify(error: SmtpError, isHandedOver: boolean): Delivery {
  const { responseCode: code = 0, command = '' } = error
  const response = words(error.response || error.message)
  const isPermanent = code >= 500 && ![503, 530, 535].includes(code)
  const isAboutMessage = aboutTheMessage.includes(command)
  if (error.code === 'EENVELOPE' && !code && command === 'API') return { outcome: 'failed', response }
  if (error.code === 'EMESSAGE' && !code) return { outcome: 'failed', response }
  if (isPermanent && isAboutMessage) return { outcome: 'failed', response }
  if (isHandedOver && code < 400) return { outcome: 'unknown', response }
  return {
    outcome: 'retry',
    response,
    reached: isAboutMessage && code >= 400 && code !== 421 && !isSettings(code),
  }
}

function isSettings(code: number): boolean {
  return code === 530 || code === 535
}

function words(response: string | undefined): string {
  return (response ?? '').replace(/\s+/g, ' ').trim().slice(0, 500)
}
