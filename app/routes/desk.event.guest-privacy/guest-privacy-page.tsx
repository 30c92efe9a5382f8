import { getFormProps, useForm } from '@conform-to/react'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import { displayName } from '#app/directory/names.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { privacyKinds } from '#app/privacy/rules.ts'
import { FormErrors, SelectField, TextArea, TextField } from '#app/ui/field.tsx'
import { Notice } from '#app/ui/notice.tsx'
import type { action, loader } from './route.tsx'

const doings = ['listed', 'unlisted'] as const

/** What the desk enters for the people of one invitation: whether they may be listed, and what they ask for. */
export function GuestPrivacyPage() {
  const { people, done } = useLoaderData<typeof loader>()
  const t = useText()
  const doing = doings.find((one) => one === done)
  return (
    <div className="stack sections narrow">
      <p>
        <Link to=".." relative="path" className="target">
          {t('privacy:guest.back')}
        </Link>
      </p>
      <h1>{t('privacy:guest.title')}</h1>
      {doing && <Notice kind="success">{t(`privacy:done.${doing}`)}</Notice>}
      {people.length === 0 ? (
        <p className="card empty">{t('privacy:guest.nobody')}</p>
      ) : (
        <>
          <Listing />
          <RequestForm />
        </>
      )}
    </div>
  )
}

function Listing() {
  const { people } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  return (
    <section className="card stack" aria-labelledby="listing">
      <h2 id="listing">{t('privacy:listing.title')}</h2>
      <p className="muted">{t('privacy:guest.listingHint')}</p>
      <ul className="plain-list rows">
        {people.map(({ id, names, agrees, via }) => (
          <li key={id} className="row between">
            <span>
              <bdi className="wraps strong">{displayName(names, language)}</bdi>
              <span className="hint">
                {t(`privacy:listing.${agrees ? 'agrees' : 'silent'}`)}
                {via && ` · ${t(`privacy:listing.via.${via}`)}`}
              </span>
            </span>
            <Form method="post">
              <input type="hidden" name="attendee" value={id} />
              <button
                type="submit"
                className="button quiet"
                name="intent"
                value={agrees ? 'unlist' : 'list'}
                aria-label={`${t(agrees ? 'privacy:guest.unlist' : 'privacy:guest.list')}: ${displayName(names, language)}`}
              >
                {t(agrees ? 'privacy:guest.unlist' : 'privacy:guest.list')}
              </button>
            </Form>
          </li>
        ))}
      </ul>
    </section>
  )
}

type Recorded = { attendee: string; kind: string; name: string; phone: string; reason: string }

function RequestForm() {
  const { people } = useLoaderData<typeof loader>()
  const came = useActionData<typeof action>()
  const t = useText()
  const language = useLanguage()
  const [form, fields] = useForm<Recorded>({
    id: 'record',
    lastResult: came?.result,
    constraint: { attendee: { required: true }, kind: { required: true } },
    defaultValue: { attendee: people[0]?.id, kind: 'erasure' },
  })
  const who = people.map(({ id, names }) => ({ value: id, label: displayName(names, language) }))
  const kinds = privacyKinds.map((kind) => ({ value: kind, label: t(`privacy:kind.${kind}`) }))
  return (
    <section className="card stack" aria-labelledby="record-title">
      <h2 id="record-title">{t('privacy:guest.record')}</h2>
      <p className="muted">{t('privacy:guest.recordHint')}</p>
      <Form method="post" {...getFormProps(form)} className="stack">
        <FormErrors form={form} />
        <SelectField meta={fields.attendee} label={t('privacy:guest.who')} choices={who} />
        <SelectField meta={fields.kind} label={t('privacy:guest.what')} choices={kinds} />
        <TextField
          meta={fields.name}
          label={t('privacy:desk.wantedName')}
          hint={t('privacy:guest.onlyCorrection')}
          dir="auto"
        />
        <TextField meta={fields.phone} label={t('privacy:desk.wantedPhone')} type="tel" />
        <TextArea meta={fields.reason} label={t('privacy:guest.said')} rows={2} />
        <p>
          <button type="submit" className="button" name="intent" value="record">
            {t('privacy:guest.recordAct')}
          </button>
        </p>
      </Form>
    </section>
  )
}
