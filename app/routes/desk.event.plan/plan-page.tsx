import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import { useEffect, useState } from 'react'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { LocalizedText } from '#app/ui/localized-text.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { RowForm, ThingForm } from './add-forms.tsx'
import { Board } from './board.tsx'
import { HallForm, RemoveHall } from './hall-form.tsx'
import { PictureForm } from './picture-form.tsx'
import type { action, loader } from './route.tsx'
import { ThingsTable } from './things-table.tsx'

/** The halls of the exhibition and what stands in them: drawn by hand where there is script, by numbers anywhere. */
export function PlanPage() {
  const { event, hall, halls, open, parts } = useLoaderData<typeof loader>()
  const t = useText()
  const isNew = open.open === 'new' || (halls.length === 0 && parts.length > 0)
  return (
    <div className="stack">
      <div className="row between">
        <h1>{t('drawing:title')}</h1>
        <div className="row">
          <a className="button quiet" href={`/${useLanguage()}/${event.slug}/exhibition/plan`}>
            {t('drawing:toPublic')}
          </a>
          {!isNew && parts.length > 0 && (
            <Link className="button quiet" to="?open=new">
              {t('drawing:hall.add')}
            </Link>
          )}
        </div>
      </div>
      <Done />
      {parts.length === 0 && <p className="card empty">{t('exhibition:booths.noPart')}</p>}
      <Halls />
      {isNew && parts.length > 0 && <HallForm key="new" />}
      {hall && !isNew && (open.open === 'hall' ? <Settings /> : <Hall key={hall.id} />)}
    </div>
  )
}

function Halls() {
  const { halls, hall } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  if (halls.length === 0) return null
  return (
    <nav className="filters" aria-label={t('plan:halls')}>
      {halls.map(({ id, name, drawn, booths }) => (
        <Link key={id} to={`?hall=${id}`} aria-current={id === hall?.id ? 'page' : undefined}>
          <LocalizedText text={name} language={language} />
          <span className="filter-count">{t('drawing:hall.drawn', { drawn, booths })}</span>
        </Link>
      ))}
    </nav>
  )
}

function Settings() {
  const { hall } = useLoaderData<typeof loader>()
  const t = useText()
  if (!hall) return null
  return (
    <>
      <HallForm key={hall.id} hall={hall} />
      <PictureForm key={`${hall.id}-picture`} hall={hall} />
      <RemoveHall />
      <p>
        <Link className="more" to={`?hall=${hall.id}`}>
          {t('drawing:toDrawing')}
        </Link>
      </p>
    </>
  )
}

function Hall() {
  const { hall, things } = useLoaderData<typeof loader>()
  const t = useText()
  const [hasScript, setHasScript] = useState(false)
  useEffect(() => setHasScript(true), [])
  if (!hall) return null
  return (
    <>
      <p className="row between">
        <span className="muted">
          {t('drawing:hall.size', { width: hall.width / 100, depth: hall.depth / 100 })}
        </span>
        <Link className="button quiet" to={`?hall=${hall.id}&open=hall`}>
          {t('drawing:hall.settings')}
        </Link>
      </p>
      <Arrange />
      {hasScript ? <Board hall={hall} /> : <p className="muted">{t('drawing:needsScript')}</p>}
      <section className="card stack" aria-labelledby="adding">
        <h2 id="adding">{t('drawing:add.title')}</h2>
        <RowForm />
        <ThingForm />
      </section>
      <details className="card stack disclosure" open={!hasScript && things.length > 0}>
        <summary>
          <h2>{t('drawing:table.title')}</h2>
        </summary>
        <ThingsTable />
      </details>
    </>
  )
}

/** Booths of the hall that have no place yet; all at once get one. */
function Arrange() {
  const { hall, things, homeless } = useLoaderData<typeof loader>()
  const t = useText()
  const waiting = things.filter(({ box }) => !box).length
  return (
    <>
      {waiting > 0 && (
        <Form method="post" action={`?hall=${hall?.id}`} className="notice row between">
          <span>{t('drawing:waiting', { count: waiting })}</span>
          <button type="submit" className="button quiet" name="intent" value="arrange">
            {t('drawing:arrange')}
          </button>
        </Form>
      )}
      {homeless > 0 && (
        <p className="notice row between">
          <span>{t('drawing:homeless', { count: homeless })}</span>
          <Link className="more" to="../booths">
            {t('desk:event.booths')}
          </Link>
        </p>
      )}
    </>
  )
}

const doings = [
  'hallAdded',
  'hallSaved',
  'hallRemoved',
  'pictureSaved',
  'pictureRemoved',
  'drawn',
  'full',
] as const

function Done() {
  const { open } = useLoaderData<typeof loader>()
  const isAnswered = useActionData<typeof action>() !== undefined
  const t = useText()
  const done = doings.find((doing) => doing === open.done)
  if (!done || isAnswered) return null
  return <Notice kind={done === 'full' ? 'warning' : 'success'}>{t(`drawing:done.${done}`)}</Notice>
}
