import { getFormProps, useForm } from '@conform-to/react'
import { getZodConstraint } from '@conform-to/zod/v4'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import type { ReactNode } from 'react'
import type { z } from 'zod'
import type { ActivityChoices } from '#app/exhibition/activities/choices.ts'
import { sectors } from '#app/exhibition/sectors.ts'
import { activitiesReadingForm, type resultsReadingForm } from '#app/exhibition/sheets/forms.ts'
import { languages } from '#app/i18n/languages.ts'
import { useText } from '#app/i18n/use-text.ts'
import { FormErrors, LocalizedField, SelectField, TextField } from '#app/ui/field.tsx'
import type { action, loader } from './route.tsx'

type Preview = NonNullable<ReturnType<typeof useLoaderData<typeof loader>>['preview']>

function useLastResult() {
  const answer = useActionData<typeof action>()
  return answer && 'result' in answer ? answer.result : undefined
}

/** To which programme rows belong that name none. */
export function ResultsReading({ chosen }: { chosen: NonNullable<Preview['results']> }) {
  const { preview } = useLoaderData<typeof loader>()
  const t = useText()
  const lastResult = useLastResult()
  const [form, fields] = useForm<z.input<typeof resultsReadingForm>>({
    id: 'reading',
    lastResult,
    defaultValue: { programmeId: chosen.programmeId ?? '' },
  })
  const isAsked = preview?.rows.some(({ findings }) =>
    findings.some(({ code }) => code === 'programmeMissing'),
  )
  return (
    <Reading isOpen={isAsked === true}>
      <Form method="post" {...getFormProps(form)} className="stack">
        <FormErrors form={form} />
        <SelectField
          meta={fields.programmeId}
          label={t('sheets:programmes.fallback')}
          choices={[{ value: '', label: t('sheets:programmes.noFallback') }, ...chosen.programmes]}
        />
        <Save />
      </Form>
    </Reading>
  )
}

/** What a list of activities does not say itself: how it is called, of when it is, who says so, what its sectors are. */
export function ActivitiesReading({ chosen }: { chosen: ActivityChoices }) {
  const { preview } = useLoaderData<typeof loader>()
  const t = useText()
  const lastResult = useLastResult()
  const [form, fields] = useForm<z.input<typeof activitiesReadingForm>>({
    id: 'reading',
    constraint: getZodConstraint(activitiesReadingForm),
    lastResult,
    defaultValue: {
      ...{ name: chosen.name, asOf: chosen.asOf, source: chosen.source },
      sourceUrl: chosen.sourceUrl ?? '',
    },
  })
  return (
    <Reading isOpen={preview?.isRefused === true || lastResult !== undefined}>
      <Form method="post" {...getFormProps(form)} className="stack">
        <FormErrors form={form} />
        <TextField
          meta={fields.name}
          label={t('sheets:activities.field.name')}
          hint={t('sheets:activities.field.nameHint')}
          dir="auto"
        />
        <TextField
          meta={fields.asOf}
          label={t('sheets:activities.field.asOf')}
          hint={t('programmes:hint.day')}
          dir="ltr"
          inputMode="numeric"
        />
        <LocalizedField
          meta={fields.source}
          label={t('sheets:activities.field.source')}
          hint={t('programmes:hint.source')}
          among={languages}
        />
        <TextField meta={fields.sourceUrl} label={t('sheets:activities.field.sourceUrl')} dir="ltr" />
        <Categories />
        <Save />
      </Form>
    </Reading>
  )
}

function Reading({ isOpen, children }: { isOpen: boolean; children: ReactNode }) {
  const t = useText()
  return (
    <details className="card unfolds" open={isOpen}>
      <summary>
        <h2>{t('sheets:reading.title')}</h2>
      </summary>
      {children}
    </details>
  )
}

/** Which of our themes each of the list's own fields of work is. */
function Categories() {
  const { preview } = useLoaderData<typeof loader>()
  const t = useText()
  const named = (preview?.summary.notes ?? []).filter((note) => note.code === 'category')
  if (!named.length) return null
  return (
    <fieldset className="stack">
      <legend>{t('sheets:activities.field.sectors')}</legend>
      <div className="fields">
        {named.map(({ key, name, sector }, at) => (
          <div key={`${key} ${sector}`} className="field">
            <label htmlFor={`sector-${at}`}>
              <bdi className="wraps">{name}</bdi>
            </label>
            <input type="hidden" name="category" value={key} />
            <select id={`sector-${at}`} name="sector" defaultValue={sector ?? ''}>
              <option value="">{t('sheets:activities.field.noSector')}</option>
              {sectors.map((one) => (
                <option key={one} value={one}>
                  {t(`visitor:sector.${one}`)}
                </option>
              ))}
            </select>
          </div>
        ))}
      </div>
    </fieldset>
  )
}

function Save() {
  const t = useText()
  return (
    <p>
      <button type="submit" className="button quiet" name="intent" value="reading">
        {t('sheets:reading.save')}
      </button>
    </p>
  )
}
