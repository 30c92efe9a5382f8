import { Form, Link } from '@remix-run/react'
import { mostBytes } from '#app/exhibition/content/media-limits.ts'
import { picturesNamed } from '#app/exhibition/content/named.ts'
import { saysNothing } from '#app/exhibition/rules.ts'
import { formatNumber } from '#app/i18n/format.ts'
import { localize } from '#app/i18n/languages.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { Confirm } from '#app/ui/confirm.tsx'
import { LocalizedText } from '#app/ui/localized-text.tsx'
import { Picture } from '#app/ui/picture.tsx'
import { Done } from './done.tsx'
import { type EditorData, useEditor } from './editor.ts'
import { PictureForm } from './picture-form.tsx'
import { SectionHead } from './section-head.tsx'

export type KeptPicture = EditorData['media']['pictures'][number] &
  Omit<EditorData['content']['pictures'][number], 'id'>

/** Pictures with what is said about them, to be shown by blocks, and the documents that blocks offer. */
export function PicturesSection() {
  const { content, media, open } = useEditor()
  const t = useText()
  const pictures = content.pictures.flatMap((texts): KeptPicture[] => {
    const file = media.pictures.find(({ id }) => id === texts.id)
    return file ? [{ ...file, ...texts }] : []
  })
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
              <PictureRow picture={picture} place={index + 1} />
            )}
          </li>
        ))}
      </ul>
      {open.picture === 'new' && <PictureForm />}
      {!open.isWriting && <Documents />}
      {!open.isWriting && <RoomUsed />}
    </section>
  )
}

function PictureRow({ picture, place }: { picture: KeptPicture; place: number }) {
  const { content, open } = useEditor()
  const t = useText()
  const language = useLanguage()
  const number = formatNumber(place, language)
  const name = localize(picture.alt, language) || t('exhibition:missing.picture', { place: number })
  const isShown = picturesNamed(content).includes(picture.id)
  return (
    <div className="picture-row">
      <Picture picture={picture} language={language} sizes="12rem" isDecoration />
      <div className="tight">
        <p className="row tags">
          {picture.id === content.coverPicture && (
            <span className="tag yes">{t('exhibit:pictures.cover')}</span>
          )}
          {!isShown && <span className="tag quiet">{t('exhibit:pictures.notShown')}</span>}
          {saysNothing(picture.alt) && <span className="tag no">{t('exhibition:pictures.noAlt')}</span>}
        </p>
        {!saysNothing(picture.alt) && (
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
          {picture.id !== content.coverPicture && <MakeCover id={picture.id} name={name} />}
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

function MakeCover({ id, name }: { id: string; name: string }) {
  const { version } = useEditor()
  const t = useText()
  return (
    <Form method="post">
      <input type="hidden" name="picture" value={id} />
      <input type="hidden" name="seen" value={version} />
      <button
        type="submit"
        className="button quiet"
        name="intent"
        value="cover"
        aria-label={`${t('exhibit:pictures.makeCover')}: ${name}`}
      >
        {t('exhibit:pictures.makeCover')}
      </button>
    </Form>
  )
}

/** How much of the exhibit's room its files take, those of earlier versions among them. */
function RoomUsed() {
  const { media } = useEditor()
  const t = useText()
  const language = useLanguage()
  const bytes = [...media.pictures, ...media.documents].reduce((sum, file) => sum + file.bytes, 0)
  if (!bytes) return null
  const inMegabytes = (size: number) => formatNumber(Math.max(1, Math.round(size / 2 ** 20)), language)
  return (
    <p className="muted small">
      {t('media:roomUsed', { used: inMegabytes(bytes), most: inMegabytes(mostBytes) })}
    </p>
  )
}

function Documents() {
  const { media } = useEditor()
  const t = useText()
  if (!media.documents.length) return null
  return (
    <>
      <h3>{t('exhibit:pictures.documents')}</h3>
      <ul className="plain-list rows">
        {media.documents.map(({ id, name }) => (
          <li key={id} className="row between">
            <bdi className="wraps">{name}</bdi>
            <Confirm
              intent="removeDocument"
              title={t('exhibit:pictures.removeDocument')}
              label={`${t('exhibit:pictures.removeDocument')}: ${name}`}
              effect={t('exhibit:pictures.removeDocumentHint')}
            >
              <input type="hidden" name="document" value={id} />
            </Confirm>
          </li>
        ))}
      </ul>
    </>
  )
}
