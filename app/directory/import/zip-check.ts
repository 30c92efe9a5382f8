import { inflateRawSync } from 'node:zlib'

/*
 * An XLSX file is a zip archive, and a zip archive of 600 KB may unpack to gigabytes. So the directory at its end is
 * read first (PKWARE APPNOTE 4.3.12, 4.3.16), and then every entry is inflated up to what the directory promised: a
 * directory may lie. The reader of workbooks goes by the header before each entry instead, and takes entries that no
 * directory names; so it is given a new archive, made of what was checked and of nothing else.
 */

const limits = { entries: 500, total: 150 * 1024 * 1024, ratio: 200, freeOfRatio: 1024 * 1024 }

type Listed = {
  name: Uint8Array
  method: number
  flags: number
  checksum: number
  compressed: number
  size: number
  offset: number
}
type Checked = Listed & { content: Uint8Array }
export type ZipRefusal = 'damaged' | 'bomb'

/** The archive with only those entries whose content was checked; or why it must not be unpacked. */
export function checkedZip(
  bytes: Uint8Array,
): { ok: true; bytes: Uint8Array } | { ok: false; reason: ZipRefusal } {
  const listed = readDirectory(bytes)
  if (!listed) return { ok: false, reason: 'damaged' }
  const refusal = refuseDirectory(listed)
  if (refusal) return { ok: false, reason: refusal }
  const entries: Checked[] = []
  for (const entry of listed) {
    const content = contentOf(bytes, entry)
    const reason = content ? refuseEntry(entry, content) : 'damaged'
    if (!content || reason) return { ok: false, reason: reason ?? 'damaged' }
    entries.push({ ...entry, content })
  }
  return { ok: true, bytes: archiveOf(entries) }
}

function refuseDirectory(entries: Listed[]): ZipRefusal | null {
  if (entries.length > limits.entries) return 'bomb'
  const total = entries.reduce((sum, entry) => sum + entry.size, 0)
  if (total > limits.total) return 'bomb'
  const isDense = ({ size, compressed }: Listed) =>
    size > limits.freeOfRatio && size > compressed * limits.ratio
  return entries.some(isDense) ? 'bomb' : null
}

function contentOf(bytes: Uint8Array, { offset, compressed }: Listed): Uint8Array | null {
  const view = viewOf(bytes)
  if (offset + 30 > bytes.length || view.getUint32(offset, true) !== 0x04034b50) return null
  const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true)
  const content = bytes.subarray(start, start + compressed)
  return content.length < compressed ? null : content
}

function refuseEntry(entry: Listed, content: Uint8Array): ZipRefusal | null {
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

function readDirectory(bytes: Uint8Array): Listed[] | null {
  const view = viewOf(bytes)
  const end = findEnd(view)
  if (end === null) return null
  const count = view.getUint16(end + 10, true)
  let at = view.getUint32(end + 16, true)
  const entries: Listed[] = []
  for (let i = 0; i < count; i++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== 0x02014b50) return null
    const nameEnd = at + 46 + view.getUint16(at + 28, true)
    entries.push({
      name: bytes.subarray(at + 46, nameEnd),
      checksum: view.getUint32(at + 16, true),
      flags: view.getUint16(at + 8, true),
      method: view.getUint16(at + 10, true),
      compressed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    })
    at = nameEnd + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
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

/** Writes entries as they are compressed, every size in the header before its content. */
function archiveOf(entries: readonly Checked[]): Uint8Array {
  const parts: Uint8Array[] = []
  const directory: Uint8Array[] = []
  let at = 0
  for (const entry of entries) {
    const common = headerOf(entry)
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), common, entry.name, entry.content])
    // Made by 2.0; comment, disk and attributes empty; where the entry begins.
    const more = Buffer.alloc(14)
    more.writeUInt32LE(at, 10)
    directory.push(Buffer.from('PK\x01\x02\x14\x00'), common, more, entry.name)
    parts.push(local)
    at += local.length
  }
  const list = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(list.length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...parts, list, end])
}

/** What an entry's own header and its line in the directory have in common, from the version needed on. */
function headerOf({ name, method, flags, checksum, content, size }: Checked): Buffer {
  const header = Buffer.alloc(26)
  header.writeUInt16LE(20, 0)
  header.writeUInt16LE(flags & 0x0800, 2)
  header.writeUInt16LE(method, 4)
  header.writeUInt32LE(checksum, 10)
  header.writeUInt32LE(content.length, 14)
  header.writeUInt32LE(size, 18)
  header.writeUInt16LE(name.length, 22)
  return header
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}
