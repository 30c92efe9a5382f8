import { and, eq } from 'drizzle-orm'
import type { Database, Tx } from '#db/client.server.ts'
import { newId } from '#db/id.server.ts'
import { madeBefore } from '#db/made-before.server.ts'
import { uploadPieces, uploads } from '#db/schema/uploads.server.ts'
import { oneLine } from '../mail/address.ts'
import { makePause } from './pause.server.ts'
import { isUpload, type UploadKind, type UploadOwner } from './read.server.ts'

type Keeping = {
  id?: string
  kind: UploadKind
  fileName: string
  bytes: Uint8Array
  /** What was read but the lines. */
  head: unknown
  /** What is proposed to whoever compares. */
  choices: unknown
  lines: readonly unknown[]
  /** How many lines are one row: as many as are written and read within some milliseconds. */
  linesAtOnce: number
  now: Date
}

/**
 * Keeps a file that was read, for somebody to compare and take; nothing of it counts yet. Each piece is a transaction of
 * its own, so that a large file holds nobody up; until the last is there, nobody sees the upload. The same upload sent
 * again opens no other. Refused as `notFound` when its id is somebody else's.
 */
export async function keepUpload(database: Database, owner: UploadOwner, { bytes, ...upload }: Keeping) {
  const { id = newId(), kind, lines, linesAtOnce } = upload
  const fileHash = Buffer.from(await crypto.subtle.digest('SHA-256', bytes.slice())).toString('hex')
  const isIt = isUpload(owner, { kind, id })
  const begun = await database.write(async (tx) => {
    await begin(tx, owner, { ...upload, id, fileHash })
    return madeBefore(tx, uploads, { id, ours: isIt })
  })
  if (!begun?.ok) return { ok: false, reason: 'notFound' } as const
  const isArriving = and(isIt, eq(uploads.state, 'arriving'))
  const pause = makePause()
  for (let at = 0; at < lines.length; at += linesAtOnce) {
    const piece = { uploadId: id, position: at, lines: lines.slice(at, at + linesAtOnce) }
    await database.write(async (tx) => {
      // The same form sent twice at once brings the same pieces; none may come once it is open, or closed again.
      const [row] = await tx
        .update(uploads)
        .set({ state: 'arriving' })
        .where(isArriving)
        .returning({ id: uploads.id })
      if (row) await tx.insert(uploadPieces).values(piece).onConflictDoNothing()
    })
    await pause()
  }
  await database.write((tx) => tx.update(uploads).set({ state: 'open' }).where(isArriving))
  return { ok: true, id } as const
}

type Beginning = Omit<Keeping, 'id' | 'bytes'> & { id: string; fileHash: string }

async function begin(tx: Tx, owner: UploadOwner, { id, kind, fileName, fileHash, ...read }: Beginning) {
  const { officeId, eventId = null, actor } = owner
  await tx
    .insert(uploads)
    .values({
      ...{ id, officeId, eventId, kind, fileHash, state: 'arriving' },
      userId: actor.kind === 'user' ? actor.id : null,
      fileName: oneLine(fileName).slice(0, 200).toWellFormed(),
      head: read.head,
      choices: read.choices,
      createdAt: read.now,
    })
    .onConflictDoNothing()
}
