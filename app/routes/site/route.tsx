import type { LoaderFunctionArgs } from '@remix-run/node'
import { Outlet, useLoaderData, useRouteLoaderData } from '@remix-run/react'
import { notFound } from '#app/accounts/guard.server.ts'
import { lastRelease } from '#app/agenda/released.server.ts'
import type { EventRow } from '#app/events/lock.server.ts'
import { findDraft, findPublicEvent, readHost } from '#app/events/public.server.ts'
import { readShown } from '#app/exhibition/displacement/shown.server.ts'
import { hasPlan } from '#app/exhibition/plan/public.server.ts'
import { isLanguage, languages } from '#app/i18n/languages.ts'
import type { MajlisContext } from '#app/load-context.ts'
import { ErrorPage } from '#app/ui/error-page.tsx'
import type { Reader } from '#db/client.server.ts'
import { SiteFrame } from './site-frame.tsx'

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  if (!isLanguage(params.lang)) throw notFound()
  const { database, env } = context
  const event = params.event ? await findEvent(context, params.event) : null
  const { pathname } = new URL(request.url)
  const host = await readHost(database.read, event?.officeId)
  const has = event && (await waysThrough(database.read, event))
  const rest = pathname.replace(/\.data$/, '').replace(/^\/[^/]+/, '')
  const address = (language: string) => `${env.APP_URL}/${language}${rest}`
  return {
    language: params.lang,
    host: host?.name ?? null,
    event: event && {
      slug: event.slug,
      name: event.name,
      state: event.state,
      zone: event.zone,
      contact: event.contact,
      ...has,
    },
    canonical: address(params.lang),
    alternates: languages.map((language) => ({ language, href: address(language) })),
  }
}

/** What of the exhibition's ways there is to lead visitors to. */
async function waysThrough(read: Reader, event: EventRow) {
  const [displacement, isDrawn, agenda] = await Promise.all([
    readShown(read, event),
    hasPlan(read, event.id),
    lastRelease(read, event.id),
  ])
  return { hasDisplacement: displacement.length > 0, hasPlan: isDrawn, hasAgenda: agenda !== null }
}

/** The event of these pages; a draft for those who work on it. Null leaves the 404 to the page itself. */
async function findEvent(context: MajlisContext, slug: string) {
  const { read } = context.database
  const event = await findPublicEvent(read, slug)
  if (event) return event
  const user = await context.user()
  return findDraft(read, user?.id, slug)
}

export default function Site() {
  return (
    <SiteFrame site={useLoaderData<typeof loader>()}>
      <Outlet />
    </SiteFrame>
  )
}

export function ErrorBoundary() {
  const site = useRouteLoaderData<typeof loader>('routes/site/route')
  return (
    <SiteFrame site={site}>
      <main id="content" className="wrap page" tabIndex={-1}>
        <ErrorPage home={site ? `/${site.language}` : '/'} />
      </main>
    </SiteFrame>
  )
}
