import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import { formatNumber } from '#app/i18n/format.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { Notice } from '#app/ui/notice.tsx'
import { Pager } from '#app/ui/pager.tsx'
import { BoothRow } from './booth-row.tsx'
import { NewBooths } from './new-booths.tsx'
import type { action, loader } from './route.tsx'

/** The places of the exhibition, in the order in which visitors walk past them. */
export function BoothsPage() {
  const { event, parts, open, total, pages } = useLoaderData<typeof loader>()
  const t = useText()
  const isAdding = open.booth === 'new'
  return (
    <div className="stack">
      <div className="row between">
        <h1>{t('desk:event.booths')}</h1>
        {!open.booth && parts.length > 0 && (
          <div className="row">
            <Link className="button quiet" to={`/desk/events/${event.slug}/booths/plan`}>
              {t('drawing:title')}
            </Link>
            <Link className="button" to="?booth=new#booths">
              {t('exhibition:booths.add')}
            </Link>
          </div>
        )}
      </div>
      <Done />
      {parts.length === 0 ? (
        <NoPart />
      ) : (
        <section id="booths" className="card stack" aria-label={t('desk:event.booths')}>
          {isAdding && <NewBooths />}
          {total === 0 && !isAdding && <p className="empty">{t('exhibition:booths.none')}</p>}
          {total > 0 && <Booths />}
        </section>
      )}
      <Pager
        label={t('exhibition:booths.pages')}
        page={open.page}
        pages={pages}
        to={(wanted) => `?page=${wanted}`}
      />
    </div>
  )
}

function Booths() {
  const { booths, total, open } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  return (
    <>
      <div className="row between">
        <p className="muted">
          {t('exhibition:booths.count', { count: total, number: formatNumber(total, language) })}
        </p>
        {total > 2 && !open.booth && (
          <Form method="post">
            <button type="submit" className="button quiet" name="intent" value="sort">
              {t('exhibition:booths.sort')}
            </button>
          </Form>
        )}
      </div>
      <ul className="plain-list rows">
        {booths.map((booth, index) => (
          <BoothRow key={booth.id} booth={booth} index={index} />
        ))}
      </ul>
    </>
  )
}

/** Booths stand in a part of the event; there is none yet. */
function NoPart() {
  const { event, canEditEvent } = useLoaderData<typeof loader>()
  const t = useText()
  return (
    <div className="card empty stack">
      <p>{t('exhibition:booths.noPart')}</p>
      {canEditEvent && (
        <p>
          <Link className="button" to={`/desk/events/${event.slug}/parts/new`}>
            {t('events:parts.add')}
          </Link>
        </p>
      )}
    </div>
  )
}

const doings = ['added', 'boothSaved', 'boothRemoved', 'sorted'] as const

function Done() {
  const { open } = useLoaderData<typeof loader>()
  const isAnswered = useActionData<typeof action>() !== undefined
  const t = useText()
  const done = doings.find((doing) => doing === open.done)
  return done && !isAnswered ? <Notice kind="success">{t(`exhibition:done.${done}`)}</Notice> : null
}
