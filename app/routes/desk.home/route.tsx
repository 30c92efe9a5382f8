import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, Link, useLoaderData } from '@remix-run/react'
import { requireUser } from '#app/accounts/guard.server.ts'
import { officePermissions } from '#app/accounts/permission.ts'
import { countEvents, readDesk, readEvents } from '#app/events/read.server.ts'
import { eventShelves } from '#app/events/rules.ts'
import { readOwnBooths } from '#app/exhibition/team/own.server.ts'
import { readerLanguage } from '#app/i18n/reader.server.ts'
import { translator } from '#app/i18n/translator.ts'
import { useText } from '#app/i18n/use-text.ts'
import { boothLink, siteOf } from '#app/invitations/token.server.ts'
import { EventCard } from './event-card.tsx'
import { FirstSteps } from './first-steps.tsx'
import { OwnBooths } from './own-booths.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request, context }: LoaderFunctionArgs) {
  const user = await requireUser(context, request)
  const { read } = context.database
  const parameters = new URL(request.url).searchParams
  const search = parameters.get('search')?.slice(0, 100) ?? ''
  const when = eventShelves.find((shelf) => shelf === parameters.get('when')) ?? 'upcoming'
  const page = Math.max(1, Math.min(1000, Number.parseInt(parameters.get('page') ?? '1', 10) || 1))
  const desk = await readDesk(read, user.id)
  const who = { userId: user.id, officeId: desk?.officeId ?? null }
  const t = translator(await readerLanguage(context, request))
  return {
    title: `${t('desk:nav.events')} · ${t('common:appName')}`,
    ...(await readEvents(read, who, { search, when, page, now: context.now() })),
    total: await countEvents(read, who),
    booths: (await readOwnBooths(read, user.email)).map((booth) => ({
      ...booth,
      link: boothLink(siteOf(context.env), booth),
    })),
    canCreate: officePermissions(desk?.role ?? null).has('event.create'),
    filter: { search, when, page },
  }
}

export default function DeskHome() {
  const { events, total, canCreate, filter } = useLoaderData<typeof loader>()
  const t = useText()
  return (
    <div className="stack">
      <div className="row between">
        <h1>{t('desk:nav.events')}</h1>
        {canCreate && total > 0 && (
          <Link className="button" to="/desk/events/new">
            {t('events:home.create')}
          </Link>
        )}
      </div>
      <OwnBooths />
      {total === 0 ? (
        <FirstSteps canCreate={canCreate} />
      ) : (
        <>
          <Filters />
          {events.length === 0 && (
            <p className="card empty">
              {filter.search ? t('events:home.nothingFound') : t(`events:home.none.${filter.when}`)}
            </p>
          )}
          <ul className="plain-list event-list">
            {events.map((event) => (
              <EventCard key={event.id} event={event} />
            ))}
          </ul>
          <Pages />
        </>
      )}
    </div>
  )
}

function Filters() {
  const { filter } = useLoaderData<typeof loader>()
  const t = useText()
  return (
    <div className="row between">
      <nav className="filters" aria-label={t('events:home.filter')}>
        {eventShelves.map((when) => (
          <Link key={when} to={`?when=${when}`} aria-current={filter.when === when ? 'true' : undefined}>
            {t(`events:home.${when}`)}
          </Link>
        ))}
      </nav>
      <Form className="row search-row">
        <input type="hidden" name="when" value={filter.when} />
        <input
          type="search"
          name="search"
          defaultValue={filter.search}
          aria-label={t('events:home.searchLabel')}
          placeholder={t('events:home.searchLabel')}
          dir="auto"
        />
        <button type="submit" className="button quiet">
          {t('common:search')}
        </button>
      </Form>
    </div>
  )
}

function Pages() {
  const { filter, hasMore } = useLoaderData<typeof loader>()
  const t = useText()
  const to = (page: number) => `?${new URLSearchParams({ ...filter, page: String(page) })}`
  if (filter.page === 1 && !hasMore) return null
  return (
    <nav className="row between" aria-label={t('events:home.pages')}>
      {filter.page > 1 && (
        <Link className="button quiet" to={to(filter.page - 1)}>
          {t('common:previousPage')}
        </Link>
      )}
      {hasMore && (
        <Link className="button quiet end" to={to(filter.page + 1)}>
          {t('common:nextPage')}
        </Link>
      )}
    </nav>
  )
}
