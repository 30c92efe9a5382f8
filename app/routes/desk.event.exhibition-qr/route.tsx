import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { notFound, requireEvent } from '#app/accounts/guard.server.ts'
import { labelSheets, labelsOn, posterChoice, posterPapers, readsFrom } from '#app/exhibition/paper/choice.ts'
import { posterAddress } from '#app/exhibition/paper/posters.ts'
import { countPosters, firstPoster, readPosterFrame } from '#app/exhibition/paper/read.server.ts'
import { qrOutline } from '#app/exhibition/qr.ts'
import { readerLanguage } from '#app/i18n/reader.server.ts'
import { translator } from '#app/i18n/translator.ts'

export { PostersPage as default } from './posters-page.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

/** What can be printed of an exhibition, or of one exhibit: posters and labels with its codes. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const scope = await requireEvent(context, request, params.event, 'event.view')
  const { read } = context.database
  const search = new URL(request.url).searchParams
  if (params.exhibit) search.set('exhibit', params.exhibit)
  const frame = await readPosterFrame(read, scope)
  const count = (evenUnpublished: boolean) => countPosters(read, scope, { evenUnpublished, exhibit: null })
  const [published, all] = await Promise.all([count(false), count(true)])
  if (!published) search.set('which', 'all')
  const choice = posterChoice(search, frame.languages)
  const first = await firstPoster(read, scope, choice)
  if (choice.exhibit && !first) throw notFound()
  const t = translator(await readerLanguage(context, request))
  const ofBooth = first?.booth ? t('posters:one', { code: first.booth }) : t('posters:oneNoBooth')
  const title = choice.exhibit ? ofBooth : t('posters:title')
  const sample = posterAddress(context.env.APP_URL, first?.qrCode ?? '2345678999')
  return {
    ...{ choice, title, counts: { published, all }, languages: frame.languages },
    home: `/desk/events/${scope.slug}/exhibition`,
    exhibit: choice.exhibit && first ? { id: first.id, isPublished: first.state === 'published' } : null,
    isDraft: frame.state === 'draft',
    sizes: sizesOf(sample),
  }
}

/** How wide each code is and from how far it reads: a longer address has more squares on the same paper. */
function sizesOf(address: string) {
  const [onPoster, onLabel] = [qrOutline(address).size, qrOutline(address, 'M').size]
  return {
    papers: Object.entries(posterPapers).map(([paper, { code }]) => ({
      ...{ paper, side: code, distance: readsFrom(code, onPoster) },
    })),
    sheets: Object.entries(labelSheets).map(([sheet, { code, width, height }]) => ({
      ...{ sheet, width, height, side: code, distance: readsFrom(code, onLabel) },
      labels: labelsOn(sheet as keyof typeof labelSheets),
    })),
  }
}
