import { z } from 'zod'
import type { Localized } from '../i18n/languages.ts'

/** A text per language, as `LocalizedField` sends it; empty languages are dropped. At most `max` characters each. */
export function localizedText(max: number) {
  const text = z.string().trim().max(max, 'tooLong').optional()
  return z
    .object({ en: text, fr: text, ar: text, ckb: text })
    .default({})
    .transform((given): Localized => Object.fromEntries(Object.entries(given).filter(([, value]) => value)))
}

/** Likewise, and at least one language must say something. */
export function requiredLocalizedText(max: number) {
  return localizedText(max).refine((text) => Object.keys(text).length > 0, 'required')
}
