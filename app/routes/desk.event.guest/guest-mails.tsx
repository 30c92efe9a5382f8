import { Link, useLoaderData } from '@remix-run/react'
import { formatInstant } from '#app/i18n/format.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import type { loader } from './route.tsx'

/** What came in from this guest or about their address, and what still waits for a decision. */
export function GuestMails() {
  const { mails, slug, page } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  if (mails.length === 0) return null
  return (
    <section className="card stack" aria-labelledby="guest-mails">
      <h2 id="guest-mails">{t('inbox:guest.title')}</h2>
      <ul className="plain-list rows">
        {mails.map(({ id, kind, state, reason, reply, subject, receivedAt }) => (
          <li key={id} className="inbox-row">
            <div className="tight">
              <Link to={`/desk/events/${slug}/inbox/${id}`} className="target">
                <bdi className="wraps">{subject || t(`inbox:kind.${kind}`)}</bdi>
              </Link>
              <p className="small muted">
                {reply && `${t(`inbox:says.${reply.participation}`)} · `}
                {t([`inbox:reason.${reason as 'other'}`, 'inbox:reason.other'])}
              </p>
            </div>
            <p className="small inbox-when">
              <span className={`tag ${state === 'waiting' ? 'wait' : 'quiet'}`}>
                {t(`inbox:state.${state}`)}
              </span>
              <time className="muted" dateTime={receivedAt.toISOString()}>
                <bdi>{formatInstant(receivedAt, 'dayAndTime', language, page.event.zone)}</bdi>
              </time>
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}
