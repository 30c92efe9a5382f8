import { Form, Link, useLoaderData } from '@remix-run/react'
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
  const { slug, canEdit, views, done, seated, choice, total } = useLoaderData<typeof loader>()
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
      {done === 'seated' && <Notice kind="success">{t('guests:done.seated', { count: seated })}</Notice>}
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

/** Seats that a part was given after people had begun to wait for it. */
function FreeSeats() {
  const { statuses, parts, filter, canEdit } = useLoaderData<typeof loader>()
  const t = useText()
  const capacity = parts.find(({ id }) => id === filter.part)?.capacity ?? Number.POSITIVE_INFINITY
  const free = capacity - (statuses.accepted ?? 0) - (statuses.attended ?? 0)
  const count = Math.min(free, statuses.waitlisted ?? 0)
  if (count <= 0 || !canEdit) return null
  return (
    <Form method="post" className="notice warning row between">
      <span>{t('guests:freeSeats', { count })}</span>
      <button type="submit" className="button" name="intent" value="seat">
        {t('guests:giveSeats', { count })}
      </button>
    </Form>
  )
}
