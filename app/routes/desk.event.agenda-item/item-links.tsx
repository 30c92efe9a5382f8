import { Link } from '@remix-run/react'
import { useText } from '#app/i18n/use-text.ts'

const pages = ['item', 'papers', 'sign-ups', 'outcome'] as const

/** The ways between the pages of one item: what it is, its papers, who signed up, what came out of it. */
export function ItemLinks({
  event,
  item,
  at,
}: {
  event: { slug: string }
  item: { id: string }
  at: (typeof pages)[number]
}) {
  const t = useText()
  const base = `/desk/events/${event.slug}/agenda/${item.id}`
  return (
    <nav className="filters views" aria-label={t('speakers:item.pages')}>
      {pages.map((page) => (
        <Link
          key={page}
          to={page === 'item' ? base : `${base}/${page}`}
          aria-current={page === at ? 'page' : undefined}
        >
          {t(`speakers:item.${page === 'sign-ups' ? 'signUps' : page}`)}
        </Link>
      ))}
    </nav>
  )
}
