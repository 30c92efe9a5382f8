import { Link } from '@remix-run/react'
import { enquiriesShown } from '#app/exhibition/voices/forms.ts'
import { formatNumber } from '#app/i18n/format.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'

type Given = {
  counts: Record<(typeof enquiriesShown)[number], number>
  shown: string
  to: (shown: string) => string
}

/** Those that wait for an answer, those that had one, or all. */
export function ShownChoice({ counts, shown, to }: Given) {
  const t = useText()
  const language = useLanguage()
  return (
    <nav className="filters" aria-label={t('voices:desk.which')}>
      {enquiriesShown.map((one) => (
        <Link key={one} to={to(one)} aria-current={one === shown ? 'true' : undefined}>
          {t(`voices:desk.shown.${one}`)}
          <span className="filter-count">{formatNumber(counts[one], language)}</span>
        </Link>
      ))}
    </nav>
  )
}
