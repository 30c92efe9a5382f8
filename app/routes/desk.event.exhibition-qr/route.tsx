import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireEvent } from '#app/accounts/guard.server.ts'
import { readPosterFrame, readPosters } from '#app/exhibition/posters.server.ts'
import { readerLanguage } from '#app/i18n/reader.server.ts'
import { translator } from '#app/i18n/translator.ts'
import { useText } from '#app/i18n/use-text.ts'
import { Pager } from '#app/ui/pager.tsx'
import { paperIn } from '../desk.event.exhibit-qr/paper.ts'
import { PosterPage } from '../desk.event.exhibit-qr/poster-page.tsx'
import { PosterSheet } from '../desk.event.exhibit-qr/poster-sheet.tsx'

// Only for the button that opens the print dialogue; the page prints without it.
export const handle = { scripts: true }

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title ?? '' }]

/** The posters of all that is published, one after the other, to be printed at once. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const scope = await requireEvent(context, request, params.event, 'event.view')
  const { read } = context.database
  const asked = Number(new URL(request.url).searchParams.get('page') ?? 1)
  const page = Number.isSafeInteger(asked) && asked > 0 ? asked : 1
  const [{ posters, pages }, frame] = await Promise.all([
    readPosters(read, scope, page),
    readPosterFrame(read, scope),
  ])
  const t = translator(await readerLanguage(context, request))
  return {
    ...{ posters, pages, page, frame, slug: scope.slug },
    appUrl: context.env.APP_URL,
    paper: paperIn(request),
    title: t('visitor:poster.titleAll'),
  }
}

export default function ExhibitionQr() {
  const { posters, pages, page, frame, slug, appUrl, paper, title } = useLoaderData<typeof loader>()
  const t = useText()
  return (
    <PosterPage title={title} back={`/desk/events/${slug}/exhibition`} paper={paper} page={page}>
      {posters.length === 0 && (
        <div className="wrap">
          <p className="card empty">{t('visitor:poster.none')}</p>
        </div>
      )}
      {posters.map((poster) => (
        <PosterSheet key={poster.id} poster={poster} frame={frame} appUrl={appUrl} paper={paper} />
      ))}
      <div className="wrap poster-bar">
        <Pager label={title} page={page} pages={pages} to={(to) => `?paper=${paper}&page=${to}`} />
      </div>
    </PosterPage>
  )
}
