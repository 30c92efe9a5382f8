import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { notFound } from '#app/accounts/guard.server.ts'
import { readHost, readPublicList } from '#app/events/public.server.ts'
import { publicPageHeaders } from '#app/http/public-page.ts'
import { isLanguage, localize } from '#app/i18n/languages.ts'
import { translator } from '#app/i18n/translator.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { Lattice } from '#app/ui/lattice.tsx'
import { LocalizedText } from '#app/ui/localized-text.tsx'
import { siteMeta } from '../site/site-meta.ts'
import { ListedCard } from './listed-card.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => (data ? siteMeta(data) : [])
export const headers = () => publicPageHeaders

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { read } = context.database
  if (!isLanguage(params.lang)) throw notFound()
  const t = translator(params.lang)
  const host = (await readHost(read, undefined))?.name ?? null
  const name = localize(host, params.lang)
  return {
    ...(await readPublicList(read, context.now())),
    host,
    title: name ? `${t('site:events.title')} · ${name}` : t('site:events.title'),
    description: t('site:events.intro'),
  }
}

export default function Events() {
  const { upcoming, past, host } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  return (
    <main id="content" tabIndex={-1}>
      <div className="hero">
        <Lattice />
        <div className="wrap stack">
          {host && (
            <p className="kicker">
              <LocalizedText text={host} language={language} />
            </p>
          )}
          <h1>{t('site:events.title')}</h1>
          <p className="lead">{t('site:events.intro')}</p>
        </div>
      </div>
      <div className="wrap page sections">
        <section aria-labelledby="upcoming" className="stack">
          <h2 id="upcoming">{t('site:events.upcoming')}</h2>
          {upcoming.length === 0 && <p className="card empty">{t('site:events.none')}</p>}
          <ul className="plain-list event-list">
            {upcoming.map((event) => (
              <ListedCard key={event.id} event={event} />
            ))}
          </ul>
        </section>
        {past.length > 0 && (
          <section aria-labelledby="past" className="stack">
            <h2 id="past">{t('site:events.past')}</h2>
            <ul className="plain-list event-list">
              {past.map((event) => (
                <ListedCard key={event.id} event={event} />
              ))}
            </ul>
          </section>
        )}
      </div>
    </main>
  )
}
