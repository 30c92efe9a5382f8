import { Link, useLoaderData } from '@remix-run/react'
import { useText } from '#app/i18n/use-text.ts'
import { Notice } from '#app/ui/notice.tsx'
import { Done } from './done.tsx'
import { GuestFilters } from './guest-filters.tsx'
import { GuestTable } from './guest-table.tsx'
import type { loader } from './route.tsx'
import { KeepView } from './saved-views.tsx'
import { Views } from './views.tsx'

/** Everybody who is to come or was asked, where they stand, and the ways to each. */
export function GuestsPage() {
  const { slug, canEdit, views, done, choice, total } = useLoaderData<typeof loader>()
  const t = useText()
  const exported = `/desk/events/${slug}/export/guests`
  const isEmpty = views[0]?.count.value === 0 && total.value === 0 && !choice
  return (
    <div className="stack guest-page">
      <div className="row between">
        <h1>{t('desk:event.guests')}</h1>
        {canEdit && (
          <Link className="button" to="../invite" relative="path">
            {t('guests:invite')}
          </Link>
        )}
      </div>
      {done === 'withdrawn' && <Notice kind="success">{t('guests:done.withdrawn')}</Notice>}
      <Done />
      {isEmpty ? (
        <p className="card empty">{t('guests:empty')}</p>
      ) : (
        <>
          <Views />
          <GuestFilters key={choice} />
          {choice && (
            <div className="row view-tools">
              <Link to="?" className="target">
                {t('roster:clear')}
              </Link>
              <KeepView />
            </div>
          )}
          <FreeSeats />
          <GuestTable />
          <p className="row">
            <a className="button quiet" href={`${exported}.xlsx?${choice}`} download>
              {t('guests:exportXlsx')}
            </a>
            <a className="button quiet" href={`${exported}.csv?${choice}`} download>
              {t('guests:exportCsv')}
            </a>
          </p>
        </>
      )}
    </div>
  )
}

/** Seats that are free while people wait for them: by the part's rule the organiser gives them. */
function FreeSeats() {
  const { statuses, parts, filter, slug } = useLoaderData<typeof loader>()
  const t = useText()
  const capacity = parts.find(({ id }) => id === filter.part)?.capacity ?? Number.POSITIVE_INFINITY
  const { accepted = 0, attended = 0, offered = 0, waitlisted = 0 } = statuses
  const count = Math.min(capacity - accepted - attended - offered, waitlisted)
  if (count <= 0) return null
  return (
    <p className="notice warning row between">
      <span>{t('guests:freeSeats', { count })}</span>
      <Link className="button" to={`/desk/events/${slug}/waiting?part=${filter.part}`}>
        {t('waiting:desk.title')}
      </Link>
    </p>
  )
}
