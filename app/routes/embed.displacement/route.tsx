import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { notFound } from '#app/accounts/guard.server.ts'
import { displacementViews } from '#app/exhibition/content/blocks/displacement.ts'
import { DisplacementFigures } from '#app/exhibition/displacement/displacement-figures.tsx'
import { PlaceChanges } from '#app/exhibition/displacement/place-changes.tsx'
import { readShown } from '#app/exhibition/displacement/shown.server.ts'
import { readView } from '#app/exhibition/displacement/view.server.ts'
import { datasetName, roundName, whatIsCounted } from '#app/exhibition/displacement/words.ts'
import { publicPageHeaders } from '#app/http/public-page.ts'
import { direction, localize } from '#app/i18n/languages.ts'
import { translator } from '#app/i18n/translator.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { framedEvent } from '../embed/published-event.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]
export const headers = () => publicPageHeaders

/**
 * Displacement figures that the event shows, in one of the ways of an exhibit's block (`view`: the trend unless it asks for
 * another), for a frame of another site: the latest round of the first dataset unless the address says which.
 */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { event, language } = await framedEvent(context, params)
  const { read } = context.database
  const asked = new URL(request.url).searchParams
  const datasets = await readShown(read, event)
  const wished = asked.get('dataset')
  const dataset = wished ? datasets.find(({ slug }) => slug === wished) : datasets[0]
  const view = dataset && (await readView(read, { dataset, round: asked.get('round'), language }))
  if (!view) throw notFound()
  const way = displacementViews.find((one) => one === asked.get('view')) ?? 'trend'
  const title = `${translator(language)('displacement:title')} · ${localize(event.name, language)}`
  return { event: { slug: event.slug }, view, way, title }
}

export default function EmbeddedDisplacement() {
  const { event, view, way } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  const exhibition = `/${language}/${event.slug}/exhibition`
  const name = datasetName(view.dataset, language)
  return (
    <main id="content" className="stack displacement-page">
      <header className="tight">
        <h1>{whatIsCounted(view, { t })}</h1>
        <p className="kicker">
          <bdi lang={name.language} dir={direction(name.language)}>
            {name.text}
          </bdi>
          {way !== 'trend' && <> · {roundName(view.now, { t, language })}</>}
        </p>
      </header>
      <DisplacementFigures view={view} as={way} exhibition={exhibition} />
      {way === 'map' && <PlaceChanges view={view} exhibition={exhibition} />}
    </main>
  )
}
