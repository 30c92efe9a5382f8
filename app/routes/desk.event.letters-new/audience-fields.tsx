import type { FieldMetadata } from '@conform-to/react'
import { useLoaderData } from '@remix-run/react'
import { displayName } from '#app/directory/names.ts'
import { organisationKinds } from '#app/directory/rules.ts'
import { languageNames, languages, localize } from '#app/i18n/languages.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { audienceSets } from '#app/invitations/audience.ts'
import { inviteSides } from '#app/invitations/forms.ts'
import { CheckBox, SelectField } from '#app/ui/field.tsx'
import type { Given } from './issue-page.tsx'
import type { loader } from './route.tsx'

type Fields = { [Name in keyof Given]-?: FieldMetadata<Given[Name], Given, string[]> }

/** To which of the event's guests, or to the one whose page led here. */
export function AudienceFields({
  fields,
}: {
  fields: Pick<Fields, 'who' | 'side' | 'part' | 'readers' | 'kind' | 'isFirst'>
}) {
  const { guest, parts } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  if (guest)
    return (
      <p className="card strong">
        {t('letters:letter.to')}{' '}
        <bdi className="wraps">
          {guest.person
            ? displayName(guest.person.names, language)
            : localize(guest.organisationName, language)}
        </bdi>
      </p>
    )
  const all = t('common:all')
  return (
    <section className="card stack" aria-labelledby="audience">
      <h2 id="audience">{t('invitations:mailing.audience')}</h2>
      <div className="fields audience-fields">
        <SelectField
          meta={fields.who}
          label={t('invitations:mailing.who')}
          choices={audienceSets.map((value) => ({
            value,
            label: t(`mailing:whoChoice.${value}`),
          }))}
        />
        <SelectField
          meta={fields.side}
          label={t('invitations:mailing.side')}
          empty={all}
          choices={inviteSides.map((value) => ({ value, label: t(`invitations:invite.${value}`) }))}
        />
        <SelectField
          meta={fields.part}
          label={t('invitations:mailing.part')}
          empty={all}
          choices={parts.map(({ id, name }) => ({ value: id, label: localize(name, language) }))}
        />
        <SelectField
          meta={fields.readers}
          label={t('common:language')}
          empty={all}
          choices={languages.map((value) => ({ value, label: languageNames[value] }))}
        />
        <SelectField
          meta={fields.kind}
          label={t('invitations:invite.kind')}
          empty={all}
          choices={organisationKinds.map((value) => ({ value, label: t(`guests:kind.${value}`) }))}
        />
      </div>
      <CheckBox meta={fields.isFirst} label={t('letters:issue.isFirst')} />
    </section>
  )
}
