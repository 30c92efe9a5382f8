import { type Language, languageNames, languages } from '../i18n/languages.ts'
import { useLanguage } from '../i18n/use-language.ts'
import { useText } from '../i18n/use-text.ts'

/** Links to this very page in each language. For pages whose address says the language (guests, visitors). */
export function LanguageLinks({
  href,
  among = languages,
}: {
  href: (language: Language) => string
  among?: readonly Language[]
}) {
  const t = useText()
  const current = useLanguage()
  return (
    <nav className="lang" aria-label={t('common:language')}>
      {among.map((language) => (
        <a
          key={language}
          href={href(language)}
          lang={language}
          hrefLang={language}
          aria-current={language === current ? 'true' : undefined}
        >
          {languageNames[language]}
        </a>
      ))}
    </nav>
  )
}

/** A choice kept for this reader, for pages whose address does not say the language (desk, sign-in). */
export function LanguageForm({ returnTo }: { returnTo: string }) {
  const t = useText()
  const current = useLanguage()
  return (
    <form className="lang" method="post" action="/language" aria-label={t('common:language')}>
      <input type="hidden" name="to" value={returnTo} />
      {languages.map((language) => (
        <button
          type="submit"
          key={language}
          name="language"
          value={language}
          lang={language}
          aria-current={language === current ? 'true' : undefined}
        >
          {languageNames[language]}
        </button>
      ))}
    </form>
  )
}
