import { useLoaderData } from '@remix-run/react'
import { bulkActs } from '#app/answers/bulk.ts'
import { formatNumber } from '#app/i18n/format.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { Amount } from '#app/ui/amount.tsx'
import type { loader } from './route.tsx'
import type { Selection } from './use-selection.ts'

/** What can be done with those who are marked; it stays in sight while one scrolls. The next page shows the effect first. */
export function BulkBar({ selection }: { selection: Selection }) {
  const { total, after, before } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  return (
    <fieldset className="bulk-bar" aria-label={t('roster:bulk.title')}>
      {selection.count !== null && (
        <span role="status" className="bulk-count">
          {t('roster:bulk.chosen', {
            count: selection.count,
            number: formatNumber(selection.count, language),
          })}
        </span>
      )}
      {(after || before) && (
        <label className="bulk-all">
          <input type="checkbox" name="everybody" value="yes" />
          <span>
            {t('roster:bulk.everybody')} (<Amount {...total} />)
          </span>
        </label>
      )}
      <label className="bulk-act">
        <span>{t('roster:bulk.what')}</span>
        <select name="act">
          {bulkActs.map((act) => (
            <option key={act} value={act}>
              {t(`roster:act.${act}`)}
            </option>
          ))}
        </select>
      </label>
      <button type="submit" className="button">
        {t('roster:bulk.next')}
      </button>
    </fieldset>
  )
}
