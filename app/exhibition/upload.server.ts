import type { EventScope } from '../accounts/scope.server.ts'
import { newFileKey, putPicture, readPicture } from '../files/picture.server.ts'
import { type KeptFile, recordPicture } from '../files/record.server.ts'
import { clearUnused, type Stores } from '../files/unused.server.ts'
import { removeExhibit } from './exhibits.server.ts'
import { addPicture, editPicture, type PictureContent, removePicture } from './pictures.server.ts'

/*
 * What touches database and store together: the store is written and cleared outside transactions, see
 * app/files/record.server.ts.
 */

type Upload = { exhibitId: string; bytes: Uint8Array; content: PictureContent; now: Date }

/** Adds an uploaded picture to an exhibit, once. Refused as `readPicture` and `addPicture` are; then nothing is kept. */
export async function uploadPicture(
  stores: Stores,
  scope: EventScope,
  { id, exhibitId, bytes, content, now }: Upload & { id?: string },
) {
  return keepAndShow(stores, scope, { bytes, now }, (file) =>
    stores.database.write((tx) => addPicture(tx, scope, { id, exhibitId, file, content, now })),
  )
}

/** Puts another picture in a picture's place, with what is said about it; what it showed before is gone. */
export async function replacePicture(
  stores: Stores,
  scope: EventScope,
  { exhibitId, pictureId, bytes, content, now }: Upload & { pictureId: string },
) {
  return keepAndShow(stores, scope, { bytes, now }, (file) =>
    stores.database.write((tx) => editPicture(tx, scope, { exhibitId, pictureId, file, content, now })),
  )
}

/** Takes a picture off its exhibit and its bytes out of the store. */
export async function discardPicture(
  stores: Stores,
  scope: EventScope,
  which: { exhibitId: string; pictureId: string; now: Date },
) {
  const removed = await stores.database.write((tx) => removePicture(tx, scope, which))
  if (removed.ok) await clearUnused(stores, scope, { fileIds: removed.unused, now: which.now })
  return removed
}

/** Removes an exhibit and the bytes of its pictures. */
export async function discardExhibit(
  stores: Stores,
  scope: EventScope,
  which: { exhibitId: string; now: Date },
) {
  const removed = await stores.database.write((tx) => removeExhibit(tx, scope, which))
  if (removed.ok) await clearUnused(stores, scope, { fileIds: removed.unused, now: which.now })
  return removed
}

type Shown = { ok: true; unused: readonly string[] } | { ok: false }

/** Lays an upload into the store and runs the act that shows it. When that is refused or fails, the file goes again. */
async function keepAndShow<Outcome extends Shown>(
  stores: Stores,
  scope: EventScope,
  { bytes, now }: { bytes: Uint8Array; now: Date },
  show: (file: KeptFile) => Promise<Outcome>,
) {
  const read = await readPicture(bytes)
  if (!read.ok) return read
  const { picture } = read
  const key = newFileKey()
  const file = await stores.database.write((tx) => recordPicture(tx, scope, { key, picture, now }))
  let unused: readonly string[] = [file.id]
  try {
    await putPicture(stores.files, key, picture)
    const outcome = await show(file)
    if (outcome.ok) unused = outcome.unused
    return outcome
  } finally {
    await clearUnused(stores, scope, { fileIds: unused, now })
  }
}
