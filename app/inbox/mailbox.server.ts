import { hostname } from 'node:os'
import { ImapFlow } from 'imapflow'
import { createBell } from '#app/mail/bell.ts'
import { newId } from '#db/id.server.ts'
import { createMailReader, type MailReader, unread } from './mail-reader.server.ts'
import {
  leaseMailbox,
  mailboxId,
  noteMailbox,
  readMailboxState,
  releaseMailbox,
} from './mailbox-state.server.ts'
import { type MailboxPlace, readMailboxUrl } from './mailbox-url.ts'
import { type Received, type Receiver, receiveMail } from './receive.server.ts'

type Log = Record<'info' | 'warn' | 'error', (fields: object, text: string) => void>

/** Milliseconds. `poll`: how late a mail is noticed where the server does not tell by itself. */
export type MailboxTiming = { lease: number; poll: number; patience: number; pause(failures: number): number }
const usual: MailboxTiming = {
  lease: 90_000,
  poll: 25_000,
  patience: 60_000,
  pause: (failures) => Math.min(5_000 * 2 ** (failures - 1), 300_000) * (0.75 + Math.random() / 2),
}

/** Larger mails are read as far as this: their headers and text come first. */
const mostBytes = 8 * 1024 * 1024
/** How far back a mailbox is read that was never read before, or was renumbered; what is known is known again. */
const firstLook = 14 * 86_400_000

type Workplace = {
  url: string
  receiver: Receiver
  log: Log
  /** After each mail that was taken in. */
  onReceived?(received: Received): void
  timing?: Partial<MailboxTiming>
}

export type Mailbox = { stop(): Promise<void> }

/**
 * Reads a mailbox until stopped: what is there, then what comes, told by the server (IDLE) or asked for. One process
 * reads at a time, held by a lease. A mail counts as read once it is recorded, so a crash in between reads it again;
 * nothing in the mailbox is changed, not even a flag.
 */
export function openMailbox({ url, receiver, log, onReceived, timing }: Workplace): Mailbox {
  const place = readMailboxUrl(url)
  if (!place) throw new Error('A mailbox was opened at an unchecked address')
  const times = { ...usual, ...timing }
  const { database, now } = receiver
  const holder = { id: mailboxId(url), by: `${hostname()}:${process.pid}:${newId()}` }
  const reader = createMailReader()
  const bell = createBell()
  let isStopping = false
  let failures = 0
  let endPause = () => {}

  const lease = () => {
    const at = now()
    return leaseMailbox(database, { ...holder, until: new Date(at.getTime() + times.lease), now: at })
  }

  async function run() {
    while (!isStopping) {
      try {
        if (await lease()) await attend()
        else await bell.wait(times.poll)
      } catch (error) {
        failures++
        await noteFailure(error as Error)
        if (!isStopping) await untilStopped(times.pause(failures))
      }
    }
    await reader.close()
    await releaseMailbox(database, holder)
  }

  // A lost connection rings the bell too, and must be waited out all the same.
  function untilStopped(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms)
      endPause = () => {
        clearTimeout(timer)
        resolve()
      }
    })
  }

  async function noteFailure(error: Error & { responseText?: string }) {
    const said = (error.responseText || error.message || 'The connection was lost').slice(0, 500)
    log.warn({ failures, error: said }, 'The mailbox cannot be read; trying again')
    try {
      await noteMailbox(database, holder, { error: said, failedAt: now() })
    } catch (again) {
      log.error({ error: again }, 'The mailbox reader could not reach its database')
    }
  }

  async function attend() {
    const client = createClient(place as MailboxPlace, times)
    let lost: Error | null = null
    client.on('error', (error: Error) => {
      lost = error
      bell.ring()
    })
    client.on('close', () => {
      lost ??= new Error('The connection was lost')
      bell.ring()
    })
    client.on('exists', () => bell.ring())
    try {
      await client.connect()
      const { uidValidity } = await client.mailboxOpen((place as MailboxPlace).folder, { readOnly: true })
      await noteMailbox(database, holder, { connectedAt: now(), error: '' })
      let last = await lastRead(client, String(uidValidity))
      while (!isStopping && !lost && (await lease())) {
        last = await readNew(client, { last, receive })
        failures = 0
        await noteMailbox(database, holder, { readAt: now(), error: '' })
        await bell.wait(times.poll)
        if (!isStopping && !lost) await client.noop()
      }
      if (lost && !isStopping) throw lost
    } finally {
      client.close()
    }
  }

  /** The number below which all is known; another one where the server has numbered its mails anew. */
  async function lastRead(client: ImapFlow, uidValidity: string): Promise<number> {
    const state = await readMailboxState(database.read, url)
    if (state?.uidValidity === uidValidity) return state.lastUid
    const since = new Date(now().getTime() - firstLook)
    const recent = (await client.search({ since }, { uid: true })) || []
    const next = client.mailbox ? client.mailbox.uidNext : 1
    const before = Math.min(next, ...recent) - 1
    await noteMailbox(database, holder, { uidValidity, lastUid: before })
    return before
  }

  async function receive(message: Fetched) {
    const received = await takeIn(receiver, reader, message, log)
    const leasedUntil = new Date(now().getTime() + times.lease)
    await noteMailbox(database, holder, { lastUid: message.uid, leasedUntil })
    log.info({ uid: message.uid, received }, 'mailbox')
    onReceived?.(received)
  }

  const running = run()
  return {
    async stop() {
      isStopping = true
      bell.ring()
      endPause()
      await running
    },
  }
}

function createClient({ host, port, isSecure, isLocal, user, password }: MailboxPlace, times: MailboxTiming) {
  return new ImapFlow({
    ...{ host, port, secure: isSecure, logger: false, disableCompression: true },
    // A password must not cross the network in the open.
    ...(isSecure || isLocal ? {} : { doSTARTTLS: true }),
    auth: { user, pass: password },
    ...{ autoIdleDelay: 200, maxIdleTime: times.poll, missingIdleCommand: 'NOOP' },
    ...{ connectionTimeout: times.patience, greetingTimeout: times.patience },
    socketTimeout: Math.max(times.patience, times.poll * 3),
  })
}

type Fetched = { uid: number; bytes: Uint8Array; receivedAt: Date }

/** Takes in everything above `last`, in its order; the number of the last one. */
async function readNew(
  client: ImapFlow,
  { last, receive }: { last: number; receive(message: Fetched): Promise<void> },
): Promise<number> {
  const found = await client.search({ uid: `${last + 1}:*` }, { uid: true })
  // `n:*` names the last mail even where it is older than n (RFC 9051 §6.4.9).
  const fresh = (found || []).filter((uid) => uid > last).sort((a, b) => a - b)
  for (const uid of fresh) {
    const mail = await client.fetchOne(
      String(uid),
      { uid: true, internalDate: true, source: { start: 0, maxLength: mostBytes } },
      { uid: true },
    )
    if (!mail || mail.source === undefined) continue
    await receive({ uid, bytes: mail.source, receivedAt: new Date(mail.internalDate ?? Date.now()) })
  }
  return fresh.at(-1) ?? last
}

/** A mail that trips us up must not hold up those behind it: it is kept unread, for a person to look at. */
async function takeIn(
  receiver: Receiver,
  reader: MailReader,
  { bytes, receivedAt }: Fetched,
  log: Log,
): Promise<Received> {
  try {
    return await receiveMail(receiver, { mail: await reader.read(bytes), bytes, receivedAt })
  } catch (error) {
    log.error({ error }, 'A mail could not be taken in; it is kept as it came')
    return receiveMail(receiver, { mail: unread(bytes), bytes, receivedAt })
  }
}
