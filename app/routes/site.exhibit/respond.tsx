import { useLoaderData } from '@remix-run/react'
import { alongRoute } from '#app/exhibition/tours/route-in.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { FaceLinks } from '../visitor-voices/face-links.tsx'
import type { loader } from './route.tsx'

/** What a reader may say to the booth, and of it. */
export function Respond() {
  const { event, exhibit, isPreview, isFramed, tour } = useLoaderData<typeof loader>()
  const t = useText()
  const home = `/${useLanguage()}/${event.slug}`
  if (isPreview || isFramed || event.state !== 'published') return null
  return (
    <section className="card respond" aria-labelledby="respond">
      <div className="tight">
        <h2 id="respond">{t('voices:respond.title')}</h2>
        <p>
          <a className="button" href={alongRoute(`${home}/contact/${exhibit.slug}`, tour?.slug)}>
            {t('voices:respond.contact')}
          </a>
        </p>
      </div>
      <FaceLinks page={`${home}/feedback/${exhibit.slug}`} route={tour?.slug}>
        {t('voices:feedback.ofExhibit')}
      </FaceLinks>
    </section>
  )
}
