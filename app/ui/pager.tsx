import { Link } from '@remix-run/react'
import { formatNumber } from '../i18n/format.ts'
import { useLanguage } from '../i18n/use-language.ts'
import { useText } from '../i18n/use-text.ts'

/** Links to the pages before and after; nothing where all fits on one page. */
export function Pager({
  label,
  page,
  pages,
  to,
}: {
  label: string
  page: number
  pages: number
  to: (page: number) => string
}) {
  const t = useText()
  const language = useLanguage()
  if (pages <= 1 && page === 1) return null
  return (
    <nav className="row between" aria-label={label}>
      {page > 1 ? (
        <Link className="button quiet" to={to(Math.min(page - 1, Math.max(1, pages)))} rel="prev">
          {t('common:previousPage')}
        </Link>
      ) : (
        <span />
      )}
      <span className="muted">
        {t('common:pageOf', { page: formatNumber(page, language), pages: formatNumber(pages, language) })}
      </span>
      {page < pages ? (
        <Link className="button quiet" to={to(page + 1)} rel="next">
          {t('common:nextPage')}
        </Link>
      ) : (
        <span />
      )}
    </nav>
  )
}
