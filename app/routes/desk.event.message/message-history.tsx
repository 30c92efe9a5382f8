import { useLoaderData } from '@remix-run/react'
import { formatInstant } from '#app/i18n/format.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { keptBackFor } from '#app/mail/suppression.ts'
import { useEventZone } from '../desk.event/use-event-zone.ts'
import type { loader } from './route.tsx'

const told = [
  'approve',
  'queue',
  'withdraw',
  'retry',
  'sendAgain',
  'countAsSent',
  'hold',
  'release',
  'edit',
  'resend',
  'answered',
  'retryLater',
  'failed',
  'unknown',
  'resent',
] as const

/** What people decided and what went wrong, newest first. */
export function MessageHistory() {
  const { history } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  const zone = useEventZone()
  return (
    <section className="card stack">
      <h2>{t('mail:message.history')}</h2>
      {history.length === 0 && <p className="muted">{t('mail:message.noHistory')}</p>}
      <ul className="plain-list rows">
        {history.map(({ id, action, name, response, at }) => {
          const what = told.find((one) => action === `message.${one}`)
          const keptBack = action === 'message.keptBack' ? keptBackFor(response) : null
          if (!what && !keptBack) return null
          const who = name ?? t('mail:message.worker')
          return (
            <li key={id}>
              <span dir="auto">
                {keptBack
                  ? t(`sending:keptBack.${keptBack}`)
                  : t(`mail:history.${what ?? 'failed'}`, { who, response })}
              </span>{' '}
              <span className="muted small">{formatInstant(at, 'dayAndTime', language, zone)}</span>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
