import type { Tx } from '#db/client.server.ts'
import { newId } from '#db/id.server.ts'
import type { EventScope } from '../../accounts/scope.server.ts'
import { refusePdf } from '../../files/active-pdf.server.ts'
import { clearDocuments, keepDocument, readDocument } from '../../files/document.server.ts'
import { handoutKinds } from '../../files/document.ts'
import { keepPicture } from '../../files/keep-picture.server.ts'
import type { KeptFile } from '../../files/record.server.ts'
import { clearUnused, type Stores } from '../../files/unused.server.ts'
import type { Language } from '../../i18n/languages.ts'
import { removeExhibit } from '../exhibits.server.ts'
import type { Change } from './change.ts'
import type { PictureTexts } from './content.ts'
import {
  addDocument,
  addPicture,
  removeDocument,
  removePicture,
  replacePicture,
  type Unused,
} from './media.server.ts'

/*
 * What touches database and store together: the store is written and cleared outside transactions, see
 * app/files/record.server.ts.
 */

type Texts = Omit<PictureTexts, 'id'>
type Upload = {
  exhibitId: string
  bytes: Uint8Array
  texts: Texts
  /** The languages that the form showed. */
  seen: readonly Language[]
  now: Date
}
type Which = { exhibitId: string; id: string; now: Date }
type Outcome = { ok: true; unused: Unused } | { ok: false }

/** Adds an uploaded picture, once. Refused as `readPicture` and `addPicture` are; then nothing is kept. */
export function uploadPicture(
  stores: Stores,
  scope: EventScope,
  { bytes, ...given }: Upload & { id?: string },
) {
  return keep(stores, scope, { bytes, now: given.now }, (tx, file) =>
    addPicture(tx, scope, { ...given, file }),
  )
}

/** Shows an uploaded picture wherever `pictureId` was shown in the draft. */
export function uploadInstead(
  stores: Stores,
  scope: EventScope,
  { bytes, ...given }: Upload & { pictureId: string },
) {
  return keep(stores, scope, { bytes, now: given.now }, (tx, file) =>
    replacePicture(tx, scope, { ...given, file }),
  )
}

function keep<Done extends Outcome>(
  stores: Stores,
  scope: EventScope,
  upload: { bytes: Uint8Array; now: Date },
  use: (tx: Tx, file: KeptFile) => Promise<Done>,
) {
  return keepPicture(stores, scope, upload, async (file) => {
    const done = await stores.database.write((tx) => use(tx, file))
    return (done.ok ? { ...done, unused: done.unused.fileIds } : done) as Kept<Done>
  })
}

/** What the verb answered, with what became unused as the store's own module wants it. */
type Kept<Done> = Done extends { ok: true } ? Omit<Done, 'unused'> & { unused: string[] } : Done

/** Keeps an uploaded document and makes the change that names it by `id`, once. Refused as `readHandout` and `saveDraft` are. */
export async function uploadDocument(
  stores: Stores,
  scope: EventScope,
  given: { exhibitId: string; name: string; bytes: Uint8Array; change(id: string): Change; now: Date },
) {
  const { exhibitId, name, bytes, change, now } = given
  const read = await readHandout(bytes)
  if (!read.ok) return read
  const { mediaType } = read
  const id = newId()
  return keepDocument(stores, scope, { name, bytes, mediaType, now }, (tx, documentId) =>
    addDocument(tx, scope, {
      ...{ exhibitId, document: { id: documentId, bytes: bytes.length }, id },
      ...{ change: change(id), now },
    }),
  )
}

/** What a document for visitors is. Refused besides what `readDocument` and `refusePdf` refuse: a mere picture. */
async function readHandout(bytes: Uint8Array) {
  const read = readDocument(bytes)
  if (!read.ok) return read
  const { mediaType, extension } = read.kind
  if (!handoutKinds.some((kind) => kind.mediaType === mediaType))
    return { ok: false, reason: 'isAPicture' } as const
  const reason = extension === 'pdf' ? await refusePdf(bytes) : null
  return reason ? ({ ok: false, reason } as const) : ({ ok: true, mediaType } as const)
}

/** Takes a picture out of the draft, and its bytes out of the store unless a kept version shows it. */
export async function discardPicture(stores: Stores, scope: EventScope, which: Which) {
  return discard(stores, scope, which.now, (tx) => removePicture(tx, scope, which))
}

/** Likewise a document. */
export async function discardDocument(stores: Stores, scope: EventScope, which: Which) {
  return discard(stores, scope, which.now, (tx) => removeDocument(tx, scope, which))
}

/** Removes an exhibit and the bytes of its pictures and documents. */
export async function discardExhibit(
  stores: Stores,
  scope: EventScope,
  which: { exhibitId: string; now: Date },
) {
  return discard(stores, scope, which.now, (tx) => removeExhibit(tx, scope, which))
}

async function discard<Done extends Outcome>(
  stores: Stores,
  scope: EventScope,
  now: Date,
  act: (tx: Tx) => Promise<Done>,
): Promise<Done> {
  const done = await stores.database.write(act)
  if (!done.ok) return done
  await clearUnused(stores, scope, { fileIds: done.unused.fileIds, now })
  await clearDocuments(stores, scope, { ids: done.unused.documentIds, now })
  return done
}
