import type { Language, Localized } from '../../i18n/languages.ts'
import { isLanguage } from '../../i18n/languages.ts'
import { type ExhibitContent, exhibitContent } from './content.ts'
import { flatten, unflatten } from './flat.ts'

/** One text of a document in all its languages, under the path that stays whatever else is changed. */
export type ContentText = { path: string; text: Localized }

/**
 * Every text of a document in reading order, empty ones too: what is translated, searched, checked and exported. An
 * object with no other names than those of languages is a text; that holds for every kind of block.
 */
export function textsOf(content: ExhibitContent): ContentText[] {
  const { pictures, blocks, ...head } = content
  return [...gather(head, ''), ...gather({ pictures, blocks }, '')]
}

function gather(value: unknown, path: string): ContentText[] {
  if (Array.isArray(value))
    return value.flatMap((row) =>
      typeof row === 'object' && row !== null ? gather(row, `${path}/${row.id}`) : [],
    )
  if (typeof value !== 'object' || value === null) return []
  if (path && Object.keys(value).every(isLanguage)) return [{ path, text: value as Localized }]
  return Object.entries(value).flatMap(([name, part]) => gather(part, path ? `${path}/${name}` : name))
}

/** The text at a path of `textsOf`; null when nothing of the document stands there. */
export function textAt(content: ExhibitContent, path: string): Localized | null {
  return textsOf(content).find((one) => one.path === path)?.text ?? null
}

export type Wording = { path: string; language: Language; text: string }

/**
 * The document with these wordings in their places; an empty one is taken out. Refused as a whole, `unknownPath` or
 * `tooLong`, when one of them has no place or does not fit it.
 */
export function withWordings(content: ExhibitContent, wordings: readonly Wording[]) {
  const known = new Set(textsOf(content).map(({ path }) => path))
  const flat = flatten(content)
  for (const { path, language, text } of wordings) {
    if (!known.has(path)) return { ok: false, reason: 'unknownPath', path } as const
    if (text.trim()) flat.set(`${path}/${language}`, text.trim())
    else flat.delete(`${path}/${language}`)
  }
  const read = exhibitContent.safeParse(unflatten(flat))
  if (read.success) return { ok: true, content: read.data } as const
  return { ok: false, reason: 'tooLong', path: read.error.issues[0]?.path.join('/') ?? '' } as const
}
