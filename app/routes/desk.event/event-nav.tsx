import { Link } from '@remix-run/react'
import type { EventPermission } from '#app/accounts/permission.ts'
import { useText } from '#app/i18n/use-text.ts'
import { Amount } from '#app/ui/amount.tsx'
import { isWhole, type NavCounts, type NavEntry, type NavGroup, navGroups } from './nav-entries.ts'

type Way = { home: string; pathname: string; counts: NavCounts }

/**
 * The ways through one event, in groups: only those its reader may go. On a phone the groups stand in a row, and under
 * it only the pages of the group one is in.
 */
export function EventNav({ can, ...way }: Way & { can: EventPermission[] }) {
  const t = useText()
  const groups = navGroups
    .map(({ name, entries }) => ({
      name,
      entries: entries.filter(
        ({ needs, unless }) => (!needs || can.includes(needs)) && !(unless && can.includes(unless)),
      ),
    }))
    .filter(({ entries }) => entries.length > 0)
  const here = groups.find(({ entries }) => entries.some((entry) => isHere(way, entry.path)))
  return (
    <nav className="desk-nav" aria-label={t('desk:event.nav')}>
      <ul className="plain-list nav-tops">
        <li>
          <Link to={way.home} aria-current={isHere(way, '') ? 'page' : undefined}>
            {t('desk:event.overview')}
          </Link>
        </li>
        {groups.map(({ name, entries }) => (
          <li key={name} className="nav-top">
            <Link to={way.home + entries[0]?.path} aria-current={name === here?.name ? 'true' : undefined}>
              {t(`desk:group.${name}`)}
            </Link>
          </li>
        ))}
      </ul>
      {groups.map((group) => (
        <Group key={group.name} group={group} isOpen={group.name === here?.name} {...way} />
      ))}
    </nav>
  )
}

function isHere({ home, pathname }: Pick<Way, 'home' | 'pathname'>, path: string): boolean {
  const to = home + path
  return path ? pathname === to || pathname.startsWith(`${to}/`) : pathname === to
}

/** The entry one is at: of two whose addresses fit, the longer one. */
function entryHere(way: Pick<Way, 'home' | 'pathname'>, entries: readonly NavEntry[]): string | undefined {
  return entries
    .filter(({ path }) => isHere(way, path))
    .map(({ path }) => path)
    .reduce<string | undefined>((best, path) => (path.length > (best?.length ?? 0) ? path : best), undefined)
}

function Group({ group: { name, entries }, isOpen, ...way }: Way & { group: NavGroup; isOpen: boolean }) {
  const t = useText()
  const here = entryHere(way, entries)
  return (
    <div className={isOpen ? 'nav-group here' : 'nav-group'}>
      <p className="nav-title" id={`nav-${name}`}>
        {t(`desk:group.${name}`)}
      </p>
      <ul className="plain-list" aria-labelledby={`nav-${name}`}>
        {entries.map((entry) => (
          <li key={entry.path}>
            <Link to={way.home + entry.path} aria-current={entry.path === here ? 'page' : undefined}>
              <Label of={entry.label} />
              <Count entry={entry} counts={way.counts} />
            </Link>
          </li>
        ))}
      </ul>
    </div>
  )
}

function Label({ of }: { of: NavEntry['label'] }) {
  const t = useText()
  return <>{isWhole(of) ? t(of) : t(`desk:event.${of}`)}</>
}

function Count({ entry: { count, counted }, counts }: { entry: NavEntry; counts: NavCounts }) {
  const t = useText()
  const value = count && counts[count]
  if (!value?.value) return null
  return (
    <span className={counted ? 'tag wait' : 'muted count'}>
      <Amount {...value} />
      {counted && <span className="visually-hidden"> {t(`desk:event.${counted}`)}</span>}
    </span>
  )
}
