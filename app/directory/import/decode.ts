export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1256' | 'windows-1252'

/**
 * The text of a file that does not say how it is encoded: by its byte order mark, else UTF-8 if it is that but for
 * a few faults, else UTF-16 if every second byte tells so, else the Windows code page its letters fit: 1256 (Arabic) or 1252.
 */
export function decodeText(bytes: Uint8Array): { text: string; encoding: Encoding } {
  const encoding = encodingOf(bytes)
  // The decoder drops a byte order mark of its own encoding.
  return { text: new TextDecoder(encoding).decode(bytes), encoding }
}

function encodingOf(bytes: Uint8Array): Encoding {
  const [a, b, c] = bytes
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8'
  if (a === 0xff && b === 0xfe) return 'utf-16le'
  if (a === 0xfe && b === 0xff) return 'utf-16be'
  const wide = wideEncoding(bytes)
  if (wide) return wide
  if (isUtf8(bytes)) return 'utf-8'
  return looksArabic(bytes) ? 'windows-1256' : 'windows-1252'
}

/** UTF-16 without a mark: its line ends, separators and spaces are a zero byte beside an ASCII one. */
function wideEncoding(bytes: Uint8Array): Encoding | null {
  if (bytes.length % 2 !== 0) return null
  let zeroFirst = 0
  let zeroSecond = 0
  const end = Math.min(bytes.length, 65_536)
  for (let i = 0; i + 1 < end; i += 2) {
    if (bytes[i] === 0) zeroFirst++
    if (bytes[i + 1] === 0) zeroSecond++
  }
  const few = end / 2 / 50
  // A letter such as Ā (U+0100) has its zero on the other side.
  if (zeroSecond > few && zeroSecond > zeroFirst * 8) return 'utf-16le'
  if (zeroFirst > few && zeroFirst > zeroSecond * 8) return 'utf-16be'
  return null
}

/** A list cut in the middle of a letter, or with one cell from elsewhere, is UTF-8 all the same. */
function isUtf8(bytes: Uint8Array): boolean {
  const text = new TextDecoder('utf-8').decode(bytes)
  const faults = text.match(/\ufffd/g)?.length ?? 0
  return faults === 0 || faults * 10 < (text.match(/[^\0-\x7f]/g)?.length ?? 0)
}

/**
 * Arabic in code page 1256 comes in words, so that most high bytes stand three or more together; in the Western code
 * page accented letters stand alone among ASCII ones, or two at most (Núñez).
 */
function looksArabic(bytes: Uint8Array): boolean {
  let high = 0
  let inWords = 0
  for (let i = 0, run = 0; i <= bytes.length; i++) {
    if (isLetter1256(bytes[i])) {
      run++
      continue
    }
    high += run
    if (run >= 3) inWords += run
    run = 0
  }
  return high > 0 && inWords * 2 > high
}

function isLetter1256(byte: number | undefined): boolean {
  if (byte === undefined) return false
  // 81 8D 8E 90 are Persian letters, C0 is ہ; à â ç è é ê ë î ï ô ù û ü stand where 1252 has them too.
  return byte >= 0xc1
    ? ![0xe0, 0xe2, 0xe7, 0xe8, 0xe9, 0xea, 0xeb, 0xee, 0xef, 0xf4, 0xf9, 0xfb, 0xfc, 0xd7].includes(byte)
    : [0x81, 0x8d, 0x8e, 0x90, 0x98, 0xc0].includes(byte)
}
