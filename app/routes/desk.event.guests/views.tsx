import { Link, useLoaderData } from '@remix-run/react'
import { useText } from '#app/i18n/use-text.ts'
import { Amount } from '#app/ui/amount.tsx'
import { withSize } from '#app/ui/page-sizes.ts'
import type { loader } from './route.tsx'

/** The questions that are asked every day, at a tap and with their numbers; and the views that people have kept. */
export function Views() {
  const { views, saved, choice, size } = useLoaderData<typeof loader>()
  const t = useText()
  return (
    <nav className="filters views" aria-label={t('roster:views')}>
      {views
        .filter(({ count, query, name }) => count.value > 0 || query === choice || name === 'all')
        .map(({ name, query, count }) => (
          <Link
            key={name}
            to={`?${withSize(query, size)}`}
            aria-current={query === choice ? 'true' : undefined}
          >
            {t(`roster:view.${name}`)}&nbsp;
            <span className="count">
              <Amount {...count} />
            </span>
          </Link>
        ))}
      {saved.map(({ id, name, query, isShared }) => (
        <Link key={id} to={`?${withSize(query, size)}`} aria-current={query === choice ? 'true' : undefined}>
          <bdi className="wraps">{name}</bdi>
          {isShared && <span className="muted small"> · {t('views:shared')}</span>}
        </Link>
      ))}
    </nav>
  )
}
