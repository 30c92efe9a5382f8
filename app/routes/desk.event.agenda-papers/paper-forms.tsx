import { getFormProps, useForm } from '@conform-to/react'
import { getZodConstraint } from '@conform-to/zod/v4'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { useId } from 'react'
import type { z } from 'zod'
import { paperAudiences, paperForm, paperKinds } from '#app/agenda/papers.ts'
import { documentsAccepted } from '#app/files/document.ts'
import { languageNames } from '#app/i18n/languages.ts'
import { useText } from '#app/i18n/use-text.ts'
import { ChoiceField, FormErrors, LocalizedField, SelectField } from '#app/ui/field.tsx'
import { NewId } from '#app/ui/new-id.tsx'
import { audienceText } from './audience-text.ts'
import type { DeskPaper } from './papers-page.tsx'
import type { action, loader } from './route.tsx'

/** A new paper with its file, or how one that is there is named and who may open it. */
export function PaperForm({ paper }: { paper?: DeskPaper }) {
  const { event, item } = useLoaderData<typeof loader>()
  const came = useActionData<typeof action>()
  const t = useText()
  const isMine = came?.paper === (paper?.id ?? '')
  const [form, fields] = useForm<z.input<typeof paperForm>>({
    id: `paper-form-${paper?.id ?? 'new'}`,
    constraint: getZodConstraint(paperForm),
    lastResult: isMine ? came?.result : undefined,
    defaultValue: {
      title: paper?.title,
      kind: paper?.kind ?? 'agenda',
      audience: paper?.audience ?? 'invited',
    },
  })
  return (
    <Form
      method="post"
      encType={paper ? undefined : 'multipart/form-data'}
      {...getFormProps(form)}
      className="stack"
    >
      <FormErrors form={form} />
      {paper ? <input type="hidden" name="paper" value={paper.id} /> : <NewId />}
      <LocalizedField meta={fields.title} label={t('agenda:field.title')} among={event.languages} />
      <SelectField
        meta={fields.kind}
        label={t('speakers:papers.kindOf')}
        choices={paperKinds.map((value) => ({ value, label: t(`speakers:papers.kind.${value}`) }))}
      />
      <ChoiceField
        meta={fields.audience}
        legend={t('speakers:papers.who')}
        choices={paperAudiences.map((value) => ({ value, label: audienceText(t, item, value) }))}
      />
      {!paper && (
        <>
          <SelectField
            meta={fields.language}
            label={t('speakers:papers.language')}
            empty={t('speakers:papers.anyLanguage')}
            choices={event.languages.map((value) => ({ value, label: languageNames[value] }))}
          />
          <FileField refused={isMine ? came?.refused : undefined} />
        </>
      )}
      <p>
        <button type="submit" className="button" name="intent" value={paper ? 'edit' : 'add'}>
          {paper ? t('speakers:papers.save') : t('speakers:papers.add')}
        </button>
      </p>
    </Form>
  )
}

/** Another version, or the first file in a further language. */
export function VersionForm({ paper }: { paper: DeskPaper }) {
  const { event } = useLoaderData<typeof loader>()
  const came = useActionData<typeof action>()
  const t = useText()
  const id = useId()
  const refused = came?.paper === paper.id ? came.refused : undefined
  return (
    <details className="disclosure" open={Boolean(refused)}>
      <summary>{t('speakers:papers.newVersion')}</summary>
      <Form method="post" encType="multipart/form-data" className="stack inset">
        <input type="hidden" name="paper" value={paper.id} />
        <div className="field">
          <label htmlFor={id}>{t('speakers:papers.language')}</label>
          <select id={id} name="language" defaultValue={paper.files[0]?.language ?? ''}>
            <option value="">{t('speakers:papers.anyLanguage')}</option>
            {event.languages.map((one) => (
              <option key={one} value={one}>
                {languageNames[one]}
              </option>
            ))}
          </select>
        </div>
        <FileField refused={refused} />
        <p>
          <button type="submit" className="button quiet" name="intent" value="version">
            {t('speakers:papers.send')}
          </button>
        </p>
      </Form>
    </details>
  )
}

const refusals = ['noDocument', 'tooLargeDocument', 'notADocument', 'tooManyPapers'] as const

function FileField({ refused }: { refused: string | undefined }) {
  const t = useText()
  const id = useId()
  const known = refusals.find((one) => one === refused)
  return (
    <div className="field">
      <label htmlFor={id}>{t('speakers:papers.file')}</label>
      <p className="hint" id={`${id}-hint`}>
        {t('speakers:papers.fileHint')}
      </p>
      <input
        id={id}
        type="file"
        name="file"
        accept={documentsAccepted}
        aria-describedby={known ? `${id}-hint ${id}-error` : `${id}-hint`}
        aria-invalid={known ? true : undefined}
      />
      {known && (
        <p className="field-error" id={`${id}-error`}>
          {t(`speakers:refused.${known}`)}
        </p>
      )}
    </div>
  )
}
