import { Form, Link, useLoaderData } from '@remix-run/react'
import { formatInstant, formatNumber } from '#app/i18n/format.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { mailingKinds } from '#app/invitations/rules.ts'
import { NewId } from '#app/ui/new-id.tsx'
import { useEventZone } from '../desk.event/use-event-zone.ts'
import type { loader } from './route.tsx'

type Row = ReturnType<typeof useLoaderData<typeof loader>>['mailings'][number]

/** Letters to many, newest first, and the ways to begin one. */
export function MailingsPage() {
  const { mailings, canWrite } = useLoaderData<typeof loader>()
  const t = useText()
  return (
    <div className="stack">
      <h1>{t('invitations:mailings.title')}</h1>
      <p className="lead">{t('invitations:mailings.lead')}</p>
      {canWrite && (
        <Form method="post" className="row">
          <NewId />
          {mailingKinds.map((kind) => (
            <button
              key={kind}
              type="submit"
              className={kind === 'invitation' ? 'button' : 'button quiet'}
              name="kind"
              value={kind}
            >
              {t(
                kind === 'invitation'
                  ? 'invitations:mailings.writeInvitation'
                  : 'invitations:mailings.writeReminder',
              )}
            </button>
          ))}
        </Form>
      )}
      {mailings.length === 0 ? (
        <p className="card empty">{t('invitations:mailings.empty')}</p>
      ) : (
        <section aria-labelledby="letters">
          <h2 id="letters" className="visually-hidden">
            {t('invitations:mailings.list')}
          </h2>
          <ul className="plain-list card rows">
            {mailings.map((mailing) => (
              <MailingRow key={mailing.id} mailing={mailing} />
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}

function MailingRow({ mailing }: { mailing: Row }) {
  const t = useText()
  const language = useLanguage()
  const zone = useEventZone()
  const date = formatInstant(mailing.sentAt ?? mailing.createdAt, 'dayAndTime', language, zone)
  return (
    <li className="row between">
      <div>
        <Link to={mailing.id} className="strong">
          <bdi className="wraps">{mailing.name}</bdi>
        </Link>
        <p className="muted small">
          {mailing.createdBy ? t('invitations:mailings.by', { name: mailing.createdBy, date }) : date}
        </p>
      </div>
      <p className="row tags">
        <span className="muted small">{t(`mail:kind.${mailing.kind}`)}</span>
        {mailing.messages > 0 && (
          <span className="small">
            {t('invitations:mailings.messages', {
              count: mailing.messages,
              number: formatNumber(mailing.messages, language),
            })}
          </span>
        )}
        <MailingState state={mailing.state} isPrepared={mailing.messages > 0} />
      </p>
    </li>
  )
}

const looks = { draft: 'quiet', prepared: 'wait', approved: 'wait', sent: 'yes' } as const

/** How far a letter has come, in word and colour. */
export function MailingState({ state, isPrepared }: { state: Row['state']; isPrepared: boolean }) {
  const t = useText()
  const shown = state === 'draft' && isPrepared ? 'prepared' : state
  return <span className={`tag ${looks[shown]}`}>{t(`invitations:state.${shown}`)}</span>
}
