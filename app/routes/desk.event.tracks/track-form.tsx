import { getFormProps, useForm } from '@conform-to/react'
import { getZodConstraint } from '@conform-to/zod/v4'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import type { z } from 'zod'
import { trackForm } from '#app/agenda/forms.ts'
import { trackColour, trackColours } from '#app/agenda/tracks.ts'
import { useText } from '#app/i18n/use-text.ts'
import { Confirm } from '#app/ui/confirm.tsx'
import { FormErrors, LocalizedField, SelectField } from '#app/ui/field.tsx'
import { NewId } from '#app/ui/new-id.tsx'
import type { action, loader } from './route.tsx'
import type { Track } from './tracks-page.tsx'

/** Name and colour of one track; of a new one when none is given. */
export function TrackForm({ track }: { track?: Track }) {
  const { languages } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useText()
  const [form, fields] = useForm<z.input<typeof trackForm>>({
    id: `track-${track?.id ?? 'new'}`,
    constraint: getZodConstraint(trackForm),
    lastResult: answer?.result,
    defaultValue: { name: track?.name, colour: trackColour(track?.colour ?? '') },
  })
  return (
    <div className="stack" id="track">
      <Form method="post" {...getFormProps(form)} className="stack">
        <FormErrors form={form} />
        <NewId />
        <LocalizedField meta={fields.name} label={t('programme:tracks.name')} among={languages} />
        <SelectField
          meta={fields.colour}
          label={t('programme:tracks.colour')}
          choices={trackColours.map((value) => ({ value, label: t(`programme:colour.${value}`) }))}
        />
        <p className="row">
          <input type="hidden" name="track" value={track?.id ?? ''} />
          <button type="submit" className="button" name="intent" value="save">
            {track ? t('programme:tracks.save') : t('programme:tracks.add')}
          </button>
          <Link className="button quiet" to="?">
            {t('common:cancel')}
          </Link>
        </p>
      </Form>
      {track && (
        <Confirm
          intent="remove"
          title={t('programme:tracks.remove')}
          effect={t('programme:tracks.removeHint')}
        >
          <input type="hidden" name="track" value={track.id} />
        </Confirm>
      )}
    </div>
  )
}
