import type { PersonNames } from '#db/schema/directory.server.ts'
import type { Language } from '../i18n/languages.ts'

/** The name as a reader of `language` expects it: Arabic script for Arabic and Kurdish where there is one, else Latin. */
export function displayName(names: PersonNames, language: Language): string {
  const inArabicScript = language === 'ar' || language === 'ckb'
  const [first, second] = inArabicScript ? [names.arabic, names.latin] : [names.latin, names.arabic]
  return first?.full || second?.full || ''
}
