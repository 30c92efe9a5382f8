import { Form, Link, useLoaderData } from '@remix-run/react'
import { formatNumber } from '#app/i18n/format.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { nextStep, refuseWhile } from '#app/invitations/rules.ts'
import { Notice } from '#app/ui/notice.tsx'
import type { loader } from './route.tsx'

/** What stands between this letter and its readers, and the one button for it. */
export function NextStep() {
  const { mailing, counts, canSend } = useLoaderData<typeof loader>()
  const isScheduled = mailing.schedule !== null
  const step = nextStep({ state: mailing.state, isScheduled }, counts)
  if (step === 'wait') return null
  return (
    <section className="card stack">
      <Figures />
      {canSend && step === 'approve' && <Approve />}
      {canSend && step === 'send' && <Send />}
      {canSend && step !== 'approve' && <Further />}
    </section>
  )
}

function Figures() {
  const { counts, event, mailing } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  const shown = (['underway', 'sent', 'troubled'] as const).filter((key) => counts[key] > 0)
  return (
    <>
      {mailing.state === 'sent' && <h2>{t('invitations:mailing.sentTitle')}</h2>}
      {shown.length > 0 && (
        <div className="figures-row">
          {shown.map((key) => (
            <p key={key} className="figure">
              <b>{formatNumber(counts[key], language)}</b>
              <small>{t(`invitations:mailing.counts.${key}`)}</small>
            </p>
          ))}
        </div>
      )}
      {mailing.state === 'sent' && (
        <p>
          <Link className="target" to={`/desk/events/${event.slug}/outbox?mailing=${mailing.id}`}>
            {t('invitations:mailing.toOutbox')}
          </Link>
        </p>
      )}
    </>
  )
}

function Approve() {
  const { counts, event, mailing, needsOther } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  const count = counts.prepared
  const number = formatNumber(count, language)
  return (
    <Form method="post" className="stack">
      <p>{t('invitations:mailing.lookThrough', { count, number })}</p>
      {needsOther && <Notice kind="info">{t('mailing:second.needed')}</Notice>}
      <p className="row">
        {!needsOther && (
          <button type="submit" className="button" name="intent" value="approve">
            {t('invitations:mailing.approve', { count, number })}
          </button>
        )}
        <Link
          className="button quiet"
          to={`/desk/events/${event.slug}/outbox?state=draft&mailing=${mailing.id}`}
        >
          {t('invitations:mailing.toOutbox')}
        </Link>
      </p>
    </Form>
  )
}

const sendingActs = { invitation: 'sendInvitation', reminder: 'sendReminder' } as const

function Send() {
  const { counts, event, mailing } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  const count = counts.approved
  const act =
    mailing.kind === 'invitation' || mailing.kind === 'reminder' ? sendingActs[mailing.kind] : 'sendLetter'
  const refusal = refuseWhile(event.state, mailing)
  if (refusal)
    return (
      <Notice kind="warning">
        {t(refusal === 'cancelled' ? 'invitations:refused.cancelled' : 'invitations:mailing.notPublished')}{' '}
        <Link className="target" to={`/desk/events/${event.slug}/settings`}>
          {t('invitations:invite.toSettings')}
        </Link>
      </Notice>
    )
  return (
    <Form method="post" className="stack">
      <p>{t('invitations:mailing.approved')}</p>
      <p className="row">
        <button type="submit" className="button" name="intent" value="send">
          {t(`invitations:mailing.${act}`, { count, number: formatNumber(count, language) })}
        </button>
        <Link
          className="button quiet"
          to={`/desk/events/${event.slug}/outbox?state=approved&mailing=${mailing.id}`}
        >
          {t('invitations:mailing.toOutbox')}
        </Link>
      </p>
    </Form>
  )
}

/** Guests who came to match after the last round was prepared. */
function Further() {
  const { audience } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  const count = audience.reachable
  if (!count) return null
  const number = formatNumber(count, language)
  return (
    <Form method="post" className="stack">
      <p>{t('invitations:mailing.more', { count, number })}</p>
      <input type="hidden" name="expected" value={count} />
      <button type="submit" className="button quiet" name="intent" value="prepare">
        {t('invitations:mailing.prepare', { count, number })}
      </button>
    </Form>
  )
}
