import { useLoaderData } from '@remix-run/react'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { LocalizedText } from '#app/ui/localized-text.tsx'
import { Picture } from '#app/ui/picture.tsx'
import type { loader } from './route.tsx'

type Shown = ReturnType<typeof useLoaderData<typeof loader>>['pictures'][number]

/** The first picture, above the text. */
export function LeadPicture() {
  const [first] = useLoaderData<typeof loader>().pictures
  return first ? <Figure shown={first} sizes="(min-width: 56rem) 40rem, 100vw" isFirstView /> : null
}

/** All pictures but the first. */
export function Gallery() {
  const [, ...others] = useLoaderData<typeof loader>().pictures
  const t = useText()
  if (others.length === 0) return null
  return (
    <section aria-labelledby="pictures" className="stack">
      <h2 id="pictures">{t('visitor:exhibit.pictures')}</h2>
      <div className="grid">
        {others.map((shown) => (
          <Figure key={shown.id} shown={shown} sizes="(min-width: 44rem) 22rem, 100vw" />
        ))}
      </div>
    </section>
  )
}

function Figure({
  shown: { picture, caption, credit },
  sizes,
  isFirstView,
}: {
  shown: Shown
  sizes: string
  isFirstView?: boolean
}) {
  const t = useText()
  const language = useLanguage()
  const hasCaption = Object.values(caption).some(Boolean)
  return (
    <figure className="photo">
      <Picture picture={picture} language={language} sizes={sizes} isFirstView={isFirstView} />
      {(hasCaption || credit) && (
        <figcaption className="small muted">
          <LocalizedText text={caption} language={language} />
          {hasCaption && credit && ' · '}
          {credit && t('visitor:exhibit.credit', { credit })}
        </figcaption>
      )}
    </figure>
  )
}
