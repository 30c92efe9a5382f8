import { Link, useLocation } from '@remix-run/react'
import type { OfficePermission } from '#app/accounts/permission.ts'
import { useText } from '#app/i18n/use-text.ts'

type Name =
  | `desk:nav.${'events' | 'persons' | 'organisations' | 'data' | 'imports' | 'members' | 'office'}`
  | 'programmes:nav'
  | 'sheets:activities.title'
  | 'dtm:title'
  | 'inbox:nav'
  | 'sending:title'
type Entry = { to: string; label: Name; needs?: OfficePermission; isHere?: RegExp }
/** Pages that stand under one name in the bar, which leads to the first of them. */
type Group = { label: Name; entries: readonly Entry[] }

const alone = (entry: Entry): Group => ({ label: entry.label, entries: [entry] })

/** As many names as stand in one line of a laptop's screen, in every language. */
const groups: readonly Group[] = [
  alone({ to: '/desk', label: 'desk:nav.events', isHere: /^\/desk(\/events.*)?$/ }),
  alone({ to: '/desk/persons', label: 'desk:nav.persons', needs: 'directory.view' }),
  alone({ to: '/desk/organisations', label: 'desk:nav.organisations', needs: 'directory.view' }),
  {
    label: 'desk:nav.data',
    entries: [
      { to: '/desk/programmes', label: 'programmes:nav', needs: 'office.view' },
      { to: '/desk/activities', label: 'sheets:activities.title', needs: 'event.create' },
      { to: '/desk/displacement', label: 'dtm:title', needs: 'displacement.edit' },
      { to: '/desk/imports', label: 'desk:nav.imports', needs: 'directory.edit' },
    ],
  },
  alone({ to: '/desk/inbox', label: 'inbox:nav', needs: 'event.create' }),
  {
    label: 'desk:nav.office',
    entries: [
      { to: '/desk/office', label: 'desk:nav.office', needs: 'office.manage' },
      { to: '/desk/members', label: 'desk:nav.members', needs: 'office.manage' },
      { to: '/desk/sending', label: 'sending:title', needs: 'office.view' },
    ],
  },
]

function isAt({ to, isHere }: Entry, pathname: string): boolean {
  return isHere?.test(pathname) ?? (pathname === to || pathname.startsWith(`${to}/`))
}

/** What this person may open, in the groups of the bar; a group of one page bears that page's name. */
function useGroups(can: readonly OfficePermission[]) {
  const { pathname } = useLocation()
  return groups.flatMap(({ label, entries }) => {
    const open = entries
      .filter(({ needs }) => !needs || can.includes(needs))
      .map((entry) => ({ ...entry, isHere: isAt(entry, pathname) }))
    const [first] = open
    if (!first) return []
    const isHere = open.some((entry) => entry.isHere)
    return { to: first.to, label: open.length > 1 ? label : first.label, entries: open, isHere }
  })
}

type Given = { can: readonly OfficePermission[] }

/** The bar at the top of every page of the desk. */
export function OfficeNav({ can }: Given) {
  const t = useText()
  return (
    <nav className="office-nav" aria-label={t('desk:nav.label')}>
      {useGroups(can).map(({ to, label, entries, isHere }) => (
        <Link key={to} to={to} aria-current={isHere ? (entries.length > 1 ? 'true' : 'page') : undefined}>
          {t(label)}
        </Link>
      ))}
    </nav>
  )
}

/** The pages of the group one is in; nothing where it has but one. */
export function OfficePages({ can }: Given) {
  const t = useText()
  const here = useGroups(can).find(({ isHere }) => isHere)
  if (!here || here.entries.length < 2) return null
  return (
    <nav className="office-nav office-pages wrap" aria-label={t(here.label)}>
      {here.entries.map(({ to, label, isHere }) => (
        <Link key={to} to={to} aria-current={isHere ? 'page' : undefined}>
          {t(label)}
        </Link>
      ))}
    </nav>
  )
}
