import { boothCategories } from '#app/exhibition/plan/kinds.ts'
import { longestCode } from '#app/exhibition/plan/numbering.ts'
import { direction, type Language, languageNames } from '#app/i18n/languages.ts'
import type { Translator } from '#app/i18n/options.ts'
import type { DrawnThing } from './use-plan-board.ts'

type Given = { thing: DrawnThing; t: Translator }

export function BoothInputs({ thing, t, isOfMany = false }: Given & { isOfMany?: boolean }) {
  const key = `${thing.id} ${thing.code} ${thing.category} ${thing.isReserved}`
  return (
    <div className="stack" key={key}>
      {!isOfMany && (
        <div className="field">
          <label htmlFor="side-code">{t('exhibition:field.code')}</label>
          <input
            id="side-code"
            type="text"
            name="code"
            dir="auto"
            required
            maxLength={longestCode}
            defaultValue={thing.code}
          />
        </div>
      )}
      <div className="field">
        <label htmlFor="side-category">{t('drawing:field.category')}</label>
        <select id="side-category" name="category" defaultValue={thing.category ?? ''}>
          <option value="">{t('drawing:noCategory')}</option>
          {boothCategories.map((one) => (
            <option key={one} value={one}>
              {t(`plan:category.${one}`)}
            </option>
          ))}
        </select>
      </div>
      <div className="field check">
        <label>
          <input type="checkbox" name="isReserved" defaultChecked={thing.isReserved} />
          <span>{t('plan:state.reserved')}</span>
        </label>
      </div>
    </div>
  )
}

export function LabelInputs({ thing, t, languages }: Given & { languages: readonly Language[] }) {
  return (
    <fieldset className="field localized">
      <legend>{t('drawing:field.label')}</legend>
      {languages.map((language) => (
        <div key={language} className="localized-row">
          <label htmlFor={`side-${language}`} lang={language}>
            {languageNames[language]}
          </label>
          <input
            id={`side-${language}`}
            type="text"
            name={`label.${language}`}
            lang={language}
            dir={direction(language)}
            maxLength={80}
            defaultValue={thing.label[language] ?? ''}
          />
        </div>
      ))}
    </fieldset>
  )
}

const measures = ['x', 'y', 'width', 'depth'] as const

/** Place and size in metres. */
export function BoxInputs({ thing, t }: Given) {
  return (
    <div className="fields plan-measures">
      {measures.map((name) => (
        <div key={name} className="field">
          <label htmlFor={`side-${name}`}>{t(`drawing:field.${name}`)}</label>
          <input
            id={`side-${name}`}
            type="number"
            name={name}
            step="0.01"
            inputMode="decimal"
            dir="ltr"
            required
            defaultValue={thing.box[name] / 100}
          />
        </div>
      ))}
    </div>
  )
}
