import { useLoaderData } from '@remix-run/react'
import { languageNames } from '#app/i18n/languages.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import type { loader } from './route.tsx'

/** The version that holds as PDF: short, whole, beside each other language of the event; and the screen for the hall. */
export function OnPaper() {
  const { event, kind, days } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  if (kind !== 'last' || days.length === 0 || event.state === 'draft') return null
  const pdf = (query: string) => `/${event.slug}/agenda.pdf?lang=${language}&${query}`
  const others = event.languages.filter((other) => other !== language)
  return (
    <details className="agenda-filters">
      <summary>{t('prints:site.title')}</summary>
      <ul className="plain-list filters">
        <li>
          <a href={pdf('layout=overview')}>{t('prints:site.overview')}</a>
        </li>
        <li>
          <a href={pdf('layout=full')}>{t('prints:site.full')}</a>
        </li>
        {others.map((other) => (
          <li key={other}>
            <a href={pdf(`layout=full&second=${other}`)}>
              {t('prints:site.beside', {
                languages: `${languageNames[language]} – ${languageNames[other]}`,
              })}
            </a>
          </li>
        ))}
      </ul>
    </details>
  )
}
