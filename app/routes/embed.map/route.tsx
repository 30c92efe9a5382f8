import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { publicPageHeaders } from '#app/http/public-page.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { framedEvent } from '../embed/published-event.server.ts'
import { loader as mapPage } from '../site.map/route.tsx'
import { ShadedMap } from '../site.map/shaded-map.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]
export const headers = () => publicPageHeaders

/** The map as its page shows it for this choice, for a frame of another site. */
export async function loader(asked: LoaderFunctionArgs) {
  await framedEvent(asked.context, asked.params)
  return mapPage(asked)
}

export default function EmbeddedMap() {
  const { event } = useLoaderData<typeof loader>()
  const t = useText()
  return (
    <main id="content" className="stack map-page">
      <h1>{t('map:title')}</h1>
      <ShadedMap map={`/${useLanguage()}/${event.slug}/exhibition/map`} />
    </main>
  )
}
