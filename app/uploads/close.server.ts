import { and, eq, inArray, lt, type SQL } from 'drizzle-orm'
import { audit } from '#db/audit.server.ts'
import type { Database, Tx } from '#db/client.server.ts'
import { uploadPieces, uploads } from '#db/schema/uploads.server.ts'
import { findUpload, isUpload, type Upload, type UploadOwner, type WhichUpload } from './read.server.ts'

const notOpen = { ok: false, reason: 'notOpen' } as const

/** Changes what somebody chose while comparing. Refused as `notOpen`. */
export async function chooseForUpload(
  tx: Tx,
  owner: UploadOwner,
  { choose, ...which }: WhichUpload & { choose: (before: unknown) => unknown },
) {
  const isOpen = and(isUpload(owner, which), eq(uploads.state, 'open'))
  // Updating the row is our lock: two who choose at once would each forget what the other chose.
  const [row] = await tx
    .update(uploads)
    .set({ state: 'open' })
    .where(isOpen)
    .returning({ choices: uploads.choices })
  if (!row) return notOpen
  await tx
    .update(uploads)
    .set({ choices: choose(row.choices) })
    .where(isOpen)
  return { ok: true } as const
}

/** Forgets what was read; once more is no other answer. Refused as `notOpen` when it was taken. */
export async function discardUpload(
  tx: Tx,
  owner: UploadOwner,
  { now, ...which }: WhichUpload & { now: Date },
) {
  const isIt = isUpload(owner, which)
  const [closed] = await close(tx, isIt, { state: 'discarded', now })
  if (!closed)
    return (await findUpload(tx, owner, which))?.state === 'discarded' ? ({ ok: true } as const) : notOpen
  const { officeId, eventId } = owner
  const said = { action: 'upload.discarded', subjectId: which.id, after: { kind: which.kind }, now }
  await audit(tx, owner.actor, { officeId, eventId, ...said })
  return { ok: true } as const
}

type Taking<Report, Refusal> = {
  /** Holds what is decided about, before anything else. */
  lock(tx: Tx): Promise<unknown>
  take(tx: Tx): Promise<{ ok: true; report: Report } | { ok: false; reason: Refusal }>
}

/**
 * Takes an open upload, in one transaction, and keeps the report of what was done. `prepare` reads it before. Taken
 * already, twice at once or by a form that is sent again, it is not taken once more: the answer is what was done then.
 * Refused as `notOpen`, or as `take` refuses, and then it stays open.
 */
export async function takeUpload<Report, Refusal extends string>(
  database: Database,
  owner: UploadOwner,
  { now, ...which }: WhichUpload & { now: Date },
  prepare: (upload: Upload) => Promise<Taking<Report, Refusal>>,
): Promise<{ ok: true; report: Report } | { ok: false; reason: Refusal | 'notOpen' }> {
  const upload = await findUpload(database.read, owner, which)
  if (upload?.state !== 'open') return whatWasDone(upload)
  const { lock, take } = await prepare(upload)
  const isIt = isUpload(owner, which)
  return database
    .write(async (tx) => {
      await lock(tx)
      const [closed] = await close(tx, isIt, { state: 'done', now })
      if (!closed) return whatWasDone<Report>(await findUpload(tx, owner, which))
      const taken = await take(tx)
      if (!taken.ok) throw new Refused(taken.reason)
      await tx.update(uploads).set({ report: taken.report }).where(isIt)
      return taken
    })
    .catch((error) => {
      if (error instanceof Refused) return { ok: false, reason: error.reason as Refusal } as const
      throw error
    })
}

function whatWasDone<Report>(upload: Upload | null) {
  return upload?.state === 'done' ? ({ ok: true, report: upload.report as Report } as const) : notOpen
}

/** Undoes the transaction; never leaves this file. */
class Refused extends Error {
  readonly reason: string
  constructor(reason: string) {
    super(reason)
    this.reason = reason
  }
}

/** So long an upload waits for somebody to take or discard it: a week, in milliseconds. */
const patience = 7 * 86_400_000

/** Discards what nobody has taken within a week: it holds names that are nowhere else. How many. */
export async function discardStaleUploads(database: Database, now: Date): Promise<number> {
  const isStale = and(
    inArray(uploads.state, ['arriving', 'open']),
    lt(uploads.createdAt, new Date(now.getTime() - patience)),
  )
  // Nothing to do is the rule, and needs no writer.
  if (!(await database.read.$count(uploads, isStale))) return 0
  const closed = await database.write((tx) => close(tx, isStale, { state: 'discarded', now }))
  return closed.length
}

/** What was read goes with the closing: it holds more about people than was taken. */
async function close(
  tx: Tx,
  which: SQL | undefined,
  { state, now }: { state: 'done' | 'discarded'; now: Date },
) {
  const closed = await tx
    .update(uploads)
    .set({ state, head: {}, closedAt: now })
    .where(and(which, inArray(uploads.state, ['arriving', 'open'])))
    .returning({ id: uploads.id })
  const ids = closed.map(({ id }) => id)
  if (ids.length) await tx.delete(uploadPieces).where(inArray(uploadPieces.uploadId, ids))
  return closed
}
