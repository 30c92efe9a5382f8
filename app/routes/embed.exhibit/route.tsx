import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { notFound } from '#app/accounts/guard.server.ts'
import { findExhibit } from '#app/exhibition/exhibit-page.server.ts'
import { publicPageHeaders } from '#app/http/public-page.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { LocalizedText } from '#app/ui/localized-text.tsx'
import { framedEvent } from '../embed/published-event.server.ts'
import { Photo } from '../exhibit-blocks/photo.tsx'
import { Blocks } from '../exhibit-blocks/show.tsx'
import { shownExhibit } from '../site.exhibit/shown-exhibit.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]
export const headers = () => publicPageHeaders

/** A published exhibit, for a frame of another site. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const { event, language } = await framedEvent(context, params)
  const exhibit = await findExhibit(context.database.read, event.id, params.exhibit ?? '')
  if (!exhibit) throw notFound()
  return shownExhibit(context, exhibit, { event, language, isPreview: false, isFramed: true })
}

export default function EmbeddedExhibit() {
  const { content, media, named, handouts } = useLoaderData<typeof loader>()
  const cover = media.pictures[content.coverPicture ?? '']
  return (
    <main id="content" className="stack">
      <Head />
      {cover && <Photo picture={cover} sizes="100vw" isFirstView />}
      <div className="stack blocks">
        <Blocks blocks={content.blocks} media={media} named={named} handouts={handouts} />
      </div>
    </main>
  )
}

function Head() {
  const { exhibit, content } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  return (
    <header className="tight">
      <h1>
        <LocalizedText text={content.title} language={language} />
      </h1>
      <p className="kicker">
        <span className="apart">
          <LocalizedText text={content.organisationName} language={language} />
        </span>
        {exhibit.booth && (
          <span className="apart">
            {t('visitor:exhibit.booth')} <bdi>{exhibit.booth}</bdi>
          </span>
        )}
      </p>
      <p className="lead">
        <LocalizedText text={content.summary} language={language} />
      </p>
    </header>
  )
}
