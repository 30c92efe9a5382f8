import { getFormProps, useForm } from '@conform-to/react'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import type { z } from 'zod'
import type { outcomeTextForm } from '#app/agenda/outcomes.ts'
import { formatPartialDate } from '#app/i18n/format.ts'
import { languageNames, languages, localize } from '#app/i18n/languages.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { FormErrors, LocalizedField } from '#app/ui/field.tsx'
import { LocalizedText } from '#app/ui/localized-text.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { OrderButtons } from '#app/ui/order-buttons.tsx'
import { EditedSince } from '../desk.event.agenda-item/edited-since.tsx'
import { ItemLinks } from '../desk.event.agenda-item/item-links.tsx'
import { OutcomeForm } from './outcome-form.tsx'
import type { action, loader } from './route.tsx'

const doings = ['outcomeSaved', 'outcomeRemoved'] as const

/** What came out of one item: the text of its minutes, its decisions, and who is to do what by when. */
export function OutcomePage() {
  const { event, item, outcomes, open, done } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  const doing = doings.find((one) => one === done)
  return (
    <div className="stack sections form-page">
      <header className="tight">
        <ItemLinks event={event} item={item} at="outcome" />
        <h1>
          {t('speakers:item.outcome')}: <LocalizedText text={item.title} language={language} />
        </h1>
        <p className="muted">{t('speakers:outcome.lead')}</p>
      </header>
      {doing && <Notice kind="success">{t(`speakers:done.${doing}`)}</Notice>}
      <TextForm />
      <section className="card stack" aria-labelledby="outcomes">
        <h2 id="outcomes">{t('speakers:outcome.list')}</h2>
        {outcomes.length === 0 && <p className="muted">{t('speakers:outcome.none')}</p>}
        <ol className="plain-list rows">
          {outcomes.map((outcome, index) => (
            <li key={outcome.id}>
              {open === outcome.id ? (
                <OutcomeForm outcome={outcome} />
              ) : (
                <OutcomeRow outcome={outcome} isFirst={index === 0} isLast={index === outcomes.length - 1} />
              )}
            </li>
          ))}
        </ol>
        {!open && (
          <details className="disclosure" open={outcomes.length === 0 ? true : undefined}>
            <summary>{t('speakers:outcome.add')}</summary>
            <OutcomeForm key={outcomes.length} />
          </details>
        )}
      </section>
    </div>
  )
}

function TextForm() {
  const { event, item, text } = useLoaderData<typeof loader>()
  const came = useActionData<typeof action>()
  const edit = came?.edit
  const t = useText()
  const [form, fields] = useForm<z.input<typeof outcomeTextForm>>({
    id: 'outcome-text',
    lastResult: came?.about === 'text' ? came?.result : undefined,
    defaultValue: { outcome: text },
  })
  return (
    <Form method="post" {...getFormProps(form)} className="card stack">
      <FormErrors form={form} />
      <input type="hidden" name="seen" value={edit?.version ?? item.version} />
      {edit && (
        <EditedSince edit={edit} zone={event.zone}>
          {languages
            .flatMap((one) => (edit.text[one] ? [`${languageNames[one]}: ${edit.text[one]}`] : []))
            .join('\n')}
        </EditedSince>
      )}
      <LocalizedField
        meta={fields.outcome}
        label={t('speakers:outcome.text')}
        hint={t('speakers:outcome.textHint')}
        among={event.languages}
        rows={6}
      />
      <p>
        <button type="submit" className="button" name="intent" value="text">
          {t('speakers:outcome.saveText')}
        </button>
      </p>
    </Form>
  )
}

export type Outcome = ReturnType<typeof useLoaderData<typeof loader>>['outcomes'][number]

const looks = { open: 'wait', done: 'yes', dropped: 'quiet' } as const

function OutcomeRow({ outcome, isFirst, isLast }: { outcome: Outcome; isFirst: boolean; isLast: boolean }) {
  const t = useText()
  const language = useLanguage()
  const name = localize(outcome.text, language).slice(0, 60)
  return (
    <div className="row between part-row">
      <div className="tight">
        <p className="row tags">
          <span className="tag">{t(`speakers:outcome.kind.${outcome.kind}`)}</span>
          {outcome.kind === 'action' && (
            <span className={`tag ${looks[outcome.state]}`}>
              {t(`speakers:outcome.state.${outcome.state}`)}
            </span>
          )}
        </p>
        <p className="wraps">
          <LocalizedText text={outcome.text} language={language} />
        </p>
        {outcome.kind === 'action' && (
          <p className="muted small">
            <LocalizedText text={outcome.owner} language={language} />
            {outcome.dueOn &&
              ` · ${t('speakers:outcome.due', { date: formatPartialDate(outcome.dueOn, language) })}`}
          </p>
        )}
      </div>
      <div className="row">
        <OrderButtons
          name="outcome"
          value={outcome.id}
          up={t('speakers:outcome.up', { name })}
          down={t('speakers:outcome.down', { name })}
          isFirst={isFirst}
          isLast={isLast}
        />
        <Link
          className="button quiet"
          to={`?outcome=${outcome.id}`}
          aria-label={t('speakers:outcome.editNamed', { name })}
          preventScrollReset
        >
          {t('common:edit')}
        </Link>
      </div>
    </div>
  )
}
