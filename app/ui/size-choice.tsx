import { Link } from '@remix-run/react'
import { formatNumber } from '../i18n/format.ts'
import { useLanguage } from '../i18n/use-language.ts'
import { useText } from '../i18n/use-text.ts'
import { type PageSize, pageSizes, withSize } from './page-sizes.ts'

/** How many rows at once, each a link; nothing where all fit on the smallest page. `query` is the address without it. */
export function SizeChoice({ size, total, query }: { size: PageSize; total: number; query: string }) {
  const t = useText()
  const language = useLanguage()
  if (total <= pageSizes[0]) return null
  return (
    <nav className="row size-choice muted small" aria-label={t('views:rows')}>
      <span aria-hidden="true">{t('views:rows')}</span>
      {pageSizes.map((one) => (
        <Link
          key={one}
          to={`?${withSize(query, one)}`}
          className="target"
          aria-current={one === size ? 'true' : undefined}
          preventScrollReset
        >
          <bdi>{formatNumber(one, language)}</bdi>
        </Link>
      ))}
    </nav>
  )
}
