import { useLoaderData } from '@remix-run/react'
import { formatNumber } from '#app/i18n/format.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { FilterChoice } from '#app/ui/filter-choice.tsx'
import type { loader } from './route.tsx'
import { useDistance } from './use-distance.ts'

/** Labels to stick on: which sheet, and how much of it is used up. */
export function LabelFields() {
  const { home, exhibit, choice, sizes } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  const distance = useDistance()
  const number = (value: number) => formatNumber(value, language)
  const named = sizes.sheets.map(({ sheet, labels, width, height }) => ({
    value: sheet,
    label: t('posters:labels.sheetOf', {
      ...{ number: number(labels), width: number(width), height: number(height) },
    }),
  }))
  return (
    <section className="card stack" aria-labelledby="labels">
      <h2 id="labels">{t('posters:labels.title')}</h2>
      <p className="hint">{t('posters:labels.hint')}</p>
      <div className="row">
        <FilterChoice name="sheet" label={t('posters:labels.sheet')} value={choice.sheet} choices={named} />
        <div className="field">
          <label htmlFor="labels-used">{t('posters:labels.used')}</label>
          <input
            id="labels-used"
            name="used"
            type="number"
            min={0}
            max={20}
            defaultValue={choice.used}
            dir="ltr"
          />
        </div>
      </div>
      <ul className="plain-list hint">
        {sizes.sheets.map(({ sheet, side, ...size }, index) => (
          <li key={sheet}>
            {t('posters:size', {
              ...{ paper: named[index]?.label ?? '', side: number(side) },
              distance: distance(size.distance),
            })}
          </li>
        ))}
      </ul>
      <p>
        <button type="submit" className="button quiet" formAction={`${home}/posters/labels.pdf`}>
          {t(exhibit ? 'posters:labels.printSheet' : 'posters:labels.print')}
        </button>
      </p>
    </section>
  )
}
