import { Link, useLoaderData } from '@remix-run/react'
import { formatNumber, isolate } from '#app/i18n/format.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { letterForms, lettersMissing } from '#app/invitations/enclosing-form.ts'
import { mayBearDate } from '#app/invitations/rules.ts'
import { CheckBox, ChoiceField, SelectField } from '#app/ui/field.tsx'
import { Notice } from '#app/ui/notice.tsx'
import type { loader } from './route.tsx'

type FieldMeta = Parameters<typeof SelectField>[0]['meta']

/** What goes with each mail beside its text: a date for the calendar, or the reader's own letter. */
export function EnclosingSection({
  fields,
}: {
  fields: Record<'withCalendar' | 'letters' | 'batch' | 'without', FieldMeta>
}) {
  const { mailing, event } = useLoaderData<typeof loader>()
  const t = useText()
  const isDated = event.parts.some(({ isByInvitation }) => isByInvitation)
  return (
    <section className="card stack" aria-labelledby="enclosing">
      <h2 id="enclosing">{t('enclosing:title')}</h2>
      {mayBearDate(mailing.kind) && isDated && (
        <>
          <CheckBox meta={fields.withCalendar} label={t('enclosing:withCalendar')} />
          <p className="hint">{t(`enclosing:calendarHint.${calendarHint(mailing.kind)}`)}</p>
        </>
      )}
      <Letters fields={fields} />
    </section>
  )
}

function calendarHint(kind: string): 'keep' | 'change' {
  return kind === 'change' ? 'change' : 'keep'
}

function Letters({ fields }: { fields: Record<'letters' | 'batch' | 'without', FieldMeta> }) {
  const { carried, event } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  if (!carried.batches.length)
    return (
      <p className="muted">
        {t('enclosing:noLetters')}{' '}
        <Link className="target" to={`/desk/events/${event.slug}/letters`}>
          {t('letters:title')}
        </Link>
      </p>
    )
  return (
    <>
      <div className="fields">
        <SelectField
          meta={fields.letters}
          label={t('enclosing:letters')}
          choices={letterForms.map((value) => ({ value, label: t(`enclosing:form.${value}`) }))}
        />
        <SelectField
          meta={fields.batch}
          label={t('enclosing:batch')}
          empty={t('enclosing:latest')}
          choices={carried.batches.map(({ id, first, last, count }) => ({
            value: id,
            label: t('enclosing:batchChoice', {
              count,
              number: formatNumber(count, language),
              references: [...new Set([first, last])].map(isolate).join(' – '),
            }),
          }))}
        />
      </div>
      <ChoiceField
        meta={fields.without}
        legend={t('enclosing:without')}
        choices={lettersMissing.map((value) => ({ value, label: t(`enclosing:withoutChoice.${value}`) }))}
      />
      <p className="hint">{t('enclosing:limits')}</p>
    </>
  )
}

/** Stands with the audience: who gets the mail without a letter, before anything is made. */
export function WithoutLetter() {
  const { carried } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  const count = carried.without
  if (!count) return null
  return (
    <Notice kind="warning">
      {t('enclosing:getWithout', { count, number: formatNumber(count, language) })}
    </Notice>
  )
}
