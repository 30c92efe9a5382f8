import { Link } from '@remix-run/react'
import type { EventPermission } from '#app/accounts/permission.ts'
import { formatNumber } from '#app/i18n/format.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'

type Counts = { guests: number; unsent: number; submitted: number; waiting: number }
type Entry = {
  path: string
  label: string
  needs?: EventPermission
  count?: number
  /** What the count means, for those who hear it. */
  counted?: string
  waits?: boolean
}

/** The ways through one event: only those its reader may go. Becomes a row that scrolls on a phone. */
export function EventNav({
  home,
  pathname,
  can,
  counts,
}: {
  home: string
  pathname: string
  can: EventPermission[]
  counts: Counts
}) {
  const t = useText()
  const entries = useEntries(counts, can).filter(({ needs }) => !needs || can.includes(needs))
  const isHere = (path: string) => {
    const to = home + path
    return path ? pathname === to || pathname.startsWith(`${to}/`) : pathname === to
  }
  return (
    <nav className="desk-nav" aria-label={t('desk:event.nav')}>
      {entries.map(({ path, label, count, counted, waits }) => (
        <Link key={path} to={home + path} aria-current={isHere(path) ? 'page' : undefined}>
          {label}
          {count ? <Count value={count} counted={counted} waits={waits} /> : null}
        </Link>
      ))}
    </nav>
  )
}

function useEntries(counts: Counts, can: EventPermission[]): Entry[] {
  const t = useText()
  return [
    { path: '', label: t('desk:event.overview') },
    { path: '/guests', label: t('desk:event.guests'), needs: 'guests.view', count: counts.guests },
    { path: '/participants', label: t('participants:title'), needs: 'guests.view' },
    { path: '/precedence', label: t('participants:toPrecedence'), needs: 'guests.view' },
    { path: '/invite', label: t('desk:event.invite'), needs: 'guests.edit' },
    { path: '/mailings', label: t('desk:event.mailings'), needs: 'mail.send' },
    { path: '/letters', label: t('desk:event.letters'), needs: 'guests.view' },
    {
      path: '/outbox',
      label: t('desk:event.outbox'),
      needs: 'mail.send',
      count: counts.unsent,
      counted: t('desk:event.needsYou'),
      waits: true,
    },
    {
      path: '/inbox',
      label: t('inbox:title'),
      needs: 'guests.view',
      count: counts.waiting,
      counted: t('inbox:needsYou'),
      waits: true,
    },
    { path: '/questions', label: t('desk:event.questions'), needs: 'guests.view' },
    { path: '/agenda', label: t('desk:event.agenda'), needs: 'agenda.edit' },
    { path: '/rooms', label: t('desk:event.rooms'), needs: 'agenda.edit' },
    {
      path: '/exhibition',
      label: t('desk:event.exhibition'),
      needs: 'exhibition.edit',
      count: counts.submitted,
      counted: t('desk:event.toReview'),
      waits: true,
    },
    { path: '/booths', label: t('desk:event.booths'), needs: 'exhibition.edit' },
    can.includes('clearance.view')
      ? { path: '/clearance', label: t('clearance:nav'), needs: 'clearance.view' }
      : { path: '/clearance/settings', label: t('clearance:nav'), needs: 'event.edit' },
    { path: '/settings', label: t('desk:event.settings'), needs: 'event.edit' },
    { path: '/people', label: t('desk:event.people'), needs: 'event.edit' },
  ]
}

function Count({ value, counted, waits }: { value: number; counted?: string; waits?: boolean }) {
  const language = useLanguage()
  return (
    <span className={waits ? 'tag wait' : 'muted count'}>
      {formatNumber(value, language)}
      {counted && <span className="visually-hidden"> {counted}</span>}
    </span>
  )
}
