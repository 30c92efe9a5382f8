/** The languages Majlis speaks, in the order in which a switch shows them. `ckb` is Sorani Kurdish. */
export const languages = ['en', 'fr', 'ar', 'ckb'] as const
export type Language = (typeof languages)[number]

/** Text for people, per language; a missing or empty language is shown by a fallback (see `localize`). */
export type Localized = Partial<Record<Language, string>>

/** Each language in its own name, as a reader looks for it. */
export const languageNames: Record<Language, string> = {
  en: 'English',
  fr: 'Français',
  ar: 'العربية',
  ckb: 'کوردی',
}

/** Who reads Kurdish is likelier to read Arabic than French; everyone is likelier to read English than nothing. */
const fallbacks: Record<Language, readonly Language[]> = {
  en: ['en', 'fr', 'ar', 'ckb'],
  fr: ['fr', 'en', 'ar', 'ckb'],
  ar: ['ar', 'en', 'ckb', 'fr'],
  ckb: ['ckb', 'ar', 'en', 'fr'],
}

export function isLanguage(value: unknown): value is Language {
  return languages.includes(value as Language)
}

export function direction(language: Language): 'ltr' | 'rtl' {
  return language === 'ar' || language === 'ckb' ? 'rtl' : 'ltr'
}

/** The languages in the order in which to try them for a reader of `language`. */
export function fallbackOrder(language: Language): readonly Language[] {
  return fallbacks[language]
}

/** The text for a reader of `language` and the language it is in, so that markup can say `lang` and `dir`. */
export function localizeWithLanguage(
  text: Localized | null | undefined,
  language: Language,
): { text: string; language: Language } {
  for (const candidate of fallbackOrder(language)) {
    const found = text?.[candidate]?.trim()
    if (found) return { text: found, language: candidate }
  }
  return { text: '', language }
}

/** The text for a reader of `language`, by the declared fallback order; `''` when there is none at all. */
export function localize(text: Localized | null | undefined, language: Language): string {
  return localizeWithLanguage(text, language).text
}

/** The languages of `wanted` in which `text` says nothing. */
export function missingLanguages(
  text: Localized | null | undefined,
  wanted: readonly Language[],
): Language[] {
  return wanted.filter((language) => !text?.[language]?.trim())
}

/** The best of our languages for an `Accept-Language` header (RFC 9110 §12.5.4); English when none fits. */
export function negotiateLanguage(acceptLanguage: string | null | undefined): Language {
  const wishes = (acceptLanguage ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().split(';')
      const quality = parameters.map((p) => p.trim()).find((p) => p.startsWith('q='))
      return { tag: tag.toLowerCase(), quality: quality ? Number(quality.slice(2)) : 1 }
    })
    .filter((wish) => wish.tag && wish.quality > 0)
    .sort((a, b) => b.quality - a.quality)
  for (const { tag } of wishes) {
    // Browsers ask for Kurdish as `ku-IQ` or `ckb`; what they get here is Sorani either way.
    const primary = tag.split('-')[0] === 'ku' ? 'ckb' : tag.split('-')[0]
    if (isLanguage(primary)) return primary
  }
  return 'en'
}
