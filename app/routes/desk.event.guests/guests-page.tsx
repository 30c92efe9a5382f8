import { Form, Link, useLoaderData } from '@remix-run/react'
import { useText } from '#app/i18n/use-text.ts'
import { Notice } from '#app/ui/notice.tsx'
import { GuestFilters } from './guest-filters.tsx'
import { GuestTable } from './guest-table.tsx'
import type { loader } from './route.tsx'
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

/** What a change to many did, and the way back while there is one. */
function Done() {
  const { done, changed, left, undo } = useLoaderData<typeof loader>()
  const t = useText()
  switch (done) {
    case 'changed':
      return (
        <Form method="post" className="notice success row between">
          <span>{t('roster:done.changed', { count: changed })}</span>
          {undo && (
            <>
              <input type="hidden" name="undo" value={undo.id} />
              <button type="submit" className="button quiet" name="intent" value="undo">
                {t('roster:undo')}
              </button>
            </>
          )}
        </Form>
      )
    case 'undone':
      return (
        <Notice kind="success">
          {t('roster:done.undone', { count: changed })}
          {left > 0 && ` ${t('roster:done.left', { count: left })}`}
        </Notice>
      )
    case 'tooLate':
      return <Notice kind="warning">{t('roster:done.tooLate')}</Notice>
    case 'withdrawnMany':
      return <Notice kind="success">{t('roster:done.withdrawn', { count: changed })}</Notice>
    default:
      return null
  }
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
