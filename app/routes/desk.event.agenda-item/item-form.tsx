import { getFormProps, useForm } from '@conform-to/react'
import { getZodConstraint } from '@conform-to/zod/v4'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import type { z } from 'zod'
import { itemForm } from '#app/agenda/forms.ts'
import { itemKinds } from '#app/agenda/rules.ts'
import { languages, localize } from '#app/i18n/languages.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { useZoneName } from '#app/i18n/zone-name.ts'
import { CheckBox, ChoiceField, FormErrors, LocalizedField, SelectField, TextField } from '#app/ui/field.tsx'
import { NewId } from '#app/ui/new-id.tsx'
import { Conflict } from './conflict.tsx'
import type { action, loader } from './route.tsx'

type Given = z.input<ReturnType<typeof itemForm>>

/** What, when, where and in which languages. */
export function ItemForm() {
  const { item, given, event, day, tracks } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useText()
  const language = useLanguage()
  const conflict = answer?.intent === 'save' ? answer.conflict : null
  const [form, fields] = useForm<Given>({
    id: 'item',
    lastResult: answer?.intent === 'save' ? answer.result : undefined,
    constraint: getZodConstraint(itemForm(event.zone)),
    defaultValue: {
      kind: item?.kind ?? 'session',
      title: item?.title,
      abstract: item?.abstract,
      ...given,
      roomId: given?.roomId ?? '',
      trackId: item?.track?.id ?? '',
    },
  })
  return (
    <Form method="post" {...getFormProps(form)} className="stack">
      <FormErrors form={form} />
      {conflict && <Conflict conflict={conflict} />}
      <NewId />
      {item && <input type="hidden" name="seen" value={conflict?.version ?? item.version} />}
      <section className="card stack">
        <LocalizedField meta={fields.title} label={t('agenda:field.title')} among={event.languages} />
        <SelectField
          meta={fields.kind}
          label={t('agenda:field.kind')}
          choices={itemKinds.map((value) => ({ value, label: t(`agenda:kind.${value}`) }))}
        />
        {tracks.length > 0 && (
          <SelectField
            meta={fields.trackId}
            label={t('programme:tracks.field')}
            empty={t('programme:tracks.noTrack')}
            choices={tracks.map(({ id, name }) => ({ value: id, label: localize(name, language) }))}
          />
        )}
      </section>
      <WhenAndWhere fields={fields} />
      <section className="card stack">
        <Spoken fields={fields} />
      </section>
      <section className="card stack">
        <LocalizedField
          meta={fields.abstract}
          label={t('agenda:field.abstract')}
          hint={t('agenda:item.abstractHint')}
          among={event.languages}
          rows={4}
        />
      </section>
      <p className="row">
        <button type="submit" className="button" name="intent" value="save">
          {conflict ? t('planner:conflict.save') : item ? t('agenda:item.save') : t('agenda:item.add')}
        </button>
        <Link className="button quiet" to={`/desk/events/${event.slug}/agenda${day ? `?day=${day}` : ''}`}>
          {t('common:cancel')}
        </Link>
      </p>
    </Form>
  )
}

type FieldMeta = Parameters<typeof TextField>[0]['meta']
type PlaceFields = Record<'startsAt' | 'endsAt' | 'partId' | 'roomId' | 'moveFollowing', FieldMeta>

function WhenAndWhere({ fields }: { fields: PlaceFields }) {
  const { event, parts, rooms } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  const zone = useZoneName(event.zone)
  const named = ({ id, name }: (typeof parts)[number] | (typeof rooms)[number]) => ({
    value: id,
    label: localize(name, language),
  })
  return (
    <section className="card stack">
      <p className="muted">{t('agenda:site.times', { zone })}</p>
      <div className="fields">
        <TextField meta={fields.startsAt} label={t('events:field.startsAt')} type="datetime-local" />
        <TextField meta={fields.endsAt} label={t('events:field.endsAt')} type="datetime-local" />
      </div>
      <CheckBox meta={fields.moveFollowing} label={t('agenda:field.moveFollowing')} />
      <div className="fields">
        <SelectField meta={fields.partId} label={t('agenda:field.part')} choices={parts.map(named)} />
        <SelectField
          meta={fields.roomId}
          label={t('agenda:field.room')}
          hint={rooms.length === 0 ? t('agenda:item.noRooms') : undefined}
          empty={t('agenda:item.noRoom')}
          choices={rooms.map(named)}
        />
      </div>
    </section>
  )
}

function Spoken({ fields }: { fields: Record<'spokenLanguages' | 'interpretedLanguages', FieldMeta> }) {
  const t = useText()
  const choices = languages.map((value) => ({ value, label: t(`agenda:language.${value}`) }))
  return (
    <>
      <ChoiceField
        meta={fields.spokenLanguages}
        legend={t('agenda:field.spoken')}
        choices={choices}
        multiple
      />
      <ChoiceField
        meta={fields.interpretedLanguages}
        legend={t('agenda:field.interpreted')}
        choices={choices}
        multiple
      />
    </>
  )
}
