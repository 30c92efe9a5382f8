import { useLoaderData } from '@remix-run/react'
import type { readPurges } from '#app/clearance/settings.server.ts'
import { formatInstant } from '#app/i18n/format.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'

type Purge = Awaited<ReturnType<typeof readPurges>>[number]

/** The proof: what was destroyed when, and what backups still hold. */
export function Purges({ purges }: { purges: Purge[] }) {
  const { zone } = useLoaderData<{ zone: string }>()
  const t = useText()
  const language = useLanguage()
  return (
    <section className="card stack" aria-labelledby="purges">
      <h2 id="purges">{t('clearance:purge.title')}</h2>
      <ul className="plain-list rows">
        {purges.map(({ id, purgedAt, forms, lists, keyId }) => (
          <li key={id}>
            <p className="strong">
              {t('clearance:purge.record', {
                date: formatInstant(purgedAt, 'dayAndTime', language, zone),
                forms: t('clearance:purge.forms', { count: forms }),
                lists: t('clearance:purge.lists', { count: lists }),
              })}
            </p>
            <p className="muted small">{t('clearance:purge.key', { key: `\u2068${keyId}\u2069` })}</p>
          </li>
        ))}
      </ul>
    </section>
  )
}
