import { useActionData, useLoaderData, useSearchParams } from '@remix-run/react'
import { useText } from '#app/i18n/use-text.ts'
import { Notice } from '#app/ui/notice.tsx'
import { InviteForm } from './invite-form.tsx'
import { MemberRow } from './member-row.tsx'
import type { action, loader } from './route.tsx'

const notices = ['invited', 'roleChanged', 'removed'] as const
const refusals = ['lastAdministrator', 'notYourself', 'hasPassword'] as const

export function MembersPage() {
  const { members, self, language } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const [search] = useSearchParams()
  const t = useText()
  const done = notices.find((notice) => notice === search.get('done'))
  const refusal = refusals.find((reason) => reason === answer?.refusal)
  return (
    <div className="stack">
      <h1>{t('accounts:members.title')}</h1>
      <p className="muted">{t('accounts:members.intro')}</p>
      {refusal && <Notice kind="error">{t(`accounts:error.${refusal}`)}</Notice>}
      {done && !answer && <Notice kind="success">{t(`accounts:members.${done}`)}</Notice>}
      <section className="card">
        <ul className="plain-list members">
          {members.map((member) => (
            <MemberRow key={member.membershipId} member={member} isSelf={member.userId === self} />
          ))}
        </ul>
      </section>
      <InviteForm key={done} lastResult={answer?.result} language={language} />
    </div>
  )
}
