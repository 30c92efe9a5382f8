import { useLoaderData } from '@remix-run/react'
import { governorateName, governorates } from '#app/exhibition/governorates.ts'
import { sectors } from '#app/exhibition/sectors.ts'
import { collator, formatNumber } from '#app/i18n/format.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { listAddress } from './address.ts'
import type { loader } from './route.tsx'

/**
 * Search and governorate as a form, themes as links: all work without script, and each keeps the others' choice. On the
 * exhibition's first page themes stand below, larger (`Starts`).
 */
export function Choices({ home, isHome }: { home: string; isHome: boolean }) {
  return (
    <div className="tight choices">
      <Find home={home} />
      {!isHome && <Themes home={home} />}
    </div>
  )
}

function Find({ home }: { home: string }) {
  const { choice, exhibition } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  const places = governorates
    .map(({ pcode }) => ({ pcode, name: governorateName(pcode, language) }))
    .filter(({ pcode }) => exhibition.byGovernorate[pcode] || pcode === choice.governorate)
    .sort((a, b) => collator(language).compare(a.name, b.name))
  return (
    <search>
      <form method="get" action={home} className="find">
        {choice.sector && <input type="hidden" name="sector" value={choice.sector} />}
        {choice.keep.length > 0 && <input type="hidden" name="keep" value={choice.keep.join()} />}
        <div className="field">
          <label htmlFor="q">{t('visitor:list.search')}</label>
          <input
            id="q"
            type="search"
            name="q"
            defaultValue={choice.search}
            maxLength={80}
            placeholder={t('visitor:list.search')}
          />
        </div>
        <div className="field">
          <label htmlFor="governorate">{t('visitor:list.governorate')}</label>
          <select id="governorate" name="governorate" defaultValue={choice.governorate ?? ''}>
            <option value="">{t('visitor:list.everywhere')}</option>
            {places.map(({ pcode, name }) => (
              <option key={pcode} value={pcode}>
                {`${name} (${formatNumber(exhibition.byGovernorate[pcode] ?? 0, language)})`}
              </option>
            ))}
          </select>
        </div>
        <button type="submit" className="button">
          {t('visitor:list.show')}
        </button>
      </form>
    </search>
  )
}

function Themes({ home }: { home: string }) {
  const { choice, exhibition } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  const offered = sectors.filter((sector) => exhibition.bySector[sector] || sector === choice.sector)
  if (offered.length === 0) return null
  return (
    <nav className="filters themes" aria-label={t('visitor:list.themes')}>
      <a
        href={listAddress(home, { ...choice, sector: null })}
        aria-current={choice.sector ? undefined : 'true'}
      >
        {t('visitor:list.all')}
      </a>
      {offered.map((sector) => (
        <a
          key={sector}
          href={listAddress(home, { ...choice, sector })}
          aria-current={choice.sector === sector ? 'true' : undefined}
        >
          {t(`visitor:sector.${sector}`)}
          <span className="filter-count">
            <bdi>{formatNumber(exhibition.bySector[sector] ?? 0, language)}</bdi>
          </span>
        </a>
      ))}
    </nav>
  )
}
