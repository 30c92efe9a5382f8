export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1256' | 'windows-1252'

/**
 * The text of a file that does not say how it is encoded: by its byte order mark, else UTF-8 if it is that without a
 * fault, else UTF-16 if every second byte tells so, else the Windows code page its letters fit: 1256 (Arabic) or 1252.
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
  if (zeroSecond > few && zeroFirst === 0) return 'utf-16le'
  if (zeroFirst > few && zeroSecond === 0) return 'utf-16be'
  return null
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}

/**
 * Arabic in code page 1256 comes in words, so that a high byte mostly has another beside it; in the Western code page
 * an accented letter mostly stands alone among ASCII ones.
 */
function looksArabic(bytes: Uint8Array): boolean {
  let high = 0
  let inRuns = 0
  for (let i = 0; i < bytes.length; i++) {
    if (!isLetter1256(bytes[i])) continue
    high++
    if (isLetter1256(bytes[i - 1]) || isLetter1256(bytes[i + 1])) inRuns++
  }
  return high > 0 && inRuns * 2 > high
}

function isLetter1256(byte: number | undefined): boolean {
  if (byte === undefined) return false
  // 81 8D 8E 90 are Persian letters, C0 is ہ; à â ç è é ê ë î ï ô ù û ü stand where 1252 has them too.
  return byte >= 0xc1
    ? ![0xe0, 0xe2, 0xe7, 0xe8, 0xe9, 0xea, 0xeb, 0xee, 0xef, 0xf4, 0xf9, 0xfb, 0xfc, 0xd7].includes(byte)
    : [0x81, 0x8d, 0x8e, 0x90, 0x98, 0xc0].includes(byte)
}
