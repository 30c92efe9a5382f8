import { Form, useLoaderData } from '@remix-run/react'
import type { ImportReport } from '#app/exhibition/displacement/report.ts'
import { findingText } from '#app/exhibition/displacement/report-text.ts'
import { governorateName, governorates } from '#app/exhibition/governorates.ts'
import { formatNumber } from '#app/i18n/format.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import type { loader } from './route.tsx'

/** The places that no p-code joins: what their names suggest, and for a person to say what they are. */
export function Places() {
  const { preview } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  const { places, unknown } = preview?.summary ?? { places: [], unknown: 0 }
  if (!places.length) return null
  const hasSuggestions = places.some(
    ({ suggestion, reason, pcode }) => suggestion && !pcode && reason !== 'nameContradicts',
  )
  return (
    <section className="card stack" aria-labelledby="places">
      <h2 id="places">{t('dtm:places.title')}</h2>
      <p className="muted">{t('dtm:places.intro')}</p>
      <Form method="post" className="stack" key={places.map(({ key, pcode }) => key + pcode).join()}>
        <ul className="plain-list rows">
          {places.map((place, index) => (
            <Place key={place.key} place={place} id={`place-${index}`} />
          ))}
        </ul>
        {unknown > places.length && (
          <p className="muted">
            {t('dtm:places.more', { number: formatNumber(unknown - places.length, language) })}
          </p>
        )}
        <p className="row">
          <button type="submit" className="button quiet" name="intent" value="places">
            {t('dtm:places.save')}
          </button>
          {hasSuggestions && (
            <button type="submit" className="button quiet" name="intent" value="accept">
              {t('dtm:places.accept')}
            </button>
          )}
        </p>
      </Form>
    </section>
  )
}

function Place({ place, id }: { place: ImportReport['places'][number]; id: string }) {
  const t = useText()
  const language = useLanguage()
  const { key, code, name, reason, suggestion, rows, pcode } = place
  const called = [code, name].filter(Boolean).join(' · ')
  return (
    <li className="field">
      <label htmlFor={id}>
        <bdi className="wraps">{called}</bdi>
      </label>
      <p className="hint" id={`${id}-hint`}>
        {findingText({ code: reason, detail: code || name }, { t, language })}
        {' · '}
        {t('dtm:places.rows', { number: formatNumber(rows, language) })}
        {suggestion && (
          <span className="block">
            {t('dtm:places.suggested', { name: governorateName(suggestion, language) })}
          </span>
        )}
      </p>
      <input type="hidden" name="place" value={key} />
      <select id={id} name="pcode" defaultValue={pcode ?? ''} aria-describedby={`${id}-hint`}>
        <option value="">{t('dtm:places.leave')}</option>
        {governorates.map((governorate) => (
          <option key={governorate.pcode} value={governorate.pcode}>
            {governorate.name[language]}
          </option>
        ))}
      </select>
    </li>
  )
}
