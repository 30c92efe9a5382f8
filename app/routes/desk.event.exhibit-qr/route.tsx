import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { notFound, requireEvent } from '#app/accounts/guard.server.ts'
import { readPoster, readPosterFrame } from '#app/exhibition/posters.server.ts'
import { readerLanguage } from '#app/i18n/reader.server.ts'
import { translator } from '#app/i18n/translator.ts'
import { useText } from '#app/i18n/use-text.ts'
import { Notice } from '#app/ui/notice.tsx'
import { paperIn } from './paper.ts'
import { PosterPage } from './poster-page.tsx'
import { PosterSheet } from './poster-sheet.tsx'

// Only for the button that opens the print dialogue; the page prints without it.
export const handle = { scripts: true }

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title ?? '' }]

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const scope = await requireEvent(context, request, params.event, 'event.view')
  const { read } = context.database
  const [poster, frame] = await Promise.all([
    readPoster(read, scope, params.exhibit ?? ''),
    readPosterFrame(read, scope),
  ])
  if (!poster) throw notFound()
  const t = translator(await readerLanguage(context, request))
  return {
    poster,
    frame,
    slug: scope.slug,
    appUrl: context.env.APP_URL,
    paper: paperIn(request),
    title: poster.booth
      ? t('visitor:poster.title', { code: poster.booth })
      : t('visitor:poster.titleNoBooth'),
  }
}

export default function ExhibitQr() {
  const { poster, frame, slug, appUrl, paper, title } = useLoaderData<typeof loader>()
  const t = useText()
  return (
    <PosterPage title={title} back={`/desk/events/${slug}/exhibition/${poster.id}`} paper={paper}>
      {poster.state !== 'published' && <Notice kind="warning">{t('visitor:poster.unpublished')}</Notice>}
      <PosterSheet poster={poster} frame={frame} appUrl={appUrl} paper={paper} />
    </PosterPage>
  )
}
