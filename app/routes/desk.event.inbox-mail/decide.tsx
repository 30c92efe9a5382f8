import { Form, Link, useLoaderData } from '@remix-run/react'
import { useText } from '#app/i18n/use-text.ts'
import type { loader } from './route.tsx'

/** The one click that settles a mail, whichever way. */
export function Decide() {
  const { mail, organisationId, slug } = useLoaderData<typeof loader>()
  const t = useText()
  const { state, reply, report, invitationId, partId } = mail
  const isAnswer = reply && partId && ['accepted', 'tentative', 'declined'].includes(reply.participation)
  const mayAccept = isAnswer && state !== 'recorded' && !organisationId
  const mayBelieve = state === 'waiting' && report?.recipient
  return (
    <Form method="post" className="stack" aria-label={t('inbox:act.title')}>
      {mayAccept && <p className="muted small">{t('inbox:act.acceptHint')}</p>}
      <div className="row">
        {mayAccept && <Act intent="accept" label={t('inbox:act.accept')} />}
        {mayBelieve && <Act intent="believe" label={t('inbox:act.believe')} />}
        {state === 'waiting' && <Act intent="done" label={t('inbox:act.done')} isQuiet />}
        {(state === 'done' || state === 'ignored') && (
          <Act intent="reopen" label={t('inbox:act.reopen')} isQuiet />
        )}
        {invitationId && (
          <Link className="button quiet" to={`/desk/events/${slug}/guests/${invitationId}`}>
            {t('inbox:act.guestPage')}
          </Link>
        )}
      </div>
    </Form>
  )
}

export function Act({ intent, label, isQuiet }: { intent: string; label: string; isQuiet?: boolean }) {
  return (
    <button type="submit" className={isQuiet ? 'button quiet' : 'button'} name="intent" value={intent}>
      {label}
    </button>
  )
}
