import { useLoaderData } from '@remix-run/react'
import { formatNumber } from '#app/i18n/format.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import type { loader } from './route.tsx'

/** The files that go with the message, as they are kept for it. */
export function Enclosures() {
  const { message, slug, canTakeFiles } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  if (!message.enclosures?.length) return null
  return (
    <section className="card stack">
      <h2>{t('enclosing:files')}</h2>
      <ul className="plain-list rows">
        {message.enclosures.map(({ documentId, name, bytes }) => (
          <li key={documentId} className="row">
            {canTakeFiles ? (
              <a className="target" href={`/desk/events/${slug}/documents/${documentId}`}>
                <bdi className="wraps">{name}</bdi>
              </a>
            ) : (
              <bdi className="wraps">{name}</bdi>
            )}
            <span className="muted">
              {t('enclosing:size', { number: formatNumber(Math.ceil(bytes / 1024), language) })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
