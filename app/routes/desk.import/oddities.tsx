import type { Field } from '#app/directory/import/field-names.ts'
import type { Oddity } from '#app/directory/import/header.ts'
import { formatNumber } from '#app/i18n/format.ts'
import { type Language, languageNames } from '#app/i18n/languages.ts'
import type { Translator } from '#app/i18n/options.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { Notice } from '#app/ui/notice.tsx'

/** What is odd about the file as a whole. */
export function Oddities({ of }: { of: Oddity[] }) {
  const t = useText()
  const language = useLanguage()
  if (!of.length) return null
  return (
    <Notice kind="warning">
      <ul className="plain-list">
        {of.map((oddity) => (
          <li key={JSON.stringify(oddity)}>{sentenceOf(oddity, t, language)}</li>
        ))}
      </ul>
    </Notice>
  )
}

function sentenceOf(oddity: Oddity, t: Translator, language: Language): string {
  switch (oddity.code) {
    case 'headerNotFirst':
      return t('imports:oddity.headerNotFirst', { line: formatNumber(oddity.line + 1, language) })
    case 'headerShifted':
      return t('imports:oddity.headerShifted', { column: formatNumber(oddity.column + 1, language) })
    case 'columnTwice':
      return t('imports:oddity.columnTwice', { field: fieldName(oddity.field, t) })
    case 'columnUnknown':
      return t('imports:oddity.columnUnknown', { heading: oddity.heading })
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
