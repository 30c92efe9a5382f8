import { useLoaderData } from '@remix-run/react'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { KeyFigures } from '../site/key-figures.tsx'
import type { loader } from './route.tsx'

/** What the exhibits that work here count, and that they count it everywhere they work. */
export function Figures() {
  const { event, figures } = useLoaderData<typeof loader>()
  const t = useText()
  const home = `/${useLanguage()}/${event.slug}/exhibition`
  if (figures.length === 0) return null
  return (
    <section aria-labelledby="figures" className="stack">
      <div className="tight">
        <h2 id="figures">{t('map:place.figures')}</h2>
        <p className="muted">{t('map:place.figuresHint')}</p>
      </div>
      <KeyFigures figures={figures} home={home} />
    </section>
  )
}
