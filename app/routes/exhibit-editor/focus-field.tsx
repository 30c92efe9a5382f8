import { useEffect } from 'react'
import { middle, placesOfFocus } from '#app/exhibition/content/focus.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { FieldErrors, type Meta } from '#app/ui/field.tsx'
import { focusClass, Picture } from '#app/ui/picture.tsx'
import script from '#app/ui/scripts/focus-point.js?url'
import type { KeptPicture } from './pictures.tsx'

type Fields = { focusAt: Meta; focusX: Meta; focusY: Meta }

/**
 * Which part of a picture must stay in sight where it is cut: one of nine places, chosen on the picture itself, or a
 * point in hundredths. A small script sets the point where the picture is clicked; beside it the picture is shown as it
 * will be cut.
 */
export function FocusField({ picture, fields }: { picture: KeptPicture; fields: Fields }) {
  const t = useText()
  const language = useLanguage()
  const uncut = { ...picture, focus: null }
  return (
    <fieldset className={`field focus-field ${focusClass(picture.focus) ?? ''}`} data-focus>
      <legend>
        {t('media:focus.label')}
        <span className="hint">{t('media:focus.hint')}</span>
      </legend>
      <div className="focus-columns">
        {/* A picture’s left is left in every language. */}
        <div className="focus-board" dir="ltr">
          <Picture picture={uncut} language={language} sizes="20rem" isDecoration />
          <NinePlaces meta={fields.focusAt} />
          <span className="focus-mark" aria-hidden="true" />
        </div>
        <div className="focus-cuts" aria-hidden="true">
          <Picture picture={uncut} language={language} sizes="12rem" isDecoration />
          <Picture picture={uncut} language={language} sizes="6rem" isDecoration />
        </div>
      </div>
      <ExactPoint fields={fields} />
      <FieldErrors id={fields.focusX.errorId} errors={fields.focusX.errors ?? fields.focusY.errors} />
      <FocusScript />
    </fieldset>
  )
}

function NinePlaces({ meta }: { meta: Meta }) {
  const t = useText()
  return (
    <div className="focus-places">
      {placesOfFocus.map((place) => (
        <label key={place}>
          <input
            type="radio"
            name={meta.name}
            value={place}
            defaultChecked={(meta.initialValue ?? middle) === place}
          />
          <span className="visually-hidden">{t(`media:focus.at.${place}`)}</span>
        </label>
      ))}
    </div>
  )
}

function ExactPoint({ fields: { focusAt, focusX, focusY } }: { fields: Fields }) {
  const t = useText()
  const point = [
    { meta: focusX, label: t('media:focus.x') },
    { meta: focusY, label: t('media:focus.y') },
  ]
  return (
    <div className="row focus-exact">
      <label className="check">
        <input
          type="radio"
          name={focusAt.name}
          value="exact"
          defaultChecked={focusAt.initialValue === 'exact'}
        />
        {t('media:focus.exact')}
      </label>
      {point.map(({ meta, label }) => (
        <label key={meta.name} className="row small">
          {label}
          <input
            type="number"
            name={meta.name}
            min={0}
            max={100}
            defaultValue={String(meta.initialValue ?? 50)}
            aria-invalid={meta.errors ? true : undefined}
          />
        </label>
      ))}
    </div>
  )
}

/** Small, ours, and nothing is missing without it. */
function FocusScript() {
  useEffect(() => {
    import(/* @vite-ignore */ script)
  }, [])
  return <script type="module" src={script} />
}
