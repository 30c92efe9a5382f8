import { RemixBrowser } from '@remix-run/react'
import i18next from 'i18next'
import { StrictMode, startTransition } from 'react'
import { hydrateRoot } from 'react-dom/client'
import { I18nextProvider } from 'react-i18next'
import { isLanguage } from './i18n/languages.ts'
import { i18nOptions, readersDigits } from './i18n/options.ts'

const texts = {
  en: () => import('./i18n/locales/en/index.ts'),
  fr: () => import('./i18n/locales/fr/index.ts'),
  ar: () => import('./i18n/locales/ar/index.ts'),
  ckb: () => import('./i18n/locales/ckb/index.ts'),
}

// Only the desk loads this file: guests and visitors get pages without script.
async function start() {
  const language = isLanguage(document.documentElement.lang) ? document.documentElement.lang : 'en'
  const instance = i18next.createInstance()
  await instance.use(readersDigits).init(i18nOptions(language, (await texts[language]()).default))
  startTransition(() => {
    hydrateRoot(
      document,
      <StrictMode>
        <I18nextProvider i18n={instance}>
          <RemixBrowser />
        </I18nextProvider>
      </StrictMode>,
    )
  })
}

start()
