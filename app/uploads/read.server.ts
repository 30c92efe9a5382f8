import { and, asc, desc, eq, isNull, ne, type SQL } from 'drizzle-orm'
import type { Actor } from '#db/audit.server.ts'
import type { Reader } from '#db/client.server.ts'
import { users } from '#db/schema/accounts.server.ts'
import { uploadPieces, uploads } from '#db/schema/uploads.server.ts'
import { makePause } from './pause.server.ts'

/** Whose an upload is; an `OfficeScope` and an `EventScope` are such. Without event: the office's. */
export type UploadOwner = { officeId: string; eventId?: string; actor: Actor }
export type UploadKind = (typeof uploads.$inferSelect)['kind']
export type UploadState = 'open' | 'done' | 'discarded'
export type Upload = Omit<typeof uploads.$inferSelect, 'state'> & { state: UploadState }
/** Which one is meant; an id of another owner or kind is none. */
export type WhichUpload = { kind: UploadKind; id: string }

/** What of this kind was sent before, latest first, with the counts of its report. */
export async function readUploads(read: Reader, owner: UploadOwner, kind: UploadKind) {
  const rows = await read
    .select({
      id: uploads.id,
      fileName: uploads.fileName,
      state: uploads.state,
      report: uploads.report,
      createdAt: uploads.createdAt,
      by: users.name,
    })
    .from(uploads)
    .leftJoin(users, eq(users.id, uploads.userId))
    .where(and(ofOwner(owner, kind), hasArrived))
    .orderBy(desc(uploads.createdAt), desc(uploads.id))
    .limit(50)
  return rows.map(({ report, ...row }) => ({
    ...row,
    state: row.state as UploadState,
    counts: (report as { counts: Record<string, number> } | null)?.counts ?? null,
  }))
}

/** One upload as it stands; null when there is none such, or when its pieces are still being written. */
export async function findUpload(
  read: Reader,
  owner: UploadOwner,
  which: WhichUpload,
): Promise<Upload | null> {
  const [row] = await read
    .select()
    .from(uploads)
    .where(and(isUpload(owner, which), hasArrived))
  return row ? (row as Upload) : null
}

/** What was read of an open upload; the shape of a line is its kind's. Other work of the thread may pass in between. */
export async function readLines<Line>(read: Reader, { id }: Pick<Upload, 'id'>): Promise<Line[]> {
  const pause = makePause()
  const pieces = await read
    .select({ position: uploadPieces.position })
    .from(uploadPieces)
    .where(eq(uploadPieces.uploadId, id))
    .orderBy(asc(uploadPieces.position))
  const lines: Line[] = []
  for (const { position } of pieces) {
    const [piece] = await read
      .select({ lines: uploadPieces.lines })
      .from(uploadPieces)
      .where(and(eq(uploadPieces.uploadId, id), eq(uploadPieces.position, position)))
    for (const line of (piece?.lines ?? []) as Line[]) lines.push(line)
    await pause()
  }
  return lines
}

/** When the very same file was taken before, and by whom; null when it was not. */
export async function takenBefore(
  read: Reader,
  owner: UploadOwner,
  { kind, fileHash }: Pick<Upload, 'kind' | 'fileHash'>,
) {
  if (!fileHash) return null
  const [earlier] = await read
    .select({ id: uploads.id, closedAt: uploads.closedAt, by: users.name })
    .from(uploads)
    .leftJoin(users, eq(users.id, uploads.userId))
    .where(and(ofOwner(owner, kind), eq(uploads.fileHash, fileHash), eq(uploads.state, 'done')))
    .orderBy(desc(uploads.closedAt))
    .limit(1)
  return earlier ?? null
}

const hasArrived = ne(uploads.state, 'arriving')

export function isUpload(owner: UploadOwner, { kind, id }: WhichUpload): SQL | undefined {
  return and(eq(uploads.id, id), ofOwner(owner, kind))
}

function ofOwner({ officeId, eventId }: UploadOwner, kind: UploadKind): SQL | undefined {
  return and(
    eq(uploads.officeId, officeId),
    eq(uploads.kind, kind),
    eventId ? eq(uploads.eventId, eventId) : isNull(uploads.eventId),
  )
}
