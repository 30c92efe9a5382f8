import type { FieldMetadata } from '@conform-to/react'
import { deskChannels } from '#app/answers/rules.ts'
import { useText } from '#app/i18n/use-text.ts'
import { SelectField, TextField } from '#app/ui/field.tsx'

/** How something came in that the desk enters, and a note about it. */
export function ChannelFields({ fields }: { fields: unknown }) {
  const t = useText()
  const { via, note } = fields as Record<
    'via' | 'note',
    FieldMetadata<string, Record<string, unknown>, string[]>
  >
  return (
    <div className="fields">
      <SelectField
        meta={via}
        label={t('guests:behalf.via')}
        choices={deskChannels.map((value) => ({ value, label: t(`guests:via.${value}`) }))}
      />
      <TextField meta={note} label={t('guests:behalf.note')} hint={t('guests:behalf.noteHint')} dir="auto" />
    </div>
  )
}
