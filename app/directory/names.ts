import type { PersonNames } from '#db/schema/directory.server.ts'
import type { Language, Localized } from '../i18n/languages.ts'

/** The name as a reader of `language` expects it: Arabic script for Arabic and Kurdish where there is one, else Latin. */
export function displayName(names: PersonNames, language: Language): string {
  const inArabicScript = language === 'ar' || language === 'ckb'
  const [first, second] = inArabicScript ? [names.arabic, names.latin] : [names.latin, names.arabic]
  return first?.full || second?.full || ''
}

/** Whether most letters of `text` are of the Arabic script. */
export function isArabicScript(text: string): boolean {
  const arabic = text.match(/\p{Script=Arabic}/gu)?.length ?? 0
  return arabic > 0 && arabic * 2 >= (text.match(/\p{L}/gu)?.length ?? 0)
}

/** The language that a short text without a sign of its own is taken for: by its script, its letters, its reader. */
export function likelyLanguage(text: string, reader: Language | null): Language {
  if (isArabicScript(text)) return /[ەێۆڵڕڤ]/.test(text) || reader === 'ckb' ? 'ckb' : 'ar'
  return reader === 'fr' ? 'fr' : 'en'
}

/** `text` in the language it is likely to be in; `{}` for nothing. */
export function inItsLanguage(text: string, reader: Language | null): Localized {
  return text ? { [likelyLanguage(text, reader)]: text } : {}
}
