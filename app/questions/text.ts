import { formatNumber, formatPartialDate } from '../i18n/format.ts'
import { type Language, localize } from '../i18n/languages.ts'
import { isChosen, type Question, type Said } from './rules.ts'

type Kind = Pick<Question, 'kind' | 'options'>

/** What was said, as a reader of `language` sees it: several options one after the other, numbers and days as written there. */
export function saidText({ kind, options }: Kind, said: Said, language: Language): string {
  if (isChosen(kind)) return said.map((id) => optionText(options, id, language)).join(' · ')
  const [value = ''] = said
  if (kind === 'number' && value) return formatNumber(Number(value), language, { maximumFractionDigits: 6 })
  return kind === 'date' ? formatPartialDate(value, language) : value
}

export function optionText(options: Kind['options'], id: string, language: Language): string {
  return localize(options.find((option) => option.id === id)?.text, language)
}
