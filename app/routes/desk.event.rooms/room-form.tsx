import { type FieldMetadata, getFormProps, useForm } from '@conform-to/react'
import { getZodConstraint } from '@conform-to/zod/v4'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import type { z } from 'zod'
import { mostChannels, roomForm } from '#app/agenda/forms.ts'
import { formatNumber } from '#app/i18n/format.ts'
import { type Language, languages } from '#app/i18n/languages.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { Confirm } from '#app/ui/confirm.tsx'
import { FieldErrors, FormErrors, LocalizedField, SelectField, TextField } from '#app/ui/field.tsx'
import { NewId } from '#app/ui/new-id.tsx'
import type { Room } from './rooms-page.tsx'
import type { action, loader } from './route.tsx'

/** Name and seats of one room; of a new one when none is given. */
export function RoomForm({ room }: { room?: Room }) {
  const { languages } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useText()
  const [form, fields] = useForm<z.input<typeof roomForm>>({
    id: `room-${room?.id ?? 'new'}`,
    constraint: getZodConstraint(roomForm),
    lastResult: answer?.result,
    defaultValue: {
      name: room?.name,
      capacity: room?.capacity ?? undefined,
      channels: Array.from({ length: mostChannels }, (_, at) => room?.channels[at]),
    },
  })
  return (
    <div className="stack" id="room">
      <Form method="post" {...getFormProps(form)} className="stack">
        <FormErrors form={form} />
        <NewId />
        <LocalizedField meta={fields.name} label={t('agenda:field.roomName')} among={languages} />
        <TextField
          meta={fields.capacity}
          label={t('agenda:field.capacity')}
          hint={t('agenda:room.capacityHint')}
          type="number"
          inputMode="numeric"
        />
        <Channels meta={fields.channels} />
        <p className="row">
          <input type="hidden" name="room" value={room?.id ?? ''} />
          <button type="submit" className="button" name="intent" value="save">
            {room ? t('agenda:room.save') : t('agenda:room.add')}
          </button>
          <Link className="button quiet" to="?">
            {t('common:cancel')}
          </Link>
        </p>
      </Form>
      {room && <RemoveRoom room={room} />}
    </div>
  )
}

/** What is heard on which channel, from channel 1. */
function Channels({ meta }: { meta: FieldMetadata<(Language | undefined)[] | undefined> }) {
  const t = useText()
  const language = useLanguage()
  return (
    <fieldset className="field" aria-describedby={meta.errors ? meta.errorId : undefined}>
      <legend>{t('agenda:field.interpreted')}</legend>
      <p className="muted small">{t('programme:rooms.hint')}</p>
      <div className="fields">
        {meta.getFieldList().map((channel, at) => (
          <SelectField
            key={channel.name}
            meta={channel}
            label={t('programme:rooms.channel', { channel: formatNumber(at + 1, language) })}
            empty={t('programme:rooms.none')}
            choices={languages.map((value) => ({ value, label: t(`agenda:language.${value}`) }))}
          />
        ))}
      </div>
      <FieldErrors id={meta.errorId} errors={meta.errors} />
    </fieldset>
  )
}

function RemoveRoom({ room }: { room: Room }) {
  const t = useText()
  return (
    <Confirm intent="remove" title={t('agenda:room.remove')} effect={t('agenda:room.removeHint')}>
      <input type="hidden" name="room" value={room.id} />
    </Confirm>
  )
}
