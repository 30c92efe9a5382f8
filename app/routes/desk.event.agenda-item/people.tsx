import { Form, Link, useActionData, useLoaderData, useSearchParams } from '@remix-run/react'
import { displayName } from '#app/directory/names.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { Notice } from '#app/ui/notice.tsx'
import { OrderButtons } from '#app/ui/order-buttons.tsx'
import { RoleHolder } from '../site.agenda/role-holder.tsx'
import { ConfirmationTag } from '../speaker/confirmation-tag.tsx'
import { FindPeople } from './find-people.tsx'
import { RoleForm } from './role-form.tsx'
import type { action, loader } from './route.tsx'
import { usePeopleAddress } from './use-people-address.ts'

export type Role = NonNullable<ReturnType<typeof useLoaderData<typeof loader>>['item']>['roles'][number]

/** Who chairs, moderates, speaks and reports in the order in which they are named, then who interprets; the ways to add some. */
export function People() {
  const { item, event } = useLoaderData<typeof loader>()
  const address = usePeopleAddress()
  const answer = useActionData<typeof action>()
  const t = useText()
  const [search] = useSearchParams()
  const open = search.get('role')
  const roles = item?.roles ?? []
  return (
    <section className="card stack" aria-labelledby="people">
      <div>
        <h2 id="people">{t('agenda:people.title')}</h2>
        {roles.length > 1 && <p className="muted small">{t('agenda:people.orderHint')}</p>}
      </div>
      {answer?.intent === 'find' && <Notice kind="error">{t(`agenda:refused.${answer.refused}`)}</Notice>}
      {roles.length === 0 && <p className="muted">{t('agenda:people.none')}</p>}
      <RoleList roles={roles.filter(({ role }) => role !== 'interpreter')} open={open} />
      <RoleList
        roles={roles.filter(({ role }) => role === 'interpreter')}
        open={open}
        title={t('agenda:roles.interpreter')}
      />
      {roles.length > 1 && (
        <Form method="post" action={address} preventScrollReset className="row">
          <button type="submit" className="button quiet" name="intent" value="precedence">
            {t('speakers:roles.precedence')}
          </button>
          <Link className="button quiet" to={`/desk/events/${event.slug}/speakers`}>
            {t('speakers:desk.go')}
          </Link>
        </Form>
      )}
      <FindPeople />
      {!open && (
        <details className="disclosure" open={answer?.intent === 'write' ? true : undefined}>
          <summary>{t('agenda:people.write')}</summary>
          {/* Keyed by how many there are, so that the fields are empty again after each. */}
          <RoleForm key={roles.length} />
        </details>
      )}
    </section>
  )
}

/** One side's people; each moves among their own. */
function RoleList({ roles, open, title }: { roles: Role[]; open: string | null; title?: string }) {
  if (roles.length === 0) return null
  return (
    <>
      {title && <h3>{title}</h3>}
      <ul className="plain-list rows">
        {roles.map((role, index) => (
          <li key={role.id}>
            {role.id === open ? (
              <RoleForm role={role} />
            ) : (
              <RoleRow role={role} isFirst={index === 0} isLast={index === roles.length - 1} />
            )}
          </li>
        ))}
      </ul>
    </>
  )
}

function RoleRow({ role, isFirst, isLast }: { role: Role; isFirst: boolean; isLast: boolean }) {
  const t = useText()
  const name = displayName(role.names, useLanguage())
  const address = usePeopleAddress()
  return (
    <div className="row between part-row">
      <div className="tight">
        <p className="row tags">
          <span className="muted small">{t(`agenda:role.${role.role}`)}</span>
          <ConfirmationTag confirmation={role.confirmation} />
        </p>
        <p>
          <RoleHolder holder={role} />
        </p>
      </div>
      <div className="row">
        <OrderButtons
          name="role"
          value={role.id}
          up={t('agenda:people.up', { name })}
          down={t('agenda:people.down', { name })}
          isFirst={isFirst}
          isLast={isLast}
          action={address}
        />
        <Link
          className="button quiet"
          to={`?role=${role.id}#people`}
          aria-label={t('agenda:people.editNamed', { name })}
          preventScrollReset
        >
          {t('common:edit')}
        </Link>
        <Form method="post" action={address} preventScrollReset>
          <input type="hidden" name="role" value={role.id} />
          <input type="hidden" name="seen" value={role.mark} />
          <button
            type="submit"
            className="button quiet"
            name="intent"
            value="takeOff"
            aria-label={t('agenda:people.removeNamed', { name })}
          >
            {t('agenda:people.remove')}
          </button>
        </Form>
      </div>
    </div>
  )
}
