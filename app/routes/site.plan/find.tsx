import { useLoaderData } from '@remix-run/react'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { planAddress } from './address.ts'
import type { loader } from './route.tsx'

/** A search and a theme: what fits is lit up in every hall, the rest steps back. */
export function Find() {
  const { event, choice, sectors, found } = useLoaderData<typeof loader>()
  const t = useText()
  const address = `/${useLanguage()}/${event.slug}/exhibition/plan`
  return (
    <search className="plan-find">
      <form method="get" action={address} className="find">
        <div className="field">
          <label htmlFor="q">{t('plan:search')}</label>
          <input
            id="q"
            type="search"
            name="q"
            defaultValue={choice.search}
            maxLength={80}
            placeholder={t('plan:search')}
          />
        </div>
        {sectors.length > 1 && (
          <div className="field">
            <label htmlFor="sector">{t('visitor:list.themes')}</label>
            <select id="sector" name="sector" defaultValue={choice.sector ?? ''}>
              <option value="">{t('plan:anyTheme')}</option>
              {sectors.map((sector) => (
                <option key={sector} value={sector}>
                  {t(`visitor:sector.${sector}`)}
                </option>
              ))}
            </select>
          </div>
        )}
        <button type="submit" className="button">
          {t('visitor:list.show')}
        </button>
      </form>
      {found && (
        <p className="row between" role="status">
          <span className="strong">{t('plan:found', { count: found.length })}</span>
          <a className="more" href={planAddress(address, { hall: choice.hall })}>
            {t('plan:clear')}
          </a>
        </p>
      )}
    </search>
  )
}
