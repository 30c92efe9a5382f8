import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, Outlet, useLoaderData, useLocation, useParams, useRouteLoaderData } from '@remix-run/react'
import type { ReactNode } from 'react'
import { requireEvent } from '#app/accounts/guard.server.ts'
import { readOutdatedCalendars } from '#app/answers/changes.server.ts'
import { guestFilter } from '#app/answers/guest-filter.ts'
import { countGuests } from '#app/answers/guest-list.server.ts'
import { readEventFrame } from '#app/events/read.server.ts'
import { formatDayRange } from '#app/i18n/format.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { countWaiting } from '#app/inbox/read.server.ts'
import { ErrorPage } from '#app/ui/error-page.tsx'
import { LocalizedText } from '#app/ui/localized-text.tsx'
import { EventNav } from './event-nav.tsx'
import { EventState } from './event-state.tsx'
import { TellCalendars } from './tell-calendars.tsx'

// The event's own navigation stands beside the page, so `<main>` is drawn here.
export const handle = { ownMain: true }

/** As the guest table counts “All”, so that both say the same. */
const everybody = guestFilter(new URLSearchParams())

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const scope = await requireEvent(context, request, params.event, 'event.view')
  const { read } = context.database
  const seesGuests = scope.can.has('guests.view')
  const [frame, guests, waiting, outdated] = await Promise.all([
    readEventFrame(read, scope),
    seesGuests ? countGuests(read, scope, everybody) : { value: 0 },
    seesGuests ? countWaiting(read, scope) : 0,
    scope.can.has('mail.send') ? readOutdatedCalendars(read, scope) : [],
  ])
  const counts = { ...frame.counts, guests, waiting: { value: waiting } }
  return { ...frame, counts, outdated, slug: scope.slug, can: [...scope.can] }
}

export default function DeskEvent() {
  return (
    <Frame event={useLoaderData<typeof loader>()}>
      <Outlet />
    </Frame>
  )
}

export function ErrorBoundary() {
  const event = useRouteLoaderData<typeof loader>('routes/desk.event/route')
  const { event: slug } = useParams()
  const page = <ErrorPage home={event ? `/desk/events/${slug}` : '/desk'} />
  if (event) return <Frame event={event}>{page}</Frame>
  return (
    <main id="content" className="wrap desk-page" tabIndex={-1}>
      {page}
    </main>
  )
}

type FrameData = ReturnType<typeof useLoaderData<typeof loader>>

function Frame({ event, children }: { event: FrameData; children: ReactNode }) {
  const t = useText()
  const language = useLanguage()
  const { pathname } = useLocation()
  const home = `/desk/events/${event.slug}`
  return (
    <div className="wrap">
      <section className="event-bar" aria-label={t('desk:event.nav')}>
        <p className="event-title">
          <Link to={home}>
            <LocalizedText text={event.name} language={language} />
          </Link>
        </p>
        <p className="event-facts">
          <EventState state={event.state} />
          {event.startsAt && event.endsAt && (
            <span>{formatDayRange(event.startsAt, event.endsAt, language, event.zone)}</span>
          )}
          {event.state !== 'draft' && <a href={`/${language}/${event.slug}`}>{t('desk:event.publicPage')}</a>}
          {event.state === 'draft' && <a href={`/${language}/${event.slug}`}>{t('desk:event.preview')}</a>}
        </p>
      </section>
      <div className="desk">
        <EventNav home={home} pathname={pathname} can={event.can} counts={event.counts} />
        <main id="content" className="desk-main" tabIndex={-1}>
          {[home, `${home}/settings`].includes(pathname) && (
            <TellCalendars outdated={event.outdated} home={home} />
          )}
          {children}
        </main>
      </div>
    </div>
  )
}
