import { and, eq, gt, inArray } from 'drizzle-orm'
import type { Reader, Tx } from '#db/client.server.ts'
import { newId } from '#db/id.server.ts'
import { files } from '#db/schema/files.server.ts'
import { type Picture, pictureFormats } from './picture.server.ts'

/** Whose a file is; an `EventScope` and a speaker's scope are such. */
export type FileOwner = { officeId: string; eventId: string }

/** A file whose bytes lie in the store, waiting to be shown somewhere. */
export type KeptFile = { id: string; key: string; bytes: number }

/*
 * A file's row is written before its bytes and outlives them, so that there are never bytes that nobody knows of.
 * While its `bytes` are 0, nothing shows the file: not yet, or not any more. `clearUnused` takes such files away.
 */

/** Writes down a picture that is about to be laid into the store. */
export async function recordPicture(
  tx: Tx,
  { officeId, eventId }: FileOwner,
  { key, picture, now }: { key: string; picture: Picture; now: Date },
): Promise<KeptFile> {
  const { width, height, variants } = picture
  const id = newId()
  const widths = [...new Set(variants.map((variant) => variant.width))]
  await tx.insert(files).values({
    id,
    officeId,
    eventId,
    key,
    mime: 'image/webp',
    width,
    height,
    widths,
    formats: [...pictureFormats],
    bytes: 0,
    createdAt: now,
  })
  return { id, key, bytes: variants.reduce((sum, variant) => sum + variant.bytes.length, 0) }
}

/** What a page needs of a file to show it. */
export const shownFile = {
  key: files.key,
  width: files.width,
  height: files.height,
  widths: files.widths,
  formats: files.formats,
}

/** Says that a file of this event is shown from now on; false when there is no such file. */
export async function claimFile(tx: Tx, owner: FileOwner, { id, bytes }: KeptFile): Promise<boolean> {
  const claimed = await tx
    .update(files)
    .set({ bytes })
    .where(and(eq(files.id, id), eq(files.eventId, owner.eventId)))
    .returning({ id: files.id })
  return claimed.length > 0
}

/** Says that a file is shown no longer. */
export async function releaseFile(tx: Tx, fileId: string): Promise<void> {
  await tx.update(files).set({ bytes: 0 }).where(eq(files.id, fileId))
}

/** Those of these pictures of an event that still lie in the store. */
export async function picturesKept(
  read: Reader,
  eventId: string,
  keys: readonly string[],
): Promise<string[]> {
  if (!keys.length) return []
  const rows = await read
    .select({ key: files.key })
    .from(files)
    .where(and(eq(files.eventId, eventId), inArray(files.key, [...keys]), gt(files.bytes, 0)))
  return rows.map(({ key }) => key)
}
