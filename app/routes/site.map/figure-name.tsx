import type { PlacedFigure } from '#app/exhibition/map/programme-figures.ts'
import { localize } from '#app/i18n/languages.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { LocalizedText } from '#app/ui/localized-text.tsx'

type Given = { of: Pick<PlacedFigure, 'name' | 'unit' | 'phase'> }

/** What a figure counts: its unit, its indicator, and its phase where it is of one. */
export function FigureName({ of: { name, unit, phase } }: Given) {
  const language = useLanguage()
  return (
    <span>
      {localize(unit, language) && (
        <>
          <LocalizedText text={unit} language={language} />{' '}
        </>
      )}
      <LocalizedText text={name} language={language} />
      {phase && (
        <>
          {' ('}
          <LocalizedText text={phase} language={language} />
          {')'}
        </>
      )}
    </span>
  )
}
