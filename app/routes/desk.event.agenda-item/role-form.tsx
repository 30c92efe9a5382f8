import { getFormProps, useForm } from '@conform-to/react'
import { getZodConstraint } from '@conform-to/zod/v4'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import type { z } from 'zod'
import { writtenRoleForm } from '#app/agenda/forms.ts'
import { roleKinds } from '#app/agenda/rules.ts'
import { useText } from '#app/i18n/use-text.ts'
import { FormErrors, LocalizedField, SelectField, TextField } from '#app/ui/field.tsx'
import { NewId } from '#app/ui/new-id.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { RoleHolder } from '../site.agenda/role-holder.tsx'
import type { Role } from './people.tsx'
import type { action, loader } from './route.tsx'
import { usePeopleAddress } from './use-people-address.ts'

/** Somebody as the agenda names them: written in, or changed where a role is given. */
export function RoleForm({ role }: { role?: Role }) {
  const { event } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useText()
  const [form, fields] = useForm<z.input<typeof writtenRoleForm>>({
    id: `role-${role?.id ?? 'new'}`,
    constraint: getZodConstraint(writtenRoleForm),
    lastResult: answer?.intent === 'write' ? answer.result : undefined,
    defaultValue: {
      role: role?.role ?? 'speaker',
      latin: role?.names.latin?.full,
      arabic: role?.names.arabic?.full,
      honorific: role?.honorific,
      position: role?.position,
      organisationName: role?.organisationName,
    },
  })
  const among = event.languages
  return (
    <Form
      method="post"
      action={usePeopleAddress()}
      {...getFormProps(form)}
      className="inset stack"
      preventScrollReset
    >
      <FormErrors form={form} />
      {role && answer?.intent === 'write' && answer.isOvertaken && <AsItIsNow role={role} />}
      <NewId />
      <p className="muted small">{role ? t('agenda:people.editHint') : t('agenda:people.writeHint')}</p>
      <input type="hidden" name="roleId" value={role?.id ?? ''} />
      {role && <input type="hidden" name="seen" value={role.mark} />}
      <SelectField
        meta={fields.role}
        label={t('agenda:field.role')}
        choices={roleKinds.map((value) => ({ value, label: t(`agenda:role.${value}`) }))}
      />
      <div className="fields">
        <TextField meta={fields.latin} label={t('agenda:field.latin')} dir="ltr" autoComplete="off" />
        <TextField meta={fields.arabic} label={t('agenda:field.arabic')} dir="rtl" autoComplete="off" />
      </div>
      <div className="stack short-texts">
        <LocalizedField meta={fields.honorific} label={t('agenda:field.honorific')} among={among} />
        <LocalizedField meta={fields.position} label={t('agenda:field.position')} among={among} />
        <LocalizedField
          meta={fields.organisationName}
          label={t('agenda:field.organisationName')}
          among={among}
        />
      </div>
      <p className="row">
        <button type="submit" className="button" name="intent" value="write">
          {role ? t('agenda:people.save') : t('agenda:people.add')}
        </button>
        {role && (
          <Link className="button quiet" to="?#people" preventScrollReset>
            {t('common:cancel')}
          </Link>
        )}
      </p>
    </Form>
  )
}

/** What another editor made of it meanwhile; what was written is still in the fields, and saved when sent once more. */
function AsItIsNow({ role }: { role: Role }) {
  const t = useText()
  return (
    <Notice kind="error">
      <p>{t('planner:conflict.role')}</p>
      <dl className="conflict-texts">
        <div>
          <dt>{t('planner:conflict.theirs')}</dt>
          <dd>
            {t(`agenda:role.${role.role}`)}: <RoleHolder holder={role} />
          </dd>
        </div>
      </dl>
    </Notice>
  )
}
