import { Form, useLoaderData } from '@remix-run/react'
import { formatInstant, formatNumber } from '#app/i18n/format.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import type { loader } from './route.tsx'

/** The copies that were kept, the last one first: what was handed in, and what was published. */
export function History() {
  const { event, exhibit, versions } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  if (!versions.length) return null
  const shown = exhibit?.state === 'published' ? versions.find(({ publishedAt }) => publishedAt) : undefined
  const when = (at: string | Date) => formatInstant(new Date(at), 'dayAndTime', language, event.zone)
  return (
    <section className="card stack" aria-labelledby="history">
      <h2 id="history">{t('exhibit:history.title')}</h2>
      <ul className="plain-list rows">
        {versions.map(({ number, madeAt, publishAt, publishedAt }) => {
          const name = t('exhibit:history.version', { number: formatNumber(number, language) })
          const did = publishedAt ? 'published' : publishAt ? 'scheduled' : 'submitted'
          return (
            <li key={number} className="row between">
              <div className="tight">
                <p>
                  <span className="strong">{name}</span>{' '}
                  {number === shown?.number && <span className="tag yes">{t('exhibit:history.shown')}</span>}
                </p>
                <p className="muted small">
                  {t(`exhibit:history.${did}`)} · <bdi>{when(publishedAt ?? publishAt ?? madeAt)}</bdi>
                </p>
              </div>
              <Acts number={number} name={name} />
            </li>
          )
        })}
      </ul>
    </section>
  )
}

function Acts({ number, name }: { number: number; name: string }) {
  const { event, exhibit } = useLoaderData<typeof loader>()
  const t = useText()
  const look = `/desk/events/${event.slug}/exhibition/${exhibit?.id}/preview?version=${number}`
  return (
    <Form method="post" className="row">
      <a className="button quiet" href={look} aria-label={`${t('exhibit:history.look')}: ${name}`}>
        {t('exhibit:history.look')}
      </a>
      <input type="hidden" name="number" value={number} />
      <button
        type="submit"
        className="button quiet"
        name="intent"
        value="restore"
        aria-label={`${t('exhibit:history.restore')}: ${name}`}
      >
        {t('exhibit:history.restore')}
      </button>
    </Form>
  )
}
