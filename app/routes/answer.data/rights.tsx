import { getFormProps, useForm } from '@conform-to/react'
import { useActionData, useLoaderData } from '@remix-run/react'
import { formatInstant } from '#app/i18n/format.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { FormErrors, TextArea, TextField } from '#app/ui/field.tsx'
import type { action, loader } from './route.tsx'

/** What a person can do about it; an institution is told that each of its people can. */
export function Rights() {
  const { isOrganisation, path } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  return (
    <>
      <Listing />
      {isOrganisation ? (
        <p className="muted">{t('privacy:data.eachOfThem')}</p>
      ) : (
        <>
          <Asked />
          <Correction />
          <Access />
          <p>
            <a className="target" href={`${path}/data?lang=${language}&ask=erasure`}>
              {t('privacy:erasure.title')}
            </a>
          </p>
        </>
      )}
    </>
  )
}

function useHere(): string {
  const { path } = useLoaderData<typeof loader>()
  return `${path}/data?lang=${useLanguage()}`
}

function Listing() {
  const { listing, isOrganisation } = useLoaderData<typeof loader>()
  const t = useText()
  return (
    <section className="card stack" aria-labelledby="listing">
      <h2 id="listing">{t('privacy:listing.title')}</h2>
      <p>{t(isOrganisation ? 'privacy:listing.aboutInstitution' : 'privacy:listing.about')}</p>
      <p className="strong">{t(listing ? 'privacy:listing.now.agrees' : 'privacy:listing.now.silent')}</p>
      <form method="post" action={useHere()}>
        <button type="submit" className="button quiet" name="intent" value={listing ? 'unlist' : 'list'}>
          {t(listing ? 'privacy:listing.withdraw' : 'privacy:listing.give')}
        </button>
      </form>
    </section>
  )
}

function Asked() {
  const { requests, zone } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  const here = useHere()
  if (!requests.length) return null
  return (
    <section className="card stack" aria-labelledby="asked">
      <h2 id="asked">{t('privacy:asked.title')}</h2>
      <ul className="plain-list rows">
        {requests.map(({ id, kind, state, answer, createdAt, dueAt }) => (
          <li key={id} className="stack">
            <p className="row between">
              <span className="strong">{t(`privacy:kind.${kind}`)}</span>
              <span className={`tag ${state === 'open' ? 'wait' : 'quiet'}`}>
                {t(`privacy:state.${state}`)}
              </span>
            </p>
            <p className="hint">
              {state === 'open'
                ? t('privacy:asked.until', { date: formatInstant(dueAt, 'day', language, zone) })
                : t('privacy:asked.on', { date: formatInstant(createdAt, 'day', language, zone) })}
            </p>
            {answer && <p className="lines">{answer}</p>}
            {state === 'open' && (
              <form method="post" action={here}>
                <input type="hidden" name="request" value={id} />
                <button type="submit" className="button quiet" name="intent" value="withdraw">
                  {t('privacy:asked.withdraw')}
                </button>
              </form>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Correction() {
  const came = useActionData<typeof action>()
  const t = useText()
  const result = came?.kind === 'correction' ? came.result : undefined
  const [form, fields] = useForm<{ name: string; phone: string; reason: string }>({
    id: 'correction',
    lastResult: result,
  })
  return (
    <details className="fold card" open={Boolean(result)}>
      <summary>{t('privacy:correction.title')}</summary>
      <form method="post" action={useHere()} {...getFormProps(form)} className="stack">
        <FormErrors form={form} />
        <p className="small muted">{t('privacy:correction.about')}</p>
        <TextField meta={fields.name} label={t('privacy:fact.name')} autoComplete="name" dir="auto" />
        <TextField meta={fields.phone} label={t('privacy:fact.phone')} type="tel" autoComplete="tel" />
        <TextArea meta={fields.reason} label={t('privacy:correction.note')} rows={2} />
        <button type="submit" className="button quiet" name="intent" value="correction">
          {t('privacy:correction.send')}
        </button>
      </form>
    </details>
  )
}

function Access() {
  const came = useActionData<typeof action>()
  const t = useText()
  const result = came?.kind === 'access' ? came.result : undefined
  const [form, fields] = useForm<{ reason: string }>({ id: 'access', lastResult: result })
  return (
    <details className="fold card" open={Boolean(result)}>
      <summary>{t('privacy:access.title')}</summary>
      <form method="post" action={useHere()} {...getFormProps(form)} className="stack">
        <FormErrors form={form} />
        <p className="small muted">{t('privacy:access.about')}</p>
        <TextArea meta={fields.reason} label={t('privacy:access.note')} rows={2} />
        <button type="submit" className="button quiet" name="intent" value="access">
          {t('privacy:access.send')}
        </button>
      </form>
    </details>
  )
}
