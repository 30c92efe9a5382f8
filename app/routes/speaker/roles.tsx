import { getFormProps, useForm } from '@conform-to/react'
import { useActionData, useLoaderData } from '@remix-run/react'
import type { z } from 'zod'
import type { speakerAnswerForm } from '#app/agenda/speaker-forms.ts'
import { comma, formatInstant, formatTimeRange } from '#app/i18n/format.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { useZoneName } from '#app/i18n/zone-name.ts'
import { ChoiceField, FormErrors, LocalizedField, TextArea } from '#app/ui/field.tsx'
import { LocalizedText } from '#app/ui/localized-text.tsx'
import { RoleHolder } from '../site.agenda/role-holder.tsx'
import { ConfirmationTag } from './confirmation-tag.tsx'
import type { action, loader } from './route.tsx'

type Fields = z.input<typeof speakerAnswerForm>

/** Each role with when, where and with whom, and the answer to it; all in one form. */
export function Roles() {
  const { page, path } = useLoaderData<typeof loader>()
  const came = useActionData<typeof action>()
  const t = useText()
  const language = useLanguage()
  const [form, fields] = useForm<Fields>({
    id: 'roles',
    lastResult: came?.intent === 'answer' ? came.result : undefined,
    defaultValue: {
      roles: page.roles.map(({ id, confirmation, reason, contribution }) => ({
        ...{ id, reason, contribution },
        reply: confirmation === 'confirmed' || confirmation === 'declined' ? confirmation : undefined,
      })),
    },
  })
  const metas = fields.roles.getFieldList()
  return (
    <form
      method="post"
      action={`${path}?lang=${language}#roles`}
      {...getFormProps(form)}
      className="card stack"
    >
      <h2>{t('speakers:own.roles')}</h2>
      <FormErrors form={form} />
      {page.roles.map((role, index) => {
        const meta = metas[index]
        return meta && <OneRole key={role.id} role={role} meta={meta} />
      })}
      {page.isOpen ? (
        <button type="submit" className="button wide" name="intent" value="answer">
          {t('speakers:own.answer')}
        </button>
      ) : (
        <p className="muted">{t('speakers:refused.closed')}</p>
      )}
    </form>
  )
}

type Role = ReturnType<typeof useLoaderData<typeof loader>>['page']['roles'][number]
type RoleMeta = ReturnType<ReturnType<typeof useForm<Fields>>[1]['roles']['getFieldList']>[number]

function OneRole({ role, meta }: { role: Role; meta: RoleMeta }) {
  const { page } = useLoaderData<typeof loader>()
  const t = useText()
  const fields = meta.getFieldset()
  return (
    <section className="stack speaker-role">
      <RoleFacts role={role} />
      {role.isOpen && (
        <>
          <input type="hidden" name={fields.id.name} value={role.id} />
          <ChoiceField
            meta={fields.reply}
            legend={t('speakers:own.question')}
            choices={[
              { value: 'confirmed', label: t('speakers:own.confirm') },
              { value: 'declined', label: t('speakers:own.decline') },
            ]}
          />
          <div className="reason">
            <TextArea
              meta={fields.reason}
              label={t('speakers:own.reason')}
              hint={t('speakers:own.reasonHint')}
              rows={2}
            />
          </div>
          <details className="fold contribution-field" open={Object.keys(role.contribution).length > 0}>
            <summary>{t('speakers:own.contribution')}</summary>
            <LocalizedField
              meta={fields.contribution}
              label={t('speakers:own.contribution')}
              hint={t('speakers:own.contributionHint')}
              among={page.event.languages}
            />
          </details>
        </>
      )}
    </section>
  )
}

function RoleFacts({ role }: { role: Role }) {
  const { page } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  const { zone } = page.event
  const zoneName = useZoneName(zone)
  return (
    <div className="tight">
      <p className="row tags">
        <span className="tag">{t(`agenda:role.${role.role}`)}</span>
        <ConfirmationTag confirmation={role.confirmation} />
      </p>
      <h3>
        <LocalizedText text={role.item.title} language={language} />
      </h3>
      <p>
        {formatInstant(role.item.startsAt, 'day', language, zone)}
        {comma(language)}
        <bdi>{formatTimeRange(role.item.startsAt, role.item.endsAt, language, zone)}</bdi>
        <span className="block muted small">{t('agenda:site.times', { zone: zoneName })}</span>
      </p>
      {(role.room || role.venue) && (
        <p>
          {role.room && <LocalizedText text={role.room} language={language} />}
          {role.room && role.venue && ' · '}
          {role.venue && <LocalizedText text={role.venue} language={language} />}
        </p>
      )}
      {role.others.length > 0 && (
        <details className="fold">
          <summary>{t('speakers:own.others')}</summary>
          <ul className="plain-list">
            {role.others.map((other) => (
              <li key={other.id}>
                <span className="muted">{t(`agenda:role.${other.role}`)}:</span> <RoleHolder holder={other} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  )
}
