import { Link, useLocation, useMatches } from '@remix-run/react'
import type { ReactNode } from 'react'
import type { OfficePermission } from '#app/accounts/permission.ts'
import { type Localized, localize } from '#app/i18n/languages.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { LanguageForm } from '#app/ui/language-switch.tsx'
import { Mark } from '#app/ui/mark.tsx'

type DeskData = { user: { name: string }; office: Localized | null; can: OfficePermission[] }

/** A page that wants the whole of a large screen, always or as its address asks. */
type Handle = { isWide?: (asked: URLSearchParams) => boolean } | undefined

/** What stands around every page of the desk. */
export function DeskFrame({ desk, children }: { desk: DeskData | undefined; children: ReactNode }) {
  const t = useText()
  const language = useLanguage()
  const asked = new URLSearchParams(useLocation().search)
  // Not by `:has()` from far above: each word written anywhere would make the browser style the whole page anew.
  const isWide = useMatches().some((match) => (match.handle as Handle)?.isWide?.(asked))
  return (
    <div className={isWide ? 'frame wide' : 'frame'}>
      <a className="skip" href="#content">
        {t('common:skipToContent')}
      </a>
      <div className="band" />
      <header className="desk-top">
        <div className="wrap desk-bar">
          <a className="office" href="/desk">
            <Mark />
            {localize(desk?.office, language) || t('common:appName')}
          </a>
          {desk && <OfficeNav can={desk.can} />}
          {desk && <AccountMenu name={desk.user.name} />}
        </div>
      </header>
      {children}
      <footer className="wrap foot">{t('common:poweredBy')}</footer>
    </div>
  )
}

function OfficeNav({ can }: { can: OfficePermission[] }) {
  const t = useText()
  const { pathname } = useLocation()
  const links = [
    { to: '/desk', label: t('desk:nav.events'), isHere: /^\/desk(\/events.*)?$/.test(pathname) },
    { to: '/desk/persons', label: t('desk:nav.persons'), needs: 'directory.view' as const },
    { to: '/desk/organisations', label: t('desk:nav.organisations'), needs: 'directory.view' as const },
    { to: '/desk/programmes', label: t('programmes:nav'), needs: 'office.view' as const },
    { to: '/desk/imports', label: t('desk:nav.imports'), needs: 'directory.edit' as const },
    { to: '/desk/displacement', label: t('dtm:title'), needs: 'displacement.edit' as const },
    { to: '/desk/inbox', label: t('inbox:nav'), needs: 'event.create' as const },
    { to: '/desk/sending', label: t('sending:title'), needs: 'office.view' as const },
    { to: '/desk/members', label: t('desk:nav.members'), needs: 'office.manage' as const },
    { to: '/desk/office', label: t('desk:nav.office'), needs: 'office.manage' as const },
  ].filter((link) => !link.needs || can.includes(link.needs))
  return (
    <nav className="office-nav" aria-label={t('desk:nav.label')}>
      {links.map(({ to, label, isHere }) => (
        <Link key={to} to={to} aria-current={(isHere ?? pathname.startsWith(to)) ? 'page' : undefined}>
          {label}
        </Link>
      ))}
    </nav>
  )
}

function AccountMenu({ name }: { name: string }) {
  const t = useText()
  const { pathname, search, key } = useLocation()
  return (
    // The key closes the menu when a link in it has been followed.
    <details className="menu" key={key}>
      <summary>
        <bdi className="clipped">{name}</bdi>
      </summary>
      <div className="menu-sheet stack">
        <LanguageForm returnTo={pathname + withoutLanguage(search)} />
        <p>
          <Link className="button quiet wide" to="/desk/account">
            {t('desk:nav.account')}
          </Link>
        </p>
        <form method="post" action="/sign-out">
          <button type="submit" className="button quiet wide">
            {t('common:signOut')}
          </button>
        </form>
      </div>
    </details>
  )
}

/** An address that asks for a language would win over the one just chosen. */
function withoutLanguage(search: string): string {
  const parameters = new URLSearchParams(search)
  parameters.delete('lang')
  return parameters.size ? `?${parameters}` : ''
}
