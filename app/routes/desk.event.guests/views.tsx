import { Link, useLoaderData } from '@remix-run/react'
import { useText } from '#app/i18n/use-text.ts'
import { Amount } from '#app/ui/amount.tsx'
import type { loader } from './route.tsx'

/** The questions that are asked every day, at a tap and with their numbers. */
export function Views() {
  const { views, choice } = useLoaderData<typeof loader>()
  const t = useText()
  return (
    <nav className="filters views" aria-label={t('roster:views')}>
      {views
        .filter(({ count, query, name }) => count.value > 0 || query === choice || name === 'all')
        .map(({ name, query, count }) => (
          <Link key={name} to={`?${query}`} aria-current={query === choice ? 'true' : undefined}>
            {t(`roster:view.${name}`)}&nbsp;
            <span className="count">
              <Amount {...count} />
            </span>
          </Link>
        ))}
    </nav>
  )
}
