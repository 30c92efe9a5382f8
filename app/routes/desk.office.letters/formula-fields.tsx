import type { FieldMetadata } from '@conform-to/react'
import type { z } from 'zod'
import { organisationKinds } from '#app/directory/rules.ts'
import { languages } from '#app/i18n/languages.ts'
import { useText } from '#app/i18n/use-text.ts'
import { inviteSides } from '#app/invitations/forms.ts'
import type { letterheadForm } from '#app/letters/forms.ts'
import { letterKinds } from '#app/letters/rules.ts'
import { LocalizedField, SelectField, TextField } from '#app/ui/field.tsx'

type Given = z.input<typeof letterheadForm>
type Row = FieldMetadata<NonNullable<Given['formulas']>[number], Given, string[]>

/** Whom a formula is for, and how their letters begin and end. */
export function FormulaFields({ meta, isNew }: { meta: Row; isNew: boolean }) {
  const t = useText()
  const fields = meta.getFieldset()
  const { kind, side, organisationKind, honorifics } = meta.initialValue ?? {}
  const facts = [
    kind && t(`letters:kind.${kind as 'formal'}`),
    side && t(`invitations:invite.${side as 'persons'}`),
    organisationKind && t(`guests:kind.${organisationKind as 'ministry'}`),
    honorifics,
  ].filter(Boolean)
  const isBad = Object.keys(meta.allErrors).length > 0
  return (
    <details className="letter-sheet disclosure" open={isBad}>
      <summary>
        <bdi className="wraps strong">{isNew ? t('letters:formulas.add') : facts.join(' · ')}</bdi>
      </summary>
      <div className="stack">
        <div className="fields">
          <SelectField
            meta={fields.kind}
            label={t('letters:formulas.kind')}
            choices={letterKinds.map((value) => ({ value, label: t(`letters:kind.${value}`) }))}
          />
          <SelectField
            meta={fields.side}
            label={t('invitations:mailing.side')}
            empty={t('common:all')}
            choices={inviteSides.map((value) => ({ value, label: t(`invitations:invite.${value}`) }))}
          />
          <SelectField
            meta={fields.organisationKind}
            label={t('invitations:invite.kind')}
            empty={t('common:all')}
            choices={organisationKinds.map((value) => ({ value, label: t(`guests:kind.${value}`) }))}
          />
          <TextField
            meta={fields.honorifics}
            label={t('letters:formulas.honorifics')}
            hint={t('letters:formulas.honorificsHint')}
            dir="auto"
          />
        </div>
        <LocalizedField
          meta={fields.opening}
          label={t('letters:formulas.opening')}
          among={languages}
          rows={3}
        />
        <LocalizedField
          meta={fields.closing}
          label={t('letters:formulas.closing')}
          among={languages}
          rows={3}
        />
      </div>
    </details>
  )
}
