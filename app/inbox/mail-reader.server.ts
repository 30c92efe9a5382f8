import { Worker } from 'node:worker_threads'
import { sourcePath } from '#app/documents/source-path.server.ts'
import { oneLine } from '#app/mail/address.ts'
import type { ReceivedMail } from './mail.ts'

const memoryLimits = { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 32 }
const timeLimit = 15_000

/** Reads mails in a thread of its own, one after the other; a mail that takes too much of it comes out unread. */
export type MailReader = { read(bytes: Uint8Array): Promise<ReceivedMail>; close(): Promise<void> }

/** A thread is started with the first mail and anew after one that had to be ended. */
export function createMailReader(): MailReader {
  let worker: Worker | null = null
  let finish: ((mail: ReceivedMail | null) => void) | null = null

  function start(): Worker {
    const started = new Worker(sourcePath('app/inbox/parse-worker.server.ts'), {
      resourceLimits: memoryLimits,
      execArgv: [],
      env: {},
    })
    started.on('message', ({ mail }: { mail: ReceivedMail | null }) => finish?.(mail))
    started.on('error', () => finish?.(null))
    started.on('exit', () => finish?.(null))
    return started
  }
  async function end() {
    const ended = worker
    worker = null
    await ended?.terminate()
  }
  /** Null when the thread failed, died or took too long over it. */
  function outcome(bytes: Uint8Array): Promise<ReceivedMail | null> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => finish?.(null), timeLimit)
      finish = (mail) => {
        clearTimeout(timer)
        finish = null
        resolve(mail)
      }
      worker ??= start()
      worker.postMessage(bytes)
    })
  }
  return {
    async read(bytes) {
      const mail = await outcome(bytes)
      if (!mail) await end()
      return mail ?? unread(bytes)
    },
    close: end,
  }
}

/** What can be said of a mail nobody could read: a person looks at it in the mailbox itself. */
export function unread(bytes: Uint8Array): ReceivedMail {
  const head =
    Buffer.from(bytes.subarray(0, 20_000))
      .toString('latin1')
      .split(/\r?\n\r?\n/)[0] ?? ''
  const field = (name: string) =>
    oneLine(new RegExp(`^${name}:[ \\t]*(.*)$`, 'im').exec(head)?.[1]?.slice(0, 500) ?? '')
  const address = /[^\s<>"(),;:]+@[^\s<>"(),;:]+/.exec(field('From'))?.[0] ?? ''
  return {
    messageId: field('Message-ID'),
    subject: field('Subject'),
    from: { name: '', address: address.slice(0, 254) },
    // It must never count as anybody's word.
    hasSeveralSenders: true,
    ...{ recipients: [], references: [], attachments: [], calendars: [], headers: {} },
    ...{ contentType: { value: '', params: {} }, text: '', isCut: true, evidence: '' },
  }
}
