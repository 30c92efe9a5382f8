import type { LoaderFunctionArgs } from '@remix-run/node'
import { Outlet, useLoaderData, useRouteLoaderData } from '@remix-run/react'
import { readHost } from '#app/events/public.server.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { LocalizedText } from '#app/ui/localized-text.tsx'
import { framedEvent } from './published-event.server.ts'

/** What stands in a frame of another site leads on in a page of its own: ours allows no frame around it. */
export const handle = { opensElsewhere: true }

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { event, language } = await framedEvent(context, params)
  const host = await readHost(context.database.read, event.officeId)
  const { pathname, searchParams } = new URL(request.url)
  const rest = pathname.replace(/\.data$/, '').split('/embed/')[1] ?? ''
  // A page shows all that a frame shows one way of.
  searchParams.delete('view')
  const query = searchParams.size ? `?${searchParams}` : ''
  return {
    event: { slug: event.slug, name: event.name },
    host: host?.name ?? null,
    page: `/${language}/${event.slug}/exhibition/${rest.replace(/^exhibits\//, '')}${query}`,
  }
}

/** The frame of another site: what it shows, and below it whose it is and where there is more. */
export default function Embed() {
  const { page } = useLoaderData<typeof loader>()
  const t = useText()
  return (
    <div className="embedded">
      <Outlet />
      <footer className="embedded-foot small">
        <p className="muted">
          <From />
        </p>
        <p>
          <a className="more" href={page}>
            {t('embed:open')}
          </a>
        </p>
      </footer>
    </div>
  )
}

function From() {
  const { event, host } = useLoaderData<typeof loader>()
  const language = useLanguage()
  return (
    <>
      <span className="apart">
        <LocalizedText text={event.name} language={language} />
      </span>
      {host && (
        <span className="apart">
          <LocalizedText text={host} language={language} />
        </span>
      )}
    </>
  )
}

/** What was shown here is not there any more, or not yet. */
export function ErrorBoundary() {
  const event = useRouteLoaderData<typeof loader>('routes/embed/route')?.event
  const t = useText()
  const language = useLanguage()
  return (
    <main id="content" className="embedded">
      <p className="notice">{t('embed:missing')}</p>
      {event && (
        <p>
          <a className="more" href={`/${language}/${event.slug}/exhibition`}>
            <LocalizedText text={event.name} language={language} />
          </a>
        </p>
      )}
    </main>
  )
}
