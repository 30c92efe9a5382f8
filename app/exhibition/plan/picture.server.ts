import { eq, sql } from 'drizzle-orm'
import type { Tx } from '#db/client.server.ts'
import { halls } from '#db/schema/floor-plan.server.ts'
import type { EventScope } from '../../accounts/scope.server.ts'
import { isPdf, readPdfPage } from '../../documents/pdf-page.server.ts'
import { note } from '../../events/note.server.ts'
import { keepPicture } from '../../files/keep-picture.server.ts'
import { claimFile, type KeptFile, releaseFile } from '../../files/record.server.ts'
import { clearUnused, type Stores } from '../../files/unused.server.ts'
import { lockHall } from './lock-hall.server.ts'

/** Where the picture under a hall lies and how strongly it shows, in centimetres and percent. */
export type PicturePlace = {
  pictureX: number
  pictureY: number
  pictureWidth: number
  pictureOpacity: number
  isPicturePublic: boolean
}
type Laying = { hallId: string; place: PicturePlace; now: Date }

/** Lays the picture of a hall anew; with `file`, another one. Refused `noFile` where there is none to lay. */
export async function layPicture(
  tx: Tx,
  scope: EventScope,
  { hallId, place, file, now }: Laying & { file?: KeptFile },
) {
  const locked = await lockHall(tx, scope, hallId)
  if (!locked) return { ok: false, reason: 'notFound' } as const
  const before = locked.hall.pictureId
  if (!file && !before) return { ok: false, reason: 'noFile' } as const
  if (file && !(await claimFile(tx, scope, file))) return { ok: false, reason: 'notFound' } as const
  if (file && before) await releaseFile(tx, before)
  const after = { ...place, ...(file && { pictureId: file.id }) }
  await tx
    .update(halls)
    .set({ ...after, version: sql`${halls.version} + 1` })
    .where(eq(halls.id, hallId))
  await note(tx, scope, { action: 'hall.picture', subjectId: hallId, after, now })
  return { ok: true, unused: file && before ? [before] : ([] as string[]) } as const
}

/**
 * Keeps an uploaded picture, or a page of a PDF as one, and lays it under the hall. Refused as `readPdfPage`,
 * `readPicture` and `layPicture` are.
 */
export async function uploadHallPicture(
  stores: Stores,
  scope: EventScope,
  { bytes, page, ...laying }: Laying & { bytes: Uint8Array; page: number },
) {
  const drawn = isPdf(bytes) ? await readPdfPage(bytes, page) : { ok: true as const, png: bytes }
  if (!drawn.ok) return drawn
  return keepPicture(stores, scope, { bytes: drawn.png, now: laying.now }, (file) =>
    stores.database.write((tx) => layPicture(tx, scope, { ...laying, file })),
  )
}

/** Takes the picture away from under a hall, and its bytes out of the store. */
export async function discardHallPicture(
  stores: Stores,
  scope: EventScope,
  { hallId, now }: { hallId: string; now: Date },
) {
  const removed = await stores.database.write(async (tx) => {
    const locked = await lockHall(tx, scope, hallId)
    const pictureId = locked?.hall.pictureId
    if (!pictureId) return { ok: false, reason: 'notFound' } as const
    await tx
      .update(halls)
      .set({ pictureId: null, version: sql`${halls.version} + 1` })
      .where(eq(halls.id, hallId))
    await releaseFile(tx, pictureId)
    await note(tx, scope, { action: 'hall.picture', subjectId: hallId, after: { pictureId: null }, now })
    return { ok: true, unused: [pictureId] } as const
  })
  if (removed.ok) await clearUnused(stores, scope, { fileIds: removed.unused, now })
  return removed
}
