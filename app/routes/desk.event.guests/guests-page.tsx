import { Form, Link, useLoaderData, useSearchParams } from '@remix-run/react'
import { useText } from '#app/i18n/use-text.ts'
import { Notice } from '#app/ui/notice.tsx'
import { Pager } from '#app/ui/pager.tsx'
import { GuestCard } from './guest-card.tsx'
import { GuestFilters } from './guest-filters.tsx'
import type { loader } from './route.tsx'

/** Everybody invited, where they stand, and the ways to each. */
export function GuestsPage() {
  const { slug, canEdit, guests, counts, total, done, seated } = useLoaderData<typeof loader>()
  const t = useText()
  const [search] = useSearchParams()
  const exported = `/desk/events/${slug}/export/guests`
  return (
    <div className="stack sections">
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
      {counts.all + counts.withdrawn === 0 ? (
        <p className="card empty">{t('guests:empty')}</p>
      ) : (
        <>
          <GuestFilters />
          <FreeSeats />
          <p className="muted">{t('guests:found', { count: total })}</p>
          {guests.length === 0 && <p className="card empty">{t('guests:nobody')}</p>}
          <ul className="plain-list guests">
            {guests.map((guest) => (
              <GuestCard key={guest.id} guest={guest} />
            ))}
          </ul>
          <Pages />
          <p className="row">
            <a className="button quiet" href={`${exported}.xlsx?${search}`} download>
              {t('guests:exportXlsx')}
            </a>
            <a className="button quiet" href={`${exported}.csv?${search}`} download>
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
  const { counts, parts, part, canEdit } = useLoaderData<typeof loader>()
  const t = useText()
  const capacity = parts.find(({ id }) => id === part)?.capacity ?? Number.POSITIVE_INFINITY
  const free = capacity - (counts.status.accepted ?? 0) - (counts.status.attended ?? 0)
  const count = Math.min(free, counts.status.waitlisted ?? 0)
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

function Pages() {
  const { page, pages } = useLoaderData<typeof loader>()
  const t = useText()
  const [search] = useSearchParams()
  const to = (wanted: number) =>
    `?${new URLSearchParams({ ...Object.fromEntries(search), page: String(wanted) })}`
  return <Pager label={t('guests:pages')} page={page} pages={pages} to={to} />
}
