import type { FieldMetadata } from '@conform-to/react'
import type { ReactNode } from 'react'
import { type ClearanceContent, documentKinds } from '#app/clearance/rules.ts'
import { useText } from '#app/i18n/use-text.ts'
import { SelectField, TextField } from '#app/ui/field.tsx'
import type { AskedField } from '#db/schema/clearance.server.ts'

// biome-ignore lint/suspicious/noExplicitAny: conform's metadata is invariant in its form; a field cares for none of it.
type Meta = FieldMetadata<any, any, string[]>
type Choice = { value: string; label: string }
type Fields = Record<keyof ClearanceContent, Meta>

/** Which fields say that they may stay empty, and which do not. */
export function constraintOf(asked: readonly AskedField[]) {
  const demanded = { required: true }
  const bothNames = { required: asked.includes('bothNames') }
  return {
    ...{ documentKind: demanded, documentNumber: demanded, nationality: demanded },
    ...{ latinName: bothNames, arabicName: bothNames, birthOn: demanded },
  }
}

/** What the gate asks about one person, as guests and the clearance officer fill it in. */
export function ClearanceFields({
  fields,
  asked,
  countries,
  days,
}: {
  fields: Fields
  asked: readonly AskedField[]
  countries: Choice[]
  /** One arrives on one of these days; with a single one nobody is asked. */
  days: Choice[]
}) {
  const t = useText()
  const isAsked = (field: AskedField) => asked.includes(field)
  return (
    <>
      <Group title={t('clearance:form.names')} hint={t('clearance:form.namesHint')}>
        <TextField
          meta={fields.arabicName}
          label={t('clearance:form.arabicName')}
          dir="rtl"
          autoComplete="off"
        />
        <TextField
          meta={fields.latinName}
          label={t('clearance:form.latinName')}
          dir="ltr"
          autoComplete="off"
        />
      </Group>
      <Group title={t('clearance:form.document')} hint={t('clearance:form.documentHint')}>
        <SelectField
          meta={fields.documentKind}
          label={t('clearance:form.documentKind')}
          empty={t('clearance:form.choose')}
          choices={documentKinds.map((value) => ({ value, label: t(`clearance:document.${value}`) }))}
        />
        <TextField
          meta={fields.documentNumber}
          label={t('clearance:form.documentNumber')}
          dir="ltr"
          autoComplete="off"
        />
        <SelectField
          meta={fields.nationality}
          label={t('clearance:form.nationality')}
          empty={t('clearance:form.choose')}
          choices={countries}
        />
        {isAsked('birthOn') && (
          <TextField
            meta={fields.birthOn}
            label={t('clearance:form.birthOn')}
            type="date"
            autoComplete="off"
          />
        )}
      </Group>
      {isAsked('vehicle') && (
        <Group title={t('clearance:form.vehicle')} hint={t('clearance:form.vehicleHint')}>
          <TextField
            meta={fields.plate}
            label={t('clearance:form.plate')}
            hint={t('clearance:form.plateHint')}
            dir="auto"
            autoComplete="off"
          />
          <TextField meta={fields.make} label={t('clearance:form.make')} dir="auto" />
          <TextField meta={fields.colour} label={t('clearance:form.colour')} dir="auto" />
        </Group>
      )}
      {isAsked('driver') && (
        <Group title={t('clearance:form.driver')} hint={t('clearance:form.driverHint')}>
          <TextField
            meta={fields.driverName}
            label={t('clearance:form.driverName')}
            dir="auto"
            autoComplete="off"
          />
          <TextField
            meta={fields.driverDocument}
            label={t('clearance:form.driverDocument')}
            dir="ltr"
            autoComplete="off"
          />
        </Group>
      )}
      {isAsked('arrival') && (
        <Group title={t('clearance:form.arrival')}>
          {days.length > 1 && (
            <SelectField
              meta={fields.arrivesOn}
              label={t('clearance:form.arrivesOn')}
              empty={t('clearance:form.choose')}
              choices={days}
            />
          )}
          <TextField meta={fields.arrivesFrom} label={t('clearance:form.arrivesFrom')} type="time" />
          <TextField meta={fields.arrivesTo} label={t('clearance:form.arrivesTo')} type="time" />
        </Group>
      )}
    </>
  )
}

function Group({ title, hint, children }: { title: string; hint?: string; children: ReactNode }) {
  return (
    <fieldset className="field clearance-group">
      <legend>
        {title}
        {hint && <span className="hint">{hint}</span>}
      </legend>
      <div className="fields">{children}</div>
    </fieldset>
  )
}
