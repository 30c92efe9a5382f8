import { inflateSync } from 'node:zlib'

/*
 * As much of a PDF reader as tests need: the texts of Typst's pages in the order of their streams, by the fonts' own
 * ToUnicode maps (ISO 32000-1 §9.10.3). Good for scripts from left to right; joined letters come as their glyphs do.
 */

type Objects = Map<number, { head: string; stream: Buffer | null }>

/** The text of each page, its lines run together and without any space: where a line breaks says nothing. */
export function pdfText(pdf: Uint8Array): string[] {
  const objects = readObjects(Buffer.from(pdf))
  return [...objects.values()]
    .filter(({ head }) => /\/Type \/Page\b(?!s)/.test(head))
    .map(({ head }) => pageText(objects, head))
}

/** What the file says of itself: its title (in its metadata, as XML) and its language. */
export function pdfFacts(pdf: Uint8Array) {
  const text = Buffer.from(pdf).toString('utf8')
  const [, title] = /<dc:title>.*?<rdf:li[^>]*>(.*?)<\/rdf:li>/s.exec(text) ?? []
  const [, language] = /\/Type \/Catalog[\s\S]*?\/Lang \((\w+)\)/.exec(text) ?? []
  return { title, language }
}

function readObjects(pdf: Buffer): Objects {
  const text = pdf.toString('latin1')
  const objects: Objects = new Map()
  for (const found of text.matchAll(/^(\d+) 0 obj\n/gm)) {
    const from = found.index + found[0].length
    const length = /^<<[\s\S]*?\/Length (\d+)[\s\S]*?>>\nstream\n/.exec(text.slice(from, from + 3000))
    const isStream = length && !length[0].includes('endobj')
    const start = isStream ? from + length[0].length : 0
    objects.set(Number(found[1]), {
      head: isStream ? length[0] : text.slice(from, text.indexOf('endobj', from)),
      stream: isStream ? pdf.subarray(start, start + Number(length[1])) : null,
    })
  }
  return objects
}

/** What stands between the brackets of a string, in which brackets that match need no stroke before them (§7.3.4.2). */
const inString = [1, 2, 3, 4].reduce(
  (inner) => `(?:\\\\[\\s\\S]|[^\\\\()]|\\(${inner}\\))*`,
  '(?:\\\\[\\s\\S]|[^\\\\()])*',
)
const string = new RegExp(`\\((${inString})\\)`, 'g')

/** A change of font, or what is shown with it: one string, or an array of strings with the space between them. */
const fontOrText = new RegExp(
  `/(f\\d+) [\\d.]+ Tf|(\\[(?:[^\\\\[\\]()]|\\(${inString}\\))*\\] TJ|\\(${inString}\\) Tj)`,
  'g',
)

function pageText(objects: Objects, head: string): string {
  const fonts = new Map(
    [...head.matchAll(/\/(f\d+) (\d+) 0 R/g)].map(([, name, id]) => [name, readMap(objects, Number(id))]),
  )
  const [, contents] = /\/Contents (\d+) 0 R/.exec(head) ?? []
  const stream = unpack(objects, Number(contents))
  let font = new Map<number, string>()
  let said = ''
  for (const [, name, shown] of stream.matchAll(fontOrText)) {
    if (name) font = fonts.get(name) ?? new Map()
    for (const [, shownString = ''] of (shown ?? '').matchAll(string)) said += decode(shownString, font)
  }
  return said.replace(/\s/g, '')
}

function unpack(objects: Objects, id: number): string {
  const { head, stream } = objects.get(id) ?? {}
  if (!stream) return ''
  return (head?.includes('/FlateDecode') ? inflateSync(stream) : stream).toString('latin1')
}

function readMap(objects: Objects, fontId: number): Map<number, string> {
  const [, id] = /\/ToUnicode (\d+) 0 R/.exec(objects.get(fontId)?.head ?? '') ?? []
  const lines = unpack(objects, Number(id)).matchAll(/^<([\dA-F]{4})> <([\dA-F]+)>$/gim)
  return new Map([...lines].map(([, glyph = '', text = '']) => [Number.parseInt(glyph, 16), utf16(text)]))
}

const escapes: Record<string, string> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' }

function decode(string: string, font: Map<number, string>): string {
  const bytes = string.replace(/\\([0-7]{1,3}|[\s\S])/g, (_, code: string) =>
    /^[0-7]/.test(code) ? String.fromCharCode(Number.parseInt(code, 8)) : (escapes[code] ?? code),
  )
  let text = ''
  for (let at = 0; at + 1 < bytes.length; at += 2)
    text += font.get(bytes.charCodeAt(at) * 256 + bytes.charCodeAt(at + 1)) ?? ''
  return text
}

function utf16(hex: string): string {
  const bytes = Buffer.from(hex.replace(/^FEFF/i, ''), 'hex')
  return bytes.swap16().toString('utf16le')
}
