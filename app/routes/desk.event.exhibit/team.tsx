import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { formatInstant, isolate } from '#app/i18n/format.ts'
import { languageNames } from '#app/i18n/languages.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { Confirm } from '#app/ui/confirm.tsx'
import { NewId } from '#app/ui/new-id.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { LocksForm } from './locks-form.tsx'
import type { action, loader } from './route.tsx'
import { AddMember, DeadlineForm, RemindForm } from './team-forms.tsx'

type Member = ReturnType<typeof useLoaderData<typeof loader>>['team'][number]

/** Who writes the exhibit for the organisation that shows it, and by when. */
export function TeamSection() {
  const { team, mayWrite } = useLoaderData<typeof loader>()
  const t = useText()
  return (
    <section className="card stack" aria-labelledby="team">
      <h2 id="team">{t('team:title')}</h2>
      <p className="muted">{t('team:lead')}</p>
      <TeamDone />
      {team.length === 0 && <p>{t('team:none')}</p>}
      <ul className="plain-list rows">
        {team.map((member) => (
          <MemberRow key={member.id} member={member} />
        ))}
      </ul>
      <AddMember />
      {mayWrite && team.some(({ invitedAt }) => invitedAt) && <RemindForm />}
      <DeadlineForm />
      <LocksForm />
    </section>
  )
}

function MemberRow({ member }: { member: Member }) {
  const { mayWrite } = useLoaderData<typeof loader>()
  const t = useText()
  return (
    <li className="stack tight">
      <div className="row between">
        <div className="tight">
          <p>
            <bdi className="strong">{member.name}</bdi>
          </p>
          <p className="muted small">
            <bdi dir="ltr" className="wraps">
              {member.email}
            </bdi>{' '}
            · <span lang={member.language}>{languageNames[member.language]}</span>
          </p>
          <MemberStory member={member} />
        </div>
        {mayWrite && (
          <Form method="post">
            <NewId />
            <input type="hidden" name="member" value={member.id} />
            <button
              type="submit"
              className="button quiet"
              name="intent"
              value="askMember"
              aria-label={`${t(member.invitedAt ? 'team:askAgain' : 'team:ask')}: ${member.name}`}
            >
              {t(member.invitedAt ? 'team:askAgain' : 'team:ask')}
            </button>
          </Form>
        )}
      </div>
      <MemberLink member={member} />
    </li>
  )
}

function MemberStory({ member: { invitedAt, remindedAt, wroteAt } }: { member: Member }) {
  const { event } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  const at = (instant: Date | string) =>
    isolate(formatInstant(new Date(instant), 'dayAndTime', language, event.zone))
  return (
    <p className="muted small">
      <span className="apart">
        {invitedAt ? t('team:invited', { at: at(invitedAt) }) : t('team:notInvited')}
      </span>
      {remindedAt && <span className="apart">{t('team:reminded', { at: at(remindedAt) })}</span>}
      <span className="apart">{wroteAt ? t('team:wrote', { at: at(wroteAt) }) : t('team:notWrote')}</span>
    </p>
  )
}

function MemberLink({ member: { id, name, link } }: { member: Member }) {
  const t = useText()
  return (
    <details className="fold">
      <summary aria-label={t('team:moreOf', { name })}>{t('team:more')}</summary>
      <div className="stack">
        <p className="small">
          {t('team:link')}
          <bdi dir="ltr" className="block wraps">
            {link}
          </bdi>
        </p>
        <Confirm
          intent="renewLink"
          title={t('team:renew')}
          label={t('team:renewOf', { name })}
          effect={t('team:renewHint')}
        >
          <input type="hidden" name="member" value={id} />
        </Confirm>
        <Confirm
          intent="takeOff"
          title={t('team:remove')}
          label={t('team:removeOf', { name })}
          effect={t('team:removeHint')}
        >
          <input type="hidden" name="member" value={id} />
        </Confirm>
      </div>
    </details>
  )
}

const dones = {
  teamAdded: 'team:done.added',
  teamWritten: 'team:done.written',
  teamUnwritten: 'team:done.unwritten',
  teamTaken: 'team:done.taken',
  teamRenewed: 'team:done.renewed',
  teamDue: 'team:done.due',
  teamLocked: 'team:done.locked',
} as const

function TeamDone() {
  const { editor } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useText()
  if (answer && 'teamRefused' in answer && answer.teamRefused)
    return <Notice kind="error">{t(answer.teamRefused as 'team:refused.nobody')}</Notice>
  const done = dones[editor?.open.done as keyof typeof dones]
  if (answer || !done) return null
  return <Notice kind={done === 'team:done.unwritten' ? 'error' : 'success'}>{t(done)}</Notice>
}
