import type { Localized } from '#app/i18n/languages.ts'
import { merge } from '#app/mail/merge.ts'

/** What a writer has to mend in formulas, by the field it stands in: `['formulas[0].opening.en', ['… name']]`. */
export function formulaMistakes(
  formulas: readonly { opening: Localized; closing: Localized }[],
): [string, string[]][] {
  return formulas.flatMap((formula, index) =>
    (['opening', 'closing'] as const).flatMap((part) =>
      Object.entries(formula[part]).flatMap(([language, text]): [string, string[]][] => {
        const merged = merge(text, {})
        return merged.ok ? [] : [[`formulas[${index}].${part}.${language}`, [merged.reason]]]
      }),
    ),
  )
}
