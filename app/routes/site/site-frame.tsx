import { useLocation, useMatches } from '@remix-run/react'
import type { ReactNode } from 'react'
import type { Language, Localized } from '#app/i18n/languages.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { LanguageLinks } from '#app/ui/language-switch.tsx'
import { LocalizedText } from '#app/ui/localized-text.tsx'
import { Mark } from '#app/ui/mark.tsx'
import type { EventContact } from '#db/schema/events.server.ts'

type SiteData = {
  host: Localized | null
  event: { slug: string; name: Localized; contact: EventContact } | null
}

/** A page that prints on one sheet across says on which: `export const handle = { sheet: 'a4' }`. */
type Handle = { sheet?: keyof typeof sheets } | undefined
const sheets = { a4: 'frame sheet', a3: 'frame large-sheet' }

/** What stands around every public page. Plain links: these pages load no script. */
export function SiteFrame({ site, children }: { site: SiteData | undefined; children: ReactNode }) {
  const t = useText()
  const language = useLanguage()
  const { pathname, search } = useLocation()
  const sheet = useMatches()
    .map(({ handle }) => (handle as Handle)?.sheet)
    .find(Boolean)
  const samePage = (other: Language) => pathname.replace(/^\/[^/]*/, `/${other}`) + search
  return (
    <div className={sheet ? sheets[sheet] : 'frame'}>
      <a className="skip" href="#content">
        {t('common:skipToContent')}
      </a>
      <div className="band" />
      <header className="wrap top">
        <a className="office" href={`/${language}`}>
          <Mark />
          <Host name={site?.host} />
        </a>
        <LanguageLinks href={samePage} />
      </header>
      {children}
      <SiteFooter site={site} />
    </div>
  )
}

function Host({ name }: { name: Localized | null | undefined }) {
  const t = useText()
  const language = useLanguage()
  if (!name) return <>{t('common:appName')}</>
  return <LocalizedText text={name} language={language} />
}

function SiteFooter({ site }: { site: SiteData | undefined }) {
  const t = useText()
  const contact = site?.event?.contact
  const isReachable = contact && (contact.name || contact.email || contact.phone)
  return (
    <footer className="foot">
      <div className="wrap foot-columns">
        <div className="tight">
          <p className="strong">
            <Host name={site?.host} />
          </p>
          {isReachable && <Contact contact={contact} />}
        </div>
        <p>
          {t('common:poweredBy')} · <a href="/desk">{t('site:forOrganisers')}</a>
        </p>
      </div>
    </footer>
  )
}

/** Whom to ask: name, mail and telephone as links. */
export function Contact({ contact }: { contact: EventContact }) {
  return (
    <ul className="plain-list contact">
      {contact.name && <li>{contact.name}</li>}
      {contact.email && (
        <li>
          <a href={`mailto:${contact.email}`}>
            <bdi dir="ltr">{contact.email}</bdi>
          </a>
        </li>
      )}
      {contact.phone && (
        <li>
          <a href={`tel:${contact.phone.replace(/[^\d+]/g, '')}`}>
            <bdi dir="ltr">{contact.phone}</bdi>
          </a>
        </li>
      )}
    </ul>
  )
}
