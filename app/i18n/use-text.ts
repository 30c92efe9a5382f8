import { useTranslation } from 'react-i18next'
import type { Translator } from './options.ts'

/** Translates for the page's reader: `const t = useText()`, then `t('answer:deadline', { … })`. */
export function useText(): Translator {
  return useTranslation().i18n.t as Translator
}
