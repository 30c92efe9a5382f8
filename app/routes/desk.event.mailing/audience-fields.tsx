import { useLoaderData } from '@remix-run/react'
import { organisationKinds } from '#app/directory/rules.ts'
import { languageNames, languages, localize } from '#app/i18n/languages.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { audienceSets, audienceSides, audienceStatuses } from '#app/invitations/audience.ts'
import { SelectField } from '#app/ui/field.tsx'
import { Notice } from '#app/ui/notice.tsx'
import type { loader } from './route.tsx'

type FieldMeta = Parameters<typeof SelectField>[0]['meta']
type Name = 'who' | 'side' | 'part' | 'status' | 'language' | 'kind' | 'organisation' | 'tag'

/** Which of the event's guests a letter is for. */
export function AudienceFields({ fields }: { fields: Record<Name, FieldMeta> }) {
  const { event, organisations, tags, mailing } = useLoaderData<typeof loader>()
  const { isChosen } = mailing.audience
  const t = useText()
  const language = useLanguage()
  return (
    <>
      {isChosen && <Notice kind="info">{t('views:write.chosen')}</Notice>}
      <div className="fields audience-fields">
        <SelectField
          meta={fields.who}
          label={t('invitations:mailing.who')}
          choices={audienceSets.map((value) => ({ value, label: t(`mailing:whoChoice.${value}`) }))}
        />
        {!isChosen && (
          <Narrowing
            meta={fields.side}
            label={t('invitations:mailing.side')}
            choices={audienceSides.map((value) => ({ value, label: t(`mailing:sideChoice.${value}`) }))}
          />
        )}
        <Narrowing
          meta={fields.part}
          label={t('invitations:mailing.part')}
          choices={event.parts.map(({ id, name }) => ({ value: id, label: localize(name, language) }))}
        />
        <Narrowing
          meta={fields.status}
          label={t('mailing:status')}
          choices={audienceStatuses.map((value) => ({ value, label: t(`mailing:statusChoice.${value}`) }))}
        />
        <Narrowing
          meta={fields.language}
          label={t('common:language')}
          choices={languages.map((value) => ({ value, label: languageNames[value] }))}
        />
        <Narrowing
          meta={fields.kind}
          label={t('invitations:invite.kind')}
          choices={organisationKinds.map((value) => ({ value, label: t(`guests:kind.${value}`) }))}
        />
        <Narrowing
          meta={fields.organisation}
          label={t('mailing:organisation')}
          choices={organisations.map(({ id, name, acronym }) => ({
            value: id,
            label: localize(name, language) || acronym || id,
          }))}
        />
        {tags.length > 0 && (
          <Narrowing
            meta={fields.tag}
            label={t('mailing:tag')}
            choices={tags.map((value) => ({ value, label: value }))}
          />
        )}
      </div>
      <p>
        <button type="submit" className="button quiet" name="intent" value="save">
          {t('invitations:mailing.count')}
        </button>
      </p>
    </>
  )
}

function Narrowing({
  meta,
  label,
  choices,
}: {
  meta: FieldMeta
  label: string
  choices: { value: string; label: string }[]
}) {
  const t = useText()
  return (
    <div className="field">
      <label htmlFor={meta.id}>{label}</label>
      <select id={meta.id} name={meta.name} defaultValue={String(meta.initialValue ?? '')} key={meta.key}>
        <option value="">{t('common:all')}</option>
        {choices.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    </div>
  )
}
