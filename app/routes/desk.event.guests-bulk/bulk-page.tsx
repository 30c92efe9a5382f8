import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import { type BulkAct, isChange } from '#app/answers/bulk.ts'
import { languageNames, languages, localize } from '#app/i18n/languages.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { policies } from '#app/invitations/rules.ts'
import { NewId } from '#app/ui/new-id.tsx'
import { Notice } from '#app/ui/notice.tsx'
import type { action, loader } from './route.tsx'
import { Who } from './who.tsx'

/** The effect of a change to many, before it is made. */
export function BulkPage() {
  const { act, effect, back, value, isTooMany } = useLoaderData<typeof loader>()
  const came = useActionData<typeof action>()
  const t = useText()
  const nobody = effect.people + effect.institutions === 0
  return (
    <div className="stack form-page">
      <p>
        <Link to={`../guests?${back}`} relative="path" className="target">
          {t('guests:backToList')}
        </Link>
      </p>
      <h1>{t(`roster:act.${act}`)}</h1>
      {came && 'refused' in came && <Notice kind="error">{t('roster:bulk.cancelled')}</Notice>}
      {nobody ? (
        <p className="card empty">{t('roster:bulk.nobody')}</p>
      ) : (
        <section className="card stack" aria-label={t('roster:bulk.effect')}>
          <Who effect={effect} />
          {isChange(act) && !isPlain(act) && <Value />}
          {isTooMany && <Notice kind="warning">{t('roster:bulk.tooMany')}</Notice>}
          {!isTooMany && (act === 'withdraw' || value) && <Confirmation />}
        </section>
      )}
    </div>
  )
}

/** Whether there is nothing to say but the act itself. */
function isPlain(act: BulkAct): boolean {
  return act === 'stopReminders' || act === 'allowReminders'
}

/** What they are to be given. Asking shows the effect; nothing is changed by it. */
function Value() {
  const { act, value, hidden, parts } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  const choices =
    act === 'language'
      ? languages.map((one) => ({ value: one as string, label: languageNames[one] }))
      : act === 'policy'
        ? policies.map((one) => ({ value: one as string, label: t(`invitations:policy.${one}`) }))
        : act === 'invite'
          ? parts.map(({ id, name }) => ({ value: id, label: localize(name, language) }))
          : null
  return (
    <Form className="row value-form">
      {hidden.map(([name, given]) => (
        <input key={name + given} type="hidden" name={name} value={given} />
      ))}
      <div className="field">
        <label htmlFor="value">{t(`roster:value.${choices ? (act as 'language') : 'tag'}`)}</label>
        {choices ? (
          <select id="value" name="value" defaultValue={value}>
            {choices.map((choice) => (
              <option key={choice.value} value={choice.value}>
                {choice.label}
              </option>
            ))}
          </select>
        ) : (
          <input id="value" name="value" defaultValue={value} required maxLength={60} dir="auto" />
        )}
      </div>
      <button type="submit" className="button quiet">
        {t('roster:bulk.show')}
      </button>
    </Form>
  )
}

function Confirmation() {
  const { act, effect } = useLoaderData<typeof loader>()
  const t = useText()
  const isWithdrawal = act === 'withdraw'
  const count = isWithdrawal ? effect.people + effect.institutions : effect.changed
  if (count === 0) return <Notice kind="warning">{t('roster:bulk.nothing')}</Notice>
  return (
    <Form method="post" className="stack">
      <NewId />
      <p>{isWithdrawal ? t('roster:bulk.noUndo') : t('roster:bulk.undoable')}</p>
      <button type="submit" className={isWithdrawal ? 'button danger' : 'button'}>
        {isWithdrawal ? t('roster:bulk.withdraw', { count }) : t('roster:bulk.change', { count })}
      </button>
    </Form>
  )
}
