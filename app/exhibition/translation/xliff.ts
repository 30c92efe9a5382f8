import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { type Pair, plainLines, type TextState, type Translation } from './state.ts'

/*
 * XLIFF 1.2 (OASIS Standard, 1 February 2008): every translation tool reads and writes it, while several, OmegaT among
 * them, take 2.x only with an addition. An exhibit is a `file`, whose `original` names it and the version of its draft;
 * a text is a `trans-unit`, whose `id` is its path. Both come back as they went out, whatever a tool adds.
 */

/** The texts of one exhibit as of a version of its draft. */
export type Sheet = { exhibitId: string; version: number; texts: (Translation & { name: string })[] }

/** What a translator sends back: for one text of one exhibit, what they read and what they wrote. */
export type Returned = { exhibitId: string; version: number; path: string; source: string; target: string }
export type Refused = 'empty' | 'tooLarge' | 'entities' | 'damaged' | 'notTranslation' | 'otherLanguages'
export type ReadBack = { ok: true; texts: Returned[] } | { ok: false; reason: Refused }

const namespace = 'urn:oasis:names:tc:xliff:document:1.2'
const states: Record<TextState, string> = {
  missing: 'needs-translation',
  changed: 'needs-review-translation',
  done: 'translated',
}

/** A file for a translator's tool; `target` holds what is translated so far. */
export function writeXliff(sheets: readonly Sheet[], { from, to }: Pair): string {
  const files = sheets.map(({ exhibitId, version, texts }) =>
    [
      `  <file original="${exhibitId}/${version}" source-language="${from}" target-language="${to}" datatype="plaintext">`,
      '    <body>',
      ...texts.map(unit),
      '    </body>',
      '  </file>',
    ].join('\n'),
  )
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<xliff version="1.2" xmlns="${namespace}">`,
    ...files,
    '</xliff>',
    '',
  ].join('\n')
}

function unit({ path, name, source, target, state }: Sheet['texts'][number]): string {
  return [
    `      <trans-unit id="${escaped(path)}" xml:space="preserve">`,
    `        <source>${escaped(source)}</source>`,
    `        <target state="${states[state]}">${escaped(target)}</target>`,
    `        <note>${escaped(name)}</note>`,
    '      </trans-unit>',
  ].join('\n')
}

/** Without the characters that XML 1.0 §2.2 does not have. */
export function xmlText(text: string): string {
  return plainLines(text.toWellFormed()).replace(/[^\t\n\u0020-\ufffd\u{10000}-\u{10ffff}]/gu, '')
}

function escaped(text: string): string {
  return xmlText(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  removeNSPrefix: true,
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
  ignoreDeclaration: true,
  ignorePiTags: true,
  // Of these only the references to characters are left to decode: declarations are refused before.
  htmlEntities: true,
})

type Node = Record<string, unknown>

/**
 * What a translator's tool made of such a file. Refused: a file that declares entities, so that nothing is fetched for it
 * and nothing grows while it is read (XML 1.0 §4.2), and one of other languages. A text left empty is not among what came.
 */
export function readXliff(text: string, { from, to }: Pair): ReadBack {
  if (/<!(?:DOCTYPE|ENTITY)/i.test(text)) return { ok: false, reason: 'entities' }
  const roots = parse(text)
  if (!roots) return { ok: false, reason: 'damaged' }
  const files = roots.flatMap((root) => inside(root, 'xliff')).filter((node) => 'file' in node)
  if (!files.length) return { ok: false, reason: 'notTranslation' }
  const isOther = files.some((file) => {
    const { 'source-language': source, 'target-language': target } = attributes(file)
    return source !== from || (target !== undefined && target !== to)
  })
  if (isOther) return { ok: false, reason: 'otherLanguages' }
  return { ok: true, texts: files.flatMap(textsOfFile).filter(({ target }) => target.trim()) }
}

function parse(text: string): Node[] | null {
  try {
    if (XMLValidator.validate(text) !== true) return null
    return parser.parse(text) as Node[]
  } catch {
    return null
  }
}

function textsOfFile(file: Node): Returned[] {
  const [exhibitId = '', version] = (attributes(file).original ?? '').split('/')
  return unitsIn(inside(file, 'file')).map((node) => {
    const parts = inside(node, 'trans-unit')
    const said = (name: string) => parts.filter((part) => name in part).map((part) => textIn(part[name]))[0]
    return {
      ...{ exhibitId, version: Number(version) || 0, path: attributes(node).id ?? '' },
      ...{ source: said('source') ?? '', target: said('target') ?? '' },
    }
  })
}

/** Units stand in the body, or in groups that a tool has made there. */
function unitsIn(nodes: Node[]): Node[] {
  return nodes.flatMap((node) => {
    if ('trans-unit' in node) return [node]
    const name = ['body', 'group'].find((one) => one in node)
    return name ? unitsIn(inside(node, name)) : []
  })
}

function inside(node: Node, name: string): Node[] {
  return Array.isArray(node[name]) ? (node[name] as Node[]) : []
}

function attributes(node: Node): Record<string, string | undefined> {
  return (node[':@'] ?? {}) as Record<string, string | undefined>
}

/** The text in an element; tools cut it into segments (`mrk`), whose text is all that is ours. */
function textIn(nodes: unknown): string {
  if (!Array.isArray(nodes)) return ''
  return nodes
    .map((node: Node) => {
      if (typeof node['#text'] === 'string') return node['#text']
      const name = Object.keys(node).find((one) => one !== ':@')
      return name ? textIn(node[name]) : ''
    })
    .join('')
}
