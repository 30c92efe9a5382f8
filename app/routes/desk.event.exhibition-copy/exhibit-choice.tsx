import { useLoaderData } from '@remix-run/react'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { FieldErrors, type Meta } from '#app/ui/field.tsx'
import { LocalizedText } from '#app/ui/localized-text.tsx'
import type { loader } from './route.tsx'

/** Which exhibits are taken along; the one whose page led here is chosen already. */
export function ExhibitChoice({ meta }: { meta: Meta }) {
  const { exhibits } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  const chosen = [meta.initialValue].flat()
  return (
    <fieldset className="field" aria-describedby={meta.errors ? meta.errorId : undefined}>
      <legend>{t('copying:which')}</legend>
      <FieldErrors id={meta.errorId} errors={meta.errors} />
      <ul className="plain-list rows">
        {exhibits.map(({ id, title, booth }) => (
          <li key={id}>
            <label className="choice">
              <input type="checkbox" name={meta.name} value={id} defaultChecked={chosen.includes(id)} />
              <span>
                {booth && (
                  <>
                    <bdi className="booth-code">{booth}</bdi>{' '}
                  </>
                )}
                <LocalizedText text={title} language={language} />
              </span>
            </label>
          </li>
        ))}
      </ul>
    </fieldset>
  )
}
