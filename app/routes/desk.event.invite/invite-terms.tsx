import { useLoaderData } from '@remix-run/react'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { policies } from '#app/invitations/rules.ts'
import { ChoiceField, TextField } from '#app/ui/field.tsx'
import { LocalizedText } from '#app/ui/localized-text.tsx'
import type { loader } from './route.tsx'

type FieldMeta = Parameters<typeof TextField>[0]['meta']

/** What they are invited to, who may come, and an institution's seats. */
export function InviteTerms({
  fields,
}: {
  fields: Record<'part' | 'policy' | 'seats' | 'alternates', FieldMeta>
}) {
  const { parts, search } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  return (
    <section className="card stack">
      <div className="fields">
        <ChoiceField
          meta={fields.part}
          legend={t('invitations:invite.parts')}
          multiple
          choices={parts.map(({ id, name, audience }) => ({
            value: id,
            label: <LocalizedText text={name} language={language} />,
            hint: audience === 'open' ? t('invitations:invite.openPart') : undefined,
          }))}
        />
        <ChoiceField
          meta={fields.policy}
          legend={t('invitations:invite.policy')}
          choices={policies.map((value) => ({
            value,
            label: t(`invitations:policy.${value}`),
            hint: t(`invitations:policyHint.${value}`),
          }))}
        />
      </div>
      {search.side === 'organisations' ? (
        <div className="fields">
          <TextField
            meta={fields.seats}
            label={t('invitations:invite.seats')}
            type="number"
            inputMode="numeric"
          />
          <TextField
            meta={fields.alternates}
            label={t('invitations:invite.alternates')}
            hint={t('invitations:invite.alternatesHint')}
            type="number"
            inputMode="numeric"
          />
        </div>
      ) : (
        <>
          <input type="hidden" name={fields.seats.name} value="1" />
          <input type="hidden" name={fields.alternates.name} value="0" />
        </>
      )}
    </section>
  )
}
