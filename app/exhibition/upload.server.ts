import type { EventScope } from '../accounts/scope.server.ts'
import { keepPicture } from '../files/keep-picture.server.ts'
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
  return keepPicture(stores, scope, { bytes, now }, (file) =>
    stores.database.write((tx) => addPicture(tx, scope, { id, exhibitId, file, content, now })),
  )
}

/** Puts another picture in a picture's place, with what is said about it; what it showed before is gone. */
export async function replacePicture(
  stores: Stores,
  scope: EventScope,
  { exhibitId, pictureId, bytes, content, now }: Upload & { pictureId: string },
) {
  return keepPicture(stores, scope, { bytes, now }, (file) =>
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
