import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import { formatNumber } from '#app/i18n/format.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { type MailingStep, mailingSteps, nextStep, scheduledSteps } from '#app/invitations/rules.ts'
import { Confirm } from '#app/ui/confirm.tsx'
import { NewId } from '#app/ui/new-id.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { MailingState } from '../desk.event.mailings/mailings-page.tsx'
import { AudienceList } from './audience-list.tsx'
import { LastLeaves } from './last-leaves.tsx'
import { LetterForm } from './letter-form.tsx'
import { NextStep } from './next-step.tsx'
import { Preview } from './preview.tsx'
import type { action, loader } from './route.tsx'
import { ScheduleStanding } from './schedule-section.tsx'

type Data = ReturnType<typeof useLoaderData<typeof loader>>

/** One letter on its way: written, prepared, approved, sent, each step one button. */
export function MailingPage() {
  const page = useLoaderData<typeof loader>()
  const { mailing, counts, isEditable } = page
  const t = useText()
  return (
    <div className="stack">
      <p>
        <Link className="target" to=".." relative="path">
          {t('invitations:mailing.back')}
        </Link>
      </p>
      <div className="row">
        <h1>
          <bdi className="wraps">{mailing.name}</bdi>
        </h1>
        <MailingState
          state={mailing.state}
          isPrepared={counts.prepared > 0}
          isTimed={mailing.schedule !== null}
        />
      </div>
      <Said page={page} />
      <Steps page={page} />
      <ScheduleStanding />
      <LastLeaves />
      {isEditable ? (
        <LetterForm key={mailing.id} />
      ) : (
        <>
          <NextStep />
          <AudienceList />
          <section className="card stack" aria-labelledby="preview">
            <h2 id="preview">{t('invitations:mailing.preview')}</h2>
            <Form method="get">
              <Preview />
            </Form>
            {page.canSend && <TestForm page={page} />}
          </section>
        </>
      )}
      {page.canSend && <LastResorts page={page} />}
    </div>
  )
}

function Said({ page: { asked, testAddress } }: { page: Data }) {
  const t = useText()
  const language = useLanguage()
  const answer = useActionData<typeof action>()
  if (answer && 'refused' in answer)
    return <Notice kind="error">{t(`invitations:refused.${answer.refused}`)}</Notice>
  const { done, count } = asked
  if (answer || !done) return null
  const number = formatNumber(count, language)
  return (
    <Notice kind={done === 'recounted' ? 'warning' : 'success'}>
      {done === 'prepared' || done === 'approved' || done === 'sent'
        ? t(`invitations:mailing.done.${done}`, { count, number })
        : t(`invitations:mailing.done.${done}`, { address: testAddress })}
    </Notice>
  )
}

/** Where the letter stands on its way. */
function Steps({ page: { mailing, counts, isEditable } }: { page: Data }) {
  const t = useText()
  const isScheduled = mailing.schedule !== null && counts.prepared + counts.approved === 0
  const next = isEditable ? 'write' : nextStep({ state: mailing.state, isScheduled }, counts)
  const steps: readonly MailingStep[] = isScheduled ? scheduledSteps : mailingSteps
  const reached = next ? steps.indexOf(next) : steps.length
  return (
    <ol className="mailing-steps" aria-label={t('invitations:mailing.steps')}>
      {steps.map((step, index) => (
        <li
          key={step}
          className={index < reached ? 'past' : undefined}
          aria-current={index === reached ? 'step' : undefined}
        >
          {index < reached && <Check />}
          {t(`invitations:mailing.step.${step}`)}
          {index < reached && <span className="visually-hidden"> ({t('invitations:mailing.stepDone')})</span>}
        </li>
      ))}
    </ol>
  )
}

function Check() {
  return (
    <svg viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path d="M3 8.5l3.5 3.5L13 4.5" />
    </svg>
  )
}

function TestForm({ page: { asked } }: { page: Data }) {
  const t = useText()
  return (
    <Form method="post" className="row">
      <NewId />
      <input type="hidden" name="guest" value={asked.guest} />
      <button type="submit" className="button quiet" name="intent" value="test">
        {t('invitations:mailing.testOnly')}
      </button>
    </Form>
  )
}

/** What cannot be undone takes a second step, with or without script. */
function LastResorts({ page: { mailing, counts, isEditable } }: { page: Data }) {
  const t = useText()
  const unsent = counts.prepared + counts.approved
  return (
    <div className="row">
      {!isEditable && (
        <form method="post" action="../mailings">
          <NewId />
          <input type="hidden" name="kind" value={mailing.kind} />
          <button type="submit" className="button quiet" name="from" value={mailing.id}>
            {t('invitations:mailing.copy')}
          </button>
        </form>
      )}
      {!isEditable && unsent > 0 && <Resort what="discard" />}
      {isEditable && <Resort what="remove" />}
    </div>
  )
}

function Resort({ what }: { what: 'discard' | 'remove' }) {
  const t = useText()
  return (
    <Confirm
      intent={what}
      title={t(`invitations:mailing.${what}`)}
      effect={t(`invitations:mailing.${what}Hint`)}
      act={t(`invitations:mailing.${what}Act`)}
    />
  )
}
