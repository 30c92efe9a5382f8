import { useForm } from '@conform-to/react'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import type { ClearanceContent } from '#app/clearance/rules.ts'
import { displayName } from '#app/directory/names.ts'
import { comma, formatInstant } from '#app/i18n/format.ts'
import { localize } from '#app/i18n/languages.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { FormErrors } from '#app/ui/field.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { ClearanceFields, constraintOf } from '../answer.clearance/clearance-fields.tsx'
import type { action, loader } from './route.tsx'

/** One person expected at the gate. What they wrote shows once it has been opened, which is put on record. */
export function PersonPage() {
  const { person, slug, isOpen, hasKey } = useLoaderData<typeof loader>()
  const came = useActionData<typeof action>()
  const t = useText()
  const language = useLanguage()
  const about = [localize(person.position, language), localize(person.organisationName, language)]
  const isShown = came?.intent === 'open' || came?.intent === 'save'
  return (
    <div className="stack form-page">
      <p>
        <Link className="target" to={`/desk/events/${slug}/clearance`}>
          {t('clearance:person.back')}
        </Link>
      </p>
      <h1>
        <bdi className="wraps">{displayName(person.names, language)}</bdi>
      </h1>
      <p className="muted">
        <bdi className="wraps">{about.filter(Boolean).join(comma(language))}</bdi>
      </p>
      {came?.intent === 'refused' && <Notice kind="error">{t('clearance:desk.lost')}</Notice>}
      {came?.intent === 'open' && <Notice kind="info">{t('clearance:person.opened')}</Notice>}
      <Status />
      {person.form && !isShown && hasKey && <Sealed />}
      {isOpen && hasKey && (isShown || !person.form) && (
        <PersonForm key={came?.intent} content={came?.intent === 'open' ? came.content : undefined} />
      )}
    </div>
  )
}

function Status() {
  const { person, zone } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  const { form, state } = person
  return (
    <p className="row">
      {t('clearance:person.status')}
      <span className={state === 'complete' ? 'tag yes' : 'tag wait'}>{t(`clearance:state.${state}`)}</span>
      {form && (
        <span className="muted small">
          {t('clearance:person.savedAt', {
            date: formatInstant(form.savedAt, 'dayAndTime', language, zone),
            via: t(`clearance:via.${form.via}`),
          })}
        </span>
      )}
    </p>
  )
}

function Sealed() {
  const t = useText()
  return (
    <Form method="post" className="card stack">
      <p>{t('clearance:person.sealed')}</p>
      <p>
        <button type="submit" className="button" name="intent" value="open">
          {t('clearance:person.open')}
        </button>
      </p>
    </Form>
  )
}

function PersonForm({ content }: { content?: ClearanceContent | undefined }) {
  const { person, asked, countries, days } = useLoaderData<typeof loader>()
  const came = useActionData<typeof action>()
  const t = useText()
  const [form, fields] = useForm<ClearanceContent>({
    id: 'clearance',
    lastResult: came?.intent === 'save' ? came.result : undefined,
    defaultValue: content,
    constraint: constraintOf(asked),
  })
  return (
    <Form method="post" id={form.id} className="card stack" noValidate aria-labelledby="details">
      <h2 id="details">{person.form ? t('clearance:form.heading') : t('clearance:person.enter')}</h2>
      {!person.form && <p className="muted">{t('clearance:person.enterHint')}</p>}
      <FormErrors form={form} />
      <ClearanceFields fields={fields} asked={asked} countries={countries} days={days} />
      <p>
        <button type="submit" className="button" name="intent" value="save">
          {t('clearance:person.replace')}
        </button>
      </p>
    </Form>
  )
}
