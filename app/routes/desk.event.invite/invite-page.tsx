import { getFormProps, useForm } from '@conform-to/react'
import { getZodConstraint } from '@conform-to/zod/v4'
import { Form, Link, useActionData, useLoaderData, useLocation, useSearchParams } from '@remix-run/react'
import type { z } from 'zod'
import { formatNumber } from '#app/i18n/format.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { inviteForm, inviteSides } from '#app/invitations/forms.ts'
import { usualAlternates, usualSeats } from '#app/invitations/rules.ts'
import { FormErrors } from '#app/ui/field.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { CandidateList } from './candidate-list.tsx'
import { InviteFilters } from './invite-filters.tsx'
import { InviteTerms } from './invite-terms.tsx'
import type { action, loader } from './route.tsx'

type Data = ReturnType<typeof useLoaderData<typeof loader>>

/** Whom of the directory, to which parts: chosen by filter and tick, or all that match. */
export function InvitePage() {
  const page = useLoaderData<typeof loader>()
  const t = useText()
  // Each visit begins with nothing ticked and nothing said: the form would otherwise outlive its own success.
  const { key } = useLocation()
  return (
    <div className="stack">
      <h1>{t('invitations:invite.title')}</h1>
      <Done page={page} />
      <Sides page={page} />
      {page.parts.length === 0 ? (
        <div className="card empty stack">
          <p>{t('invitations:invite.noParts')}</p>
          <p>
            <Link className="button" to="../settings" relative="path">
              {t('invitations:invite.toSettings')}
            </Link>
          </p>
        </div>
      ) : (
        <>
          <InviteFilters />
          {page.total === 0 ? <Nobody page={page} /> : <Chosen key={key} page={page} />}
        </>
      )}
    </div>
  )
}

function Done({ page: { done, search, canWrite } }: { page: Data }) {
  const t = useText()
  const language = useLanguage()
  const isAnswered = useActionData() !== undefined
  if (!done || isAnswered) return null
  const say = (key: 'persons' | 'organisations' | 'extended' | 'already', count: number) =>
    t(`invitations:invite.done.${key}`, { count, number: formatNumber(count, language) })
  return (
    <Notice kind={done.invited + done.extended ? 'success' : 'info'}>
      {say(search.side, done.invited)} {done.extended > 0 && say('extended', done.extended)}{' '}
      {done.already > 0 && say('already', done.already)} {t('invitations:invite.done.next')}{' '}
      {canWrite && (
        <Link className="target" to="../mailings" relative="path">
          {t('invitations:invite.done.write')}
        </Link>
      )}
    </Notice>
  )
}

function Sides({ page: { search } }: { page: Data }) {
  const t = useText()
  return (
    <nav className="filters" aria-label={t('invitations:invite.sides')}>
      {inviteSides.map((side) => (
        <Link key={side} to={`?side=${side}`} aria-current={side === search.side ? 'page' : undefined}>
          {t(`invitations:invite.${side}`)}
        </Link>
      ))}
    </nav>
  )
}

function Nobody({ page: { search, tags, organisations } }: { page: Data }) {
  const t = useText()
  const { side: _, page: __, who: ___, ...asked } = search
  const isFiltered = Object.values(asked).some(Boolean)
  const isEmpty = !isFiltered && search.who === 'all' && !tags.length && !organisations.length
  return (
    <div className="card empty stack">
      <p>{t(isEmpty ? 'invitations:invite.emptyDirectory' : 'invitations:invite.noMatch')}</p>
      <p>
        <Link className="button quiet" to="/desk/imports">
          {t('invitations:invite.import')}
        </Link>
      </p>
    </div>
  )
}

function Chosen({ page }: { page: Data }) {
  const t = useText()
  const answer = useActionData<typeof action>()
  const language = useLanguage()
  const [address] = useSearchParams()
  const { side } = page.search
  const [form, fields] = useForm<z.input<typeof inviteForm>>({
    id: 'invite',
    lastResult: answer?.result,
    constraint: getZodConstraint(inviteForm),
    defaultValue: {
      policy: 'bound',
      part: page.parts.filter(({ audience }) => audience === 'invited').map(({ id }) => id),
      seats: String(usualSeats),
      alternates: String(usualAlternates),
    },
  })
  const all = side === 'persons' ? 'inviteAllPersons' : 'inviteAllOrganisations'
  return (
    <Form method="post" {...getFormProps(form)} action={`?${withoutDone(address)}`} className="stack">
      <FormErrors form={form} />
      <CandidateList ticked={([] as unknown[]).concat(fields.id.initialValue ?? []).map(String)} />
      <InviteTerms fields={fields} />
      <p className="muted">{t('invitations:invite.nothingSent')}</p>
      <p className="row">
        <button type="submit" className="button" name="which" value="chosen">
          {t('invitations:invite.inviteChosen')}
        </button>
        <button type="submit" className="button quiet" name="which" value="all">
          {t(`invitations:invite.${all}`, {
            count: page.total,
            number: formatNumber(page.total, language),
          })}
        </button>
      </p>
    </Form>
  )
}

/** The filter goes with the form; what was said about the last one does not. */
function withoutDone(address: URLSearchParams): URLSearchParams {
  return new URLSearchParams(
    [...address].filter(([key]) => !['done', 'invited', 'extended', 'already'].includes(key)),
  )
}
