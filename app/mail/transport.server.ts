import type { Readable } from 'node:stream'
import nodemailer from 'nodemailer'
import type { FileStore } from '#app/files/store.server.ts'
import type { DkimKey } from './dkim.server.ts'
import { readEnclosed } from './enclosed.server.ts'
import { mimeOf, type Post, type StoredMessage } from './mime.ts'

/**
 * How handing over one message ended. `retry`: the server has not taken it and may later; `fault` says whether the
 * message was refused for now, the connection failed, or the server does not take our password. `failed`: it never will.
 * `unknown`: all of it was handed over and no answer came.
 */
export type Delivery =
  | { outcome: 'sent'; response: string }
  | { outcome: 'retry'; response: string; fault: 'message' | 'connection' | 'signIn' }
  | { outcome: 'failed'; response: string }
  | { outcome: 'unknown'; response: string }

export type Transport = {
  deliver(message: StoredMessage): Promise<Delivery>
  /** Whether the server can be reached and lets us in. */
  isReady(): Promise<boolean>
  close(): void
}

type TransportSettings = {
  /** `smtp://user:password@host:587`, `smtps://…`. */
  url: string
  connections: number
  /** Milliseconds until a silent server is given up; RFC 5321 §4.5.3.2 asks for minutes after the final dot. */
  patience?: { connect: number; silence: number }
  dkim?: DkimKey | null
  post?: Post | null
  /** Where the files lie that go with messages. */
  files?: FileStore
}

/** SMTP to the server named by MAIL_URL. Each message is tried once; trying again is the outbox's business. */
export function createTransport({
  url,
  connections,
  patience = { connect: 30_000, silence: 300_000 },
  dkim = null,
  post = null,
  files,
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
    ...(dkim && { dkim: { ...dkim, headerFieldNames: signed } }),
  } as Parameters<typeof nodemailer.createTransport>[0])
  mailer.use('stream', (mail, done) => {
    const { whenRead } = mail.data as Tracked
    const { message } = mail as unknown as { message: { createReadStream(): Readable } }
    const read = message.createReadStream.bind(message)
    // Not a step of the stream, which the signature would still stand behind, but its very end.
    message.createReadStream = () => read().once('end', whenRead)
    done()
  })
  return {
    async deliver(message) {
      let isHandedOver = false
      const whenRead = () => {
        isHandedOver = true
      }
      try {
        const enclosed = await readEnclosed(files, message)
        if (!enclosed) return { outcome: 'failed', response: 'A file that goes with this message is gone' }
        const mail = { ...mimeOf(message, post, enclosed), whenRead } as Parameters<typeof mailer.sendMail>[0]
        const { response } = await mailer.sendMail(mail)
        return { outcome: 'sent', response: words(response) }
      } catch (error) {
        return classify(error as SmtpError, isHandedOver)
      }
    },
    async isReady() {
      try {
        await mailer.verify()
        return true
      } catch {
        return false
      }
    },
    close: () => mailer.close(),
  }
}

/** What the signature covers (RFC 6376 §5.4.1), one-click unsubscribe (RFC 8058 §4) and the machine's mark included. */
const signed = [
  ...['From', 'Reply-To', 'Subject', 'Date', 'Message-ID', 'To', 'MIME-Version', 'Content-Type'],
  ...['Content-Transfer-Encoding', 'Content-Language', 'Auto-Submitted'],
  ...['List-Id', 'List-Unsubscribe', 'List-Unsubscribe-Post'],
].join(':')

/** Told when the mail's last byte goes, which is before the final dot: without it no server takes a message. */
type Tracked = { whenRead: () => void }

type SmtpError = Error & { code?: string; command?: string; responseCode?: number; response?: string }

const aboutTheMessage = ['MAIL FROM', 'RCPT TO', 'DATA']
const aboutSigningIn = [530, 534, 535]

/**
 * What an error means for the message. A reply is believed: 4xx may be tried again, 5xx to the message itself never.
 * 5xx elsewhere (greeting, sign-in) and 503, 530, 534, 535 are about the connection or our settings, not this message.
 */
function classify(error: SmtpError, isHandedOver: boolean): Delivery {
  const { responseCode: code = 0, command = '' } = error
  const response = words(error.response || error.message)
  const isAboutSignIn = aboutSigningIn.includes(code) || error.code === 'EAUTH'
  const isPermanent = code >= 500 && code !== 503 && !isAboutSignIn
  const isAboutMessage = aboutTheMessage.includes(command)
  if (error.code === 'EENVELOPE' && !code && command === 'API') return { outcome: 'failed', response }
  if (error.code === 'EMESSAGE' && !code) return { outcome: 'failed', response }
  if (isPermanent && isAboutMessage) return { outcome: 'failed', response }
  if (isHandedOver && code < 400) return { outcome: 'unknown', response }
  if (isAboutSignIn) return { outcome: 'retry', response, fault: 'signIn' }
  const isRefused = isAboutMessage && code >= 400 && code !== 421 && code !== 503
  return { outcome: 'retry', response, fault: isRefused ? 'message' : 'connection' }
}

function words(response: string | undefined): string {
  return (response ?? '').replace(/\s+/g, ' ').trim().slice(0, 500)
}
