import { inflateRawSync } from 'node:zlib'

/*
 * An XLSX file is a zip archive, and a zip archive of 600 KB may unpack to gigabytes. So the directory at its end is
 * read first (PKWARE APPNOTE 4.3.12, 4.3.16), and then every entry is inflated up to what the directory promised: a
 * directory may lie.
 */

const limits = { entries: 500, total: 150 * 1024 * 1024, ratio: 200, freeOfRatio: 1024 * 1024 }

type Entry = { method: number; flags: number; compressed: number; size: number; offset: number }
export type ZipRefusal = 'damaged' | 'bomb'

/** Why this archive must not be unpacked; null when it may. */
export function refuseZip(bytes: Uint8Array): ZipRefusal | null {
  const entries = readDirectory(bytes)
  if (!entries) return 'damaged'
  return refuseDirectory(entries) ?? refuseContent(bytes, entries)
}

function refuseDirectory(entries: Entry[]): ZipRefusal | null {
  if (entries.length > limits.entries) return 'bomb'
  const total = entries.reduce((sum, entry) => sum + entry.size, 0)
  if (total > limits.total) return 'bomb'
  const isDense = ({ size, compressed }: Entry) =>
    size > limits.freeOfRatio && size > compressed * limits.ratio
  return entries.some(isDense) ? 'bomb' : null
}

function refuseContent(bytes: Uint8Array, entries: Entry[]): ZipRefusal | null {
  const view = viewOf(bytes)
  for (const entry of entries) {
    if (entry.offset + 30 > bytes.length || view.getUint32(entry.offset, true) !== 0x04034b50)
      return 'damaged'
    const start =
      entry.offset + 30 + view.getUint16(entry.offset + 26, true) + view.getUint16(entry.offset + 28, true)
    const content = bytes.subarray(start, start + entry.compressed)
    if (content.length < entry.compressed) return 'damaged'
    const refusal = refuseEntry(entry, content)
    if (refusal) return refusal
  }
  return null
}

function refuseEntry(entry: Entry, content: Uint8Array): ZipRefusal | null {
  const isEncrypted = (entry.flags & 1) === 1
  if (isEncrypted) return 'damaged'
  if (entry.method === 0) return content.length === entry.size ? null : 'bomb'
  if (entry.method !== 8) return 'damaged'
  try {
    const inflated = inflateRawSync(content, { maxOutputLength: Math.max(1, entry.size) })
    return inflated.length === entry.size ? null : 'bomb'
  } catch (error) {
    return (error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE' ? 'bomb' : 'damaged'
  }
}

function readDirectory(bytes: Uint8Array): Entry[] | null {
  const view = viewOf(bytes)
  const end = findEnd(view)
  if (end === null) return null
  const count = view.getUint16(end + 10, true)
  let at = view.getUint32(end + 16, true)
  const entries: Entry[] = []
  for (let i = 0; i < count; i++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== 0x02014b50) return null
    entries.push({
      flags: view.getUint16(at + 8, true),
      method: view.getUint16(at + 10, true),
      compressed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    })
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return entries.length ? entries : null
}

/** The end record stands in the last 64 KB, before an optional comment. */
function findEnd(view: DataView): number | null {
  const first = Math.max(0, view.byteLength - 22 - 0xffff)
  for (let at = view.byteLength - 22; at >= first; at--)
    if (view.getUint32(at, true) === 0x06054b50) return at
  return null
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}
