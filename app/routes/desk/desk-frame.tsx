import { Link, useLocation, useMatches } from '@remix-run/react'
import type { ReactNode } from 'react'
import type { OfficePermission } from '#app/accounts/permission.ts'
import { type Localized, localize } from '#app/i18n/languages.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { LanguageForm } from '#app/ui/language-switch.tsx'
import { Mark } from '#app/ui/mark.tsx'
import { OfficeNav, OfficePages } from './office-nav.tsx'

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
        {desk && <OfficePages can={desk.can} />}
      </header>
      {children}
      <footer className="wrap foot">{t('common:poweredBy')}</footer>
    </div>
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
