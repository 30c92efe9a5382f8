import { formatNumber } from '../i18n/format.ts'
import { useLanguage } from '../i18n/use-language.ts'
import { useText } from '../i18n/use-text.ts'

/** A number as counted; with `isMore` it was not counted to the end, and is told as “5,000+”. */
export function Amount({ value, isMore = false }: { value: number; isMore?: boolean }) {
  const t = useText()
  const language = useLanguage()
  const number = formatNumber(value, language)
  return isMore ? <bdi>{t('common:moreThan', { number })}</bdi> : number
}
