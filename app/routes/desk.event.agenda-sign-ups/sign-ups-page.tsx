import { getFormProps, useForm } from '@conform-to/react'
import { getZodConstraint } from '@conform-to/zod/v4'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import type { z } from 'zod'
import { signUpsForm } from '#app/agenda/forms.ts'
import { formatInstant, formatNumber } from '#app/i18n/format.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { CheckBox, FormErrors, TextField } from '#app/ui/field.tsx'
import { LocalizedText } from '#app/ui/localized-text.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { EditedSince } from '../desk.event.agenda-item/edited-since.tsx'
import { ItemLinks } from '../desk.event.agenda-item/item-links.tsx'
import { RoleHolder } from '../site.agenda/role-holder.tsx'
import type { action, loader } from './route.tsx'

/** Whether one signs up for this item, for how many seats, and who did. */
export function SignUpsPage() {
  const { event, item, people, done } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  return (
    <div className="stack sections form-page">
      <header className="tight">
        <ItemLinks event={event} item={item} at="sign-ups" />
        <h1>
          {t('speakers:item.signUps')}: <LocalizedText text={item.title} language={language} />
        </h1>
        <p className="muted">{t('speakers:signUps.lead')}</p>
      </header>
      {done === 'signUpsSaved' && <Notice kind="success">{t('speakers:done.signUpsSaved')}</Notice>}
      <SettingsForm />
      {people && (item.takesSignUps || people.length > 0) && <SignedUp people={people} />}
    </div>
  )
}

function SettingNow({ setting }: { setting: { takesSignUps: boolean; seats: number | null } }) {
  const t = useText()
  const language = useLanguage()
  if (!setting.takesSignUps) return t('speakers:signUps.takesNone')
  const seats = setting.seats === null ? '–' : formatNumber(setting.seats, language)
  return `${t('speakers:signUps.takes')} · ${t('speakers:signUps.seats')}: ${seats}`
}

function SettingsForm() {
  const { item, event } = useLoaderData<typeof loader>()
  const came = useActionData<typeof action>()
  const edit = came?.edit
  const t = useText()
  const language = useLanguage()
  const [form, fields] = useForm<z.input<typeof signUpsForm>>({
    id: 'sign-ups',
    constraint: getZodConstraint(signUpsForm),
    lastResult: came?.result,
    defaultValue: { takesSignUps: item.takesSignUps, seats: item.seats ?? undefined },
  })
  return (
    <Form method="post" {...getFormProps(form)} className="card stack">
      <FormErrors form={form} />
      <input type="hidden" name="seen" value={edit?.version ?? item.version} />
      {edit && (
        <EditedSince edit={edit} zone={event.zone}>
          <SettingNow setting={edit} />
        </EditedSince>
      )}
      <CheckBox meta={fields.takesSignUps} label={t('speakers:signUps.takes')} />
      <TextField
        meta={fields.seats}
        label={t('speakers:signUps.seats')}
        hint={
          item.capacity === null
            ? t('speakers:signUps.seatsHint')
            : t('speakers:signUps.roomHint', { number: formatNumber(item.capacity, language) })
        }
        type="number"
        inputMode="numeric"
      />
      <p>
        <button type="submit" className="button" name="intent" value="save">
          {t('speakers:signUps.save')}
        </button>
      </p>
    </Form>
  )
}

type Person = NonNullable<ReturnType<typeof useLoaderData<typeof loader>>['people']>[number]

function SignedUp({ people }: { people: readonly Person[] }) {
  const { event, item } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  const seated = people.filter(({ state }) => state === 'seated')
  const waiting = people.filter(({ state }) => state === 'waiting')
  const file = `/desk/events/${event.slug}/agenda/${item.id}/sign-ups`
  return (
    <section className="card stack" aria-labelledby="signed-up">
      <h2 id="signed-up">{t('speakers:signUps.list')}</h2>
      <p>
        {t('speakers:signUps.seated', {
          count: seated.length,
          number: formatNumber(seated.length, language),
        })}
        {' · '}
        {t('speakers:signUps.waiting', {
          count: waiting.length,
          number: formatNumber(waiting.length, language),
        })}
      </p>
      {people.length > 0 && (
        <p className="row">
          <a className="button quiet" href={`${file}/list.xlsx`}>
            XLSX
          </a>
          <a className="button quiet" href={`${file}/list.csv`}>
            CSV
          </a>
        </p>
      )}
      <PeopleList title={t('speakers:signUps.withSeat')} people={seated} />
      <PeopleList title={t('speakers:signUps.inLine')} people={waiting} />
    </section>
  )
}

function PeopleList({ title, people }: { title: string; people: readonly Person[] }) {
  const { event } = useLoaderData<typeof loader>()
  const language = useLanguage()
  if (people.length === 0) return null
  return (
    <>
      <h3>{title}</h3>
      <ol className="plain-list rows">
        {people.map((person) => (
          <li key={person.id} className="row between">
            <Link to={`/desk/events/${event.slug}/guests/${person.invitationId}`}>
              <RoleHolder holder={person} />
            </Link>
            <span className="muted small">
              {formatInstant(person.createdAt, 'dayAndTime', language, event.zone)}
            </span>
          </li>
        ))}
      </ol>
    </>
  )
}
