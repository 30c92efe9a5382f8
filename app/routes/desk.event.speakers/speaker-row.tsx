import { getFormProps, useForm } from '@conform-to/react'
import { getZodConstraint } from '@conform-to/zod/v4'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import type { z } from 'zod'
import { contactForm } from '#app/agenda/speaker-forms.ts'
import { displayName } from '#app/directory/names.ts'
import { formatInstant } from '#app/i18n/format.ts'
import { languageNames, languages } from '#app/i18n/languages.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { Confirm } from '#app/ui/confirm.tsx'
import { FormErrors, SelectField, TextField } from '#app/ui/field.tsx'
import { LocalizedText } from '#app/ui/localized-text.tsx'
import { RoleHolder } from '../site.agenda/role-holder.tsx'
import { ConfirmationTag } from '../speaker/confirmation-tag.tsx'
import { askFormId } from './ask-form.tsx'
import { OwnData } from './own-data.tsx'
import type { action, loader } from './route.tsx'

type Person = ReturnType<typeof useLoaderData<typeof loader>>['people'][number]

/** One person with all their roles and what they said to each. */
export function SpeakerRow({ person }: { person: Person }) {
  const { mayWrite, event } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  const name = displayName(person.holder.names, language)
  const isToWrite = person.state === 'notAsked' || person.state === 'asked' || person.isToThank
  const [first] = person.roles
  return (
    <li className="stack">
      <div className="row between">
        <p>
          {mayWrite && isToWrite && event.state === 'published' && (
            <input
              type="checkbox"
              name="role"
              value={first?.id}
              form={askFormId}
              aria-label={t('speakers:desk.choose', { name })}
            />
          )}{' '}
          <RoleHolder holder={person.holder} />
        </p>
        <p className="muted small">
          {person.email ? <bdi dir="ltr">{person.email}</bdi> : t('speakers:desk.noAddress')}
          {person.askedAt && (
            <span className="block">
              {t('speakers:desk.askedAt', {
                at: formatInstant(person.askedAt, 'dayAndTime', language, event.zone),
              })}
            </span>
          )}
        </p>
      </div>
      <SpeakerRoles person={person} />
      {mayWrite && (
        <details className="fold">
          <summary aria-label={t('speakers:desk.moreOf', { name })}>{t('speakers:desk.more')}</summary>
          <div className="stack">
            <ContactForm person={person} />
            {person.link && <OwnLink person={person} link={person.link} name={name} />}
            {person.ownData && <OwnData speaker={person.ownData} name={name} />}
          </div>
        </details>
      )}
    </li>
  )
}

function SpeakerRoles({ person }: { person: Person }) {
  const { event } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  return (
    <ul className="plain-list tight">
      {person.roles.map((role) => (
        <li key={role.id}>
          <ConfirmationTag confirmation={role.confirmation} /> {t(`agenda:role.${role.role}`)}:{' '}
          <Link to={`/desk/events/${event.slug}/agenda/${role.itemId}#people`}>
            <LocalizedText text={role.title} language={language} />
          </Link>{' '}
          <span className="muted small">
            {formatInstant(role.startsAt, 'dayAndTime', language, event.zone)}
          </span>
          {role.reason && (
            <p className="inset wraps" dir="auto">
              {role.reason}
            </p>
          )}
        </li>
      ))}
    </ul>
  )
}

function ContactForm({ person }: { person: Person }) {
  const came = useActionData<typeof action>()
  const { event } = useLoaderData<typeof loader>()
  const t = useText()
  const role = person.roles[0]?.id ?? ''
  const [form, fields] = useForm<z.input<typeof contactForm>>({
    id: `contact-${role}`,
    constraint: getZodConstraint(contactForm),
    lastResult: came?.intent === 'contact' && came.role === role ? came.result : undefined,
    defaultValue: { email: person.email ?? '', language: person.language ?? event.languages[0] },
  })
  return (
    <Form method="post" {...getFormProps(form)} className="stack">
      <FormErrors form={form} />
      <input type="hidden" name="role" value={role} />
      <div className="fields">
        <TextField
          meta={fields.email}
          label={t('speakers:desk.email')}
          hint={t('speakers:desk.emailHint')}
          type="email"
        />
        <SelectField
          meta={fields.language}
          label={t('speakers:desk.language')}
          choices={languages.map((value) => ({ value, label: languageNames[value] }))}
        />
      </div>
      <p>
        <button type="submit" className="button quiet" name="intent" value="contact">
          {t('speakers:desk.save')}
        </button>
      </p>
    </Form>
  )
}

function OwnLink({ person, link, name }: { person: Person; link: string; name: string }) {
  const t = useText()
  return (
    <>
      <p className="small">
        {t('speakers:desk.link')}
        <bdi dir="ltr" className="block wraps">
          {link}
        </bdi>
      </p>
      <Confirm
        intent="renew"
        title={t('speakers:desk.renew')}
        label={t('speakers:desk.renewOf', { name })}
        effect={t('speakers:desk.renewHint')}
      >
        <input type="hidden" name="role" value={person.roles[0]?.id ?? ''} />
      </Confirm>
    </>
  )
}
