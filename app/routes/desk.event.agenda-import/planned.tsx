import { Form, Link, useLoaderData } from '@remix-run/react'
import { formatInstant, isolate } from '#app/i18n/format.ts'
import { localize } from '#app/i18n/languages.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { Pager } from '#app/ui/pager.tsx'
import { Lines } from './lines.tsx'
import type { loader } from './route.tsx'

/** What each item of the file would do, what is gone from it, and the confirmation. */
export function Planned() {
  const { preview } = useLoaderData<typeof loader>()
  const t = useText()
  const planned = preview?.planned
  if (!planned) return null
  const { lines, show, page, pages } = planned
  return (
    <>
      <div className="row between">
        <h2>{t('exchange:items')}</h2>
        <nav className="filters" aria-label={t('exchange:show.label')}>
          {(['all', 'new', 'changed', 'remarked'] as const).map((one) => (
            <Link key={one} to={`?show=${one}`} aria-current={show === one ? 'true' : undefined}>
              {t(`exchange:show.${one}`)}
            </Link>
          ))}
        </nav>
      </div>
      <Lines of={lines} none={t('exchange:noItems')} />
      <Pager
        label={t('exchange:items')}
        page={page}
        pages={pages}
        to={(other) => `?${new URLSearchParams({ show, page: String(other) })}`}
      />
      <Form method="post" className="stack">
        <Gone />
        <div className="tight stack">
          <p>
            <button type="submit" className="button" name="intent" value="confirm">
              {t('exchange:confirm')}
            </button>
          </p>
          <p className="muted small">{t('exchange:confirmHint')}</p>
        </div>
      </Form>
    </>
  )
}

function Gone() {
  const { preview, zone } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  const gone = preview?.planned?.gone ?? []
  if (!gone.length) return null
  return (
    <fieldset className="card stack">
      <legend>{t('exchange:gone.title')}</legend>
      <p className="muted small">{t('exchange:gone.hint')}</p>
      {gone.map(({ id, title, startsAt }) => (
        <div key={id} className="check">
          <input id={`remove-${id}`} type="checkbox" name="remove" value={id} />
          <label htmlFor={`remove-${id}`}>
            {t('exchange:gone.remove', { name: isolate(localize(title, language)) })}{' '}
            <small className="muted">
              <bdi>{formatInstant(new Date(startsAt), 'dayAndTime', language, zone)}</bdi>
            </small>
          </label>
        </div>
      ))}
    </fieldset>
  )
}
