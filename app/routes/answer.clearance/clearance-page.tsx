import { useForm } from '@conform-to/react'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import type { ClearanceContent } from '#app/clearance/rules.ts'
import { displayName } from '#app/directory/names.ts'
import { comma, formatInstant } from '#app/i18n/format.ts'
import { type Language, localize } from '#app/i18n/languages.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { FormErrors } from '#app/ui/field.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { GuestFrame } from '../answer/guest-frame.tsx'
import { ClearanceFields, constraintOf } from './clearance-fields.tsx'
import { Kept } from './kept.tsx'
import type { action, loader } from './route.tsx'

/** What the guards want to know of somebody who comes, asked by their own link. */
export function ClearancePage() {
  const { page, done, home, replaces } = useLoaderData<typeof loader>()
  const came = useActionData<typeof action>()
  const t = useText()
  const language = useLanguage()
  const { zone } = page.event
  const isAsked = page.person.state === 'missing' || replaces || came !== undefined
  const showsForm = page.takesForms && isAsked
  const address = useAddress()
  return (
    <GuestFrame office={page.event.office.name} href={(other) => address(other)}>
      <h1>{t('clearance:form.heading')}</h1>
      <p>{t('clearance:form.lead', { event: localize(page.event.name, language) })}</p>
      {done === 'sent' && !came && <Notice kind="success">{t('clearance:form.kept.fresh')}</Notice>}
      {done === 'withdrawn' && !came && <Notice kind="success">{t('clearance:form.kept.withdrawn')}</Notice>}
      <p className="strong">{t('clearance:form.for', { name: displayName(page.person.names, language) })}</p>
      {!showsForm && page.person.savedAt && <Kept address={address} />}
      {showsForm && (
        <>
          <What />
          <p>{t('clearance:form.due', { date: formatInstant(page.dueAt, 'dayAndTime', language, zone) })}</p>
          {page.hasKey ? <ClearanceForm /> : <Notice kind="warning">{t('clearance:form.noKey')}</Notice>}
        </>
      )}
      {!showsForm && <What />}
      <Others />
      <ContactLine />
      <p>
        <Link className="target" to={`${home}?lang=${language}`}>
          {t('clearance:form.back')}
        </Link>
      </p>
    </GuestFrame>
  )
}

/** This page's own address, in any language and for anybody whom the link may fill it for. */
function useAddress() {
  const { page, home } = useLoaderData<typeof loader>()
  return (language: Language, further: Record<string, string> = {}) =>
    `${home}/clearance?${new URLSearchParams({ lang: language, person: page.person.id, ...further })}`
}

function ClearanceForm() {
  const { page, countries, days } = useLoaderData<typeof loader>()
  const came = useActionData<typeof action>()
  const t = useText()
  const language = useLanguage()
  const address = useAddress()
  const [form, fields] = useForm<ClearanceContent>({
    id: 'clearance',
    lastResult: came?.result,
    constraint: constraintOf(page.asked),
  })
  return (
    <form method="post" action={address(language)} id={form.id} className="card stack" noValidate>
      <FormErrors form={form} />
      <ClearanceFields fields={fields} asked={page.asked} countries={countries} days={days} />
      <button type="submit" className="button wide" name="intent" value="send">
        {t('clearance:form.send')}
      </button>
    </form>
  )
}

/** What it is for, who sees it, when it is gone: beside the form, not behind a link. */
function What() {
  const { page } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  const date = formatInstant(page.purgeAt, 'day', language, page.event.zone)
  return (
    <section className="inset stack" aria-labelledby="what">
      <h2 id="what">{t('clearance:form.why.title')}</h2>
      <ul>
        <li>{t('clearance:form.why.use')}</li>
        <li>{t('clearance:form.why.who', { office: localize(page.event.office.name, language) })}</li>
        <li>{t('clearance:form.why.when', { date })}</li>
        <li>{t('clearance:form.why.yours')}</li>
      </ul>
    </section>
  )
}

function Others() {
  const { page, home } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  if (!page.others.length) return null
  return (
    <section className="card stack" aria-labelledby="others">
      <h2 id="others">{t('clearance:form.otherPeople')}</h2>
      <ul className="plain-list rows">
        {page.others.map(({ id, names, state }) => (
          <li key={id} className="row between">
            <Link className="target" to={`${home}/clearance?lang=${language}&person=${id}`}>
              <bdi className="wraps">{displayName(names, language)}</bdi>
            </Link>
            <span className={state === 'complete' ? 'tag yes' : 'tag wait'}>
              {t(`clearance:state.${state}`)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function ContactLine() {
  const { page } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  const { name, email, phone } = page.contact
  return (
    <p className="small muted">
      {t('clearance:form.contact')}: {name && name + comma(language)}
      <a href={`mailto:${email}`}>
        <bdi dir="ltr">{email}</bdi>
      </a>
      {phone && (
        <>
          {comma(language)}
          <a href={`tel:${phone.replace(/[^\d+]/g, '')}`}>
            <bdi dir="ltr">{phone}</bdi>
          </a>
        </>
      )}
    </p>
  )
}
