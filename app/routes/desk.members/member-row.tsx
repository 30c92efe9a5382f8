import { Form } from '@remix-run/react'
import { type OfficeRole, officeRoles } from '#app/accounts/permission.ts'
import { useText } from '#app/i18n/use-text.ts'
import { Confirm } from '#app/ui/confirm.tsx'

type Member = { membershipId: string; name: string; email: string; role: OfficeRole; isWaiting: boolean }

export function MemberRow({ member, isSelf }: { member: Member; isSelf: boolean }) {
  const t = useText()
  return (
    <li className="row between">
      <div>
        <p className="strong">
          <bdi>{member.name}</bdi> {isSelf && <span className="tag quiet">{t('accounts:members.you')}</span>}{' '}
          {member.isWaiting && <span className="tag wait">{t('accounts:members.waiting')}</span>}
        </p>
        <p className="muted small">
          <bdi>{member.email}</bdi>
        </p>
      </div>
      <div className="row">
        {member.isWaiting && (
          <Form method="post">
            <input type="hidden" name="membership" value={member.membershipId} />
            <button type="submit" name="intent" value="again" className="button quiet">
              {t('accounts:members.again')}
            </button>
          </Form>
        )}
        <RoleForm member={member} />
        {!isSelf && <RemoveForm member={member} />}
      </div>
    </li>
  )
}

function RoleForm({ member }: { member: Member }) {
  const t = useText()
  return (
    <Form method="post" className="row">
      <input type="hidden" name="membership" value={member.membershipId} />
      <select
        key={member.role}
        name="role"
        defaultValue={member.role}
        aria-label={t('accounts:members.roleOf', { name: member.name })}
      >
        {officeRoles.map((role) => (
          <option key={role} value={role}>
            {t(`accounts:role.${role}`)}
          </option>
        ))}
      </select>
      <button type="submit" name="intent" value="role" className="button quiet">
        {t('accounts:members.changeRole')}
      </button>
    </Form>
  )
}

function RemoveForm({ member }: { member: Member }) {
  const t = useText()
  const { name } = member
  return (
    <Confirm
      intent="remove"
      title={t('accounts:members.remove')}
      label={t('accounts:members.removeName', { name })}
      effect={t('accounts:members.removeEffect', { name })}
      act={t('accounts:members.removeName', { name })}
    >
      <input type="hidden" name="membership" value={member.membershipId} />
    </Confirm>
  )
}
