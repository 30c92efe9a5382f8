import { getFormProps, useForm } from '@conform-to/react'
import { getZodConstraint } from '@conform-to/zod/v4'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import type { z } from 'zod'
import { roomForm } from '#app/agenda/forms.ts'
import { useText } from '#app/i18n/use-text.ts'
import { Confirm } from '#app/ui/confirm.tsx'
import { FormErrors, LocalizedField, TextField } from '#app/ui/field.tsx'
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
    defaultValue: room && { name: room.name, capacity: room.capacity ?? undefined },
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

function RemoveRoom({ room }: { room: Room }) {
  const t = useText()
  return (
    <Confirm intent="remove" title={t('agenda:room.remove')} effect={t('agenda:room.removeHint')}>
      <input type="hidden" name="room" value={room.id} />
    </Confirm>
  )
}
