import { Form, Link, useLoaderData } from '@remix-run/react'
import { formatInstant, formatNumber } from '#app/i18n/format.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { mailingKinds } from '#app/invitations/rules.ts'
import { NewId } from '#app/ui/new-id.tsx'
import { Notice } from '#app/ui/notice.tsx'
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
      <Planned />
      {canWrite && <Begin />}
      <Offer />
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
      {canWrite && (
        <p>
          <Link className="target" to="../templates" relative="path">
            {t('templates:title')}
          </Link>
        </p>
      )}
    </div>
  )
}

const first = ['invitation', 'reminder'] as const
const others = mailingKinds.filter((kind) => kind !== 'invitation' && kind !== 'reminder')

/** The two letters that every event writes at hand, the rest a step away. */
function Begin() {
  const t = useText()
  return (
    <div className="stack">
      <Form method="post" className="row">
        <NewId />
        {first.map((kind) => (
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
      <details className="disclosure">
        <summary>{t('mailing:begin.others')}</summary>
        <Form method="post" className="stack">
          <NewId />
          <div className="field check">
            <label>
              <input type="checkbox" name="empty" />
              <span>{t('mailing:begin.empty')}</span>
            </label>
          </div>
          <div className="row">
            {others.map((kind) => (
              <button key={kind} type="submit" className="button quiet" name="kind" value={kind}>
                {t(`templates:name.${kind}`)}
              </button>
            ))}
          </div>
        </Form>
      </details>
    </div>
  )
}

/** Reminders that the deadlines suggest; nothing is written before somebody asks for it. */
function Offer() {
  const { offered } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  if (!offered) return null
  return (
    <Notice kind="info">
      <Form method="post" className="stack">
        <p className="strong">{t('mailing:reminders.title')}</p>
        <p>{t('mailing:reminders.offer', { count: offered, number: formatNumber(offered, language) })}</p>
        <p>
          <button type="submit" className="button quiet" name="intent" value="planReminders">
            {t('mailing:reminders.plan')}
          </button>
        </p>
      </Form>
    </Notice>
  )
}

function Planned() {
  const { planned } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  if (!planned) return null
  const number = formatNumber(planned, language)
  return <Notice kind="success">{t('invitations:mailing.done.proposed', { count: planned, number })}</Notice>
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
        {mailing.dueAt && mailing.state !== 'sent' && mailing.state !== 'missed' && (
          <span className="small">
            {t('mailing:schedule.goes', { date: formatInstant(mailing.dueAt, 'dayAndTime', language, zone) })}
          </span>
        )}
        <MailingState
          state={mailing.state}
          isPrepared={mailing.messages > 0}
          isTimed={mailing.dueAt !== null}
        />
      </p>
    </li>
  )
}

const looks = {
  draft: 'quiet',
  prepared: 'wait',
  waiting: 'wait',
  approved: 'wait',
  scheduled: 'yes',
  missed: 'no',
  sent: 'yes',
} as const

type Standing = { state: Row['state']; isPrepared: boolean; isTimed: boolean }

/** How far a letter has come, in word and colour. */
export function MailingState({ state, isPrepared, isTimed }: Standing) {
  const t = useText()
  const shown = state !== 'draft' ? state : isPrepared ? 'prepared' : isTimed ? 'waiting' : state
  return <span className={`tag ${looks[shown]}`}>{t(`invitations:state.${shown}`)}</span>
}
