import { newFileKey, putPicture, readPicture } from './picture.server.ts'
import { type FileOwner, type KeptFile, recordPicture } from './record.server.ts'
import { clearUnused, type Stores } from './unused.server.ts'

type Shown = { ok: true; unused: readonly string[] } | { ok: false }

/** Lays an upload into the store and runs the act that shows it. When that is refused or fails, the file goes again. */
export async function keepPicture<Outcome extends Shown>(
  stores: Stores,
  owner: FileOwner,
  { bytes, now }: { bytes: Uint8Array; now: Date },
  show: (file: KeptFile) => Promise<Outcome>,
) {
  const read = await readPicture(bytes)
  if (!read.ok) return read
  const { picture } = read
  const key = newFileKey()
  const file = await stores.database.write((tx) => recordPicture(tx, owner, { key, picture, now }))
  let unused: readonly string[] = [file.id]
  try {
    await putPicture(stores.files, key, picture)
    const outcome = await show(file)
    if (outcome.ok) unused = outcome.unused
    return outcome
  } finally {
    await clearUnused(stores, owner, { fileIds: unused, now })
  }
}
