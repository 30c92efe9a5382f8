import { isolate } from '../../i18n/format.ts'
import { type Language, languageNames } from '../../i18n/languages.ts'
import type { Translator } from '../../i18n/options.ts'
import type { Field } from './field-names.ts'
import type { Oddity } from './header.ts'

/** What is odd about a file, in the reader's words; `number` writes numbers as they do. */
export function oddityText(oddity: Oddity, t: Translator, number: (value: number) => string): string {
  switch (oddity.code) {
    case 'headerNotFirst':
      return t('imports:oddity.headerNotFirst', { line: number(oddity.line + 1) })
    case 'headerShifted':
      return t('imports:oddity.headerShifted', { column: number(oddity.column + 1) })
    case 'columnTwice':
      return t('imports:oddity.columnTwice', { field: fieldName(oddity.field, t) })
    case 'columnUnknown':
      return t('imports:oddity.columnUnknown', { heading: isolate(oddity.heading) })
    default:
      return t(`imports:oddity.${oddity.code}`)
  }
}

/** What a column holds, in the reader's words. */
export function fieldName(field: Field, t: Translator): string {
  const [base, language] = field.split('.')
  const name = t(`directory:field.${base as 'name'}`)
  if (!language) return name
  return t('imports:inLanguage', { field: name, language: languageNames[language as Language] })
}
