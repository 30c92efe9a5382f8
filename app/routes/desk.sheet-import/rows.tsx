import { Form, Link, useLoaderData } from '@remix-run/react'
import { formatNumber } from '#app/i18n/format.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { Pager } from '#app/ui/pager.tsx'
import type { loader } from './route.tsx'
import { RowList } from './row-list.tsx'

const shows = ['all', 'remarked', 'leave'] as const

/** Every row with what it would do and what is remarked upon it; and the confirmation. */
export function Rows() {
  const { preview } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  if (!preview) return null
  const { counts } = preview.summary
  const taken = counts.new + counts.update + counts.same
  return (
    <section className="stack" aria-labelledby="rows">
      <div className="row between">
        <h2 id="rows">{t('imports:rows')}</h2>
        <nav className="filters" aria-label={t('directory:filter.label')}>
          {shows.map((show) => (
            <Link key={show} to={`?show=${show}`} aria-current={preview.show === show ? 'true' : undefined}>
              {t(`imports:show.${show}`)}
            </Link>
          ))}
        </nav>
      </div>
      {preview.rows.length === 0 ? (
        <p className="card empty">{t('imports:noRows')}</p>
      ) : (
        <div className="card">
          <RowList rows={preview.rows} />
        </div>
      )}
      <Pager
        label={t('imports:rows')}
        page={preview.page}
        pages={preview.pages}
        to={(page) => `?${new URLSearchParams({ show: preview.show, page: String(page) })}`}
      />
      {taken > 0 && (
        <Form method="post">
          <button type="submit" className="button" name="intent" value="confirm">
            {t('sheets:confirm', { shown: formatNumber(taken, language) })}
          </button>
        </Form>
      )}
    </section>
  )
}
