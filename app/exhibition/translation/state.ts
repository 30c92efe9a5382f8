import type { Language } from '../../i18n/languages.ts'

/** `changed`: the source says something else than when the translation was written. */
export type TextState = 'missing' | 'changed' | 'done'

/** One text to translate: `source` is what it says, `target` what it says in the other language so far, or `''`. */
export type Translation = { path: string; source: string; target: string; state: TextState }

export type Pair = { from: Language; to: Language }

export type Progress = { language: Language; all: number; missing: number; changed: number }

/** Line breaks as forms, files and tools write them are the same. */
export function plainLines(text: string): string {
  return text.replace(/\r\n?/g, '\n')
}
