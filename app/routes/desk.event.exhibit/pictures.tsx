import { Link, useLoaderData } from '@remix-run/react'
import type { Exhibit } from '#app/exhibition/read.server.ts'
import { saysNothing } from '#app/exhibition/rules.ts'
import { formatNumber } from '#app/i18n/format.ts'
import { localize } from '#app/i18n/languages.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { LocalizedText } from '#app/ui/localized-text.tsx'
import { OrderButtons } from '#app/ui/order-buttons.tsx'
import { Picture } from '#app/ui/picture.tsx'
import { Done } from './done.tsx'
import { PictureForm } from './picture-form.tsx'
import type { loader } from './route.tsx'
import { SectionHead } from './section-head.tsx'

export type ShownPicture = Exhibit['pictures'][number]

/** The exhibit's pictures in their order; the first also stands on its card. */
export function Pictures({ exhibit }: { exhibit: Exhibit }) {
  const { open } = useLoaderData<typeof loader>()
  const t = useText()
  const { pictures } = exhibit
  return (
    <section className="card stack" aria-labelledby="pictures">
      <SectionHead
        id="pictures"
        title={t('exhibition:pictures.title')}
        label={t('exhibition:pictures.add')}
        to="?picture=new"
      />
      <Done among={['pictureSaved', 'pictureRemoved']} />
      {pictures.length === 0 && open.picture !== 'new' && (
        <p className="muted">{t('exhibition:pictures.none')}</p>
      )}
      <ul className="plain-list rows">
        {pictures.map((picture, index) => (
          <li key={picture.id}>
            {picture.id === open.picture ? (
              <PictureForm picture={picture} />
            ) : (
              <PictureRow picture={picture} place={index + 1} of={pictures.length} />
            )}
          </li>
        ))}
      </ul>
      {open.picture === 'new' && <PictureForm />}
    </section>
  )
}

function PictureRow({ picture, place, of }: { picture: ShownPicture; place: number; of: number }) {
  const { open } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  const name =
    localize(picture.alt, language) ||
    t('exhibition:missing.picture', { place: formatNumber(place, language) })
  return (
    <div className="picture-row">
      <Picture picture={picture} language={language} sizes="12rem" isDecoration />
      <div className="tight">
        {saysNothing(picture.alt) ? (
          <p className="tag no">{t('exhibition:pictures.noAlt')}</p>
        ) : (
          <p>
            <LocalizedText text={picture.alt} language={language} />
          </p>
        )}
        <p className="muted small">
          {!saysNothing(picture.caption) && (
            <span className="apart">
              <LocalizedText text={picture.caption} language={language} />
            </span>
          )}
          {picture.credit && (
            <span className="apart">{t('visitor:exhibit.credit', { credit: picture.credit })}</span>
          )}
        </p>
      </div>
      {!open.isWriting && (
        <div className="row picture-acts">
          <OrderButtons
            name="picture"
            value={picture.id}
            up={t('exhibition:order.up', { name })}
            down={t('exhibition:order.down', { name })}
            isFirst={place === 1}
            isLast={place === of}
          />
          <Link
            className="button quiet"
            to={`?picture=${picture.id}#pictures`}
            aria-label={`${t('common:edit')}: ${name}`}
          >
            {t('common:edit')}
          </Link>
        </div>
      )}
    </div>
  )
}
