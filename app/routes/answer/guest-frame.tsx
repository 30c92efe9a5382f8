import type { ReactNode } from 'react'
import type { Language, Localized } from '#app/i18n/languages.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { LanguageLinks } from '#app/ui/language-switch.tsx'
import { LocalizedText } from '#app/ui/localized-text.tsx'
import { Mark } from '#app/ui/mark.tsx'

/** What stands around a page that a guest opens by their own link. No navigation: there is one thing to do. */
export function GuestFrame({
  office,
  href,
  isWide = false,
  children,
}: {
  office: Localized | null
  href: (language: Language) => string
  /** For a page with two things side by side. */
  isWide?: boolean
  children: ReactNode
}) {
  const t = useText()
  const language = useLanguage()
  return (
    <>
      <a className="skip" href="#content">
        {t('common:skipToContent')}
      </a>
      <div className="band" />
      <div className={isWide ? 'wrap beside' : 'wrap narrow'}>
        <header className="top">
          <span className="office">
            <Mark />
            {office ? <LocalizedText text={office} language={language} /> : t('common:appName')}
          </span>
          <LanguageLinks href={href} />
        </header>
        <main id="content" className={`stack page guest${isWide ? ' with-preview' : ''}`} tabIndex={-1}>
          {children}
        </main>
      </div>
    </>
  )
}
