import { promisify } from 'node:util'
import { inflate } from 'node:zlib'

export type PdfRefusal = 'activePdf' | 'filledPdf' | 'lockedPdf' | 'damagedPdf'

/**
 * What a PDF of ISO 32000 holds that a factsheet has no need of: something to run or to send (`activePdf`), files of its
 * own (`filledPdf`), or a lock behind which nobody can look (`lockedPdf`); `damagedPdf` where what it keeps compressed
 * cannot be read. Null for what is only to be read. No reader's program is safe from all of this, so it stays outside.
 */
export async function refusePdf(bytes: Uint8Array): Promise<PdfRefusal | null> {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const plain = refusalIn(file)
  if (plain) return plain
  const hidden = await unpackObjects(file)
  return hidden ? refusalIn(hidden) : 'damagedPdf'
}

const active = [
  'JavaScript',
  'Launch',
  'SubmitForm',
  'ImportData',
  'RichMedia',
  'Rendition',
  'Movie',
  'Sound',
  'XFA',
]
// Names without a word character after them: `/EncryptMetadata` and `/LaunchPad` are others.
const names: [PdfRefusal, RegExp][] = [
  ['activePdf', nameOf(active)],
  ['filledPdf', nameOf(['EmbeddedFile', 'EmbeddedFiles', 'FileAttachment'])],
  ['lockedPdf', nameOf(['Encrypt'])],
]

/** A name in all its spellings: each of its letters may be written as `#4A` (7.3.5). */
function nameOf(words: readonly string[]): RegExp {
  const spelled = words.map((word) => [...word].map(letter).join(''))
  return new RegExp(`/(?:${spelled.join('|')})(?![\\w#])`)
}

function letter(one: string): string {
  const code = one.charCodeAt(0).toString(16)
  const either = [...code].map((digit) => (/[a-f]/.test(digit) ? `[${digit}${digit.toUpperCase()}]` : digit))
  return `(?:${one}|#${either.join('')})`
}

function refusalIn(bytes: Buffer): PdfRefusal | null {
  const text = bytes.toString('latin1')
  return names.find(([, name]) => name.test(text))?.[0] ?? null
}

const objectStream = nameOf(['ObjStm'])
const deflated = nameOf(['FlateDecode', 'Fl'])
/** Together, unpacked: more than the objects of any factsheet, and less than anybody would notice. */
const mostUnpacked = 30 * 1024 * 1024
const unzip = promisify(inflate)

/** The objects that a PDF keeps compressed (7.5.7), one after the other; null when they cannot be looked into. */
async function unpackObjects(file: Buffer): Promise<Buffer | null> {
  const found: Buffer[] = []
  let left = mostUnpacked
  for (let at = file.indexOf('stream'); at >= 0; at = file.indexOf('stream', at + 6)) {
    const before = file.toString('latin1', Math.max(0, at - 1000), at)
    const head = before.slice(before.lastIndexOf(' obj') + 1)
    if (before.endsWith('end') || !objectStream.test(head)) continue
    if (!deflated.test(head)) return null
    const start = at + (file[at + 6] === 13 ? 8 : 7)
    const end = file.indexOf('endstream', start)
    const objects = await unzip(file.subarray(start, end < 0 ? undefined : end), {
      maxOutputLength: left,
    }).catch(() => null)
    if (!objects) return null
    left -= objects.length
    found.push(objects)
    if (left <= 0) return null
  }
  return Buffer.concat(found)
}
