import { type FieldMetadata, getFormProps, useForm } from '@conform-to/react'
import { Form, Link, useActionData, useLoaderData, useSearchParams } from '@remix-run/react'
import type { z } from 'zod'
import { localize } from '#app/i18n/languages.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import type { questionForm } from '#app/questions/forms.ts'
import { isChosen, type QuestionKind, questionAudiences, questionKinds } from '#app/questions/rules.ts'
import { Confirm } from '#app/ui/confirm.tsx'
import { CheckBox, ChoiceField, FormErrors, LocalizedField, SelectField, TextField } from '#app/ui/field.tsx'
import { NewId } from '#app/ui/new-id.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { ConditionField } from './condition-field.tsx'
import { OptionFields } from './option-fields.tsx'
import type { action, loader } from './route.tsx'

type Given = z.input<ReturnType<typeof questionForm>>

/** One question, new or to be changed. What kind it is comes first, and stays. */
export function QuestionPage() {
  const { question, kind } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useText()
  const [search] = useSearchParams()
  return (
    <div className="stack form-page">
      <h1>{question ? t('questions:edit.title') : t('questions:desk.add')}</h1>
      {search.get('done') === 'saved' && !answer && (
        <Notice kind="success">{t('questions:done.saved')}</Notice>
      )}
      {answer && 'refused' in answer && (
        <Notice kind="error">{t(`questions:refused.${answer.refused}`)}</Notice>
      )}
      {kind ? <QuestionForm key={`${question?.id}${kind}`} kind={kind} /> : <Kinds />}
      {question && !question.archivedAt && (
        <Confirm
          intent="remove"
          title={t('questions:edit.remove')}
          effect={
            question.answered
              ? t('questions:edit.archiveHint', { count: question.answered })
              : t('questions:edit.removeHint')
          }
        />
      )}
    </div>
  )
}

function Kinds() {
  const t = useText()
  return (
    <>
      <p className="muted">{t('questions:edit.chooseKind')}</p>
      <ul className="card plain-list rows">
        {questionKinds.map((kind) => (
          <li key={kind}>
            <Link className="target strong" to={`?kind=${kind}`}>
              {t(`questions:kind.${kind}`)}
            </Link>
            <p className="muted small">{t(`questions:kindHint.${kind}`)}</p>
          </li>
        ))}
      </ul>
    </>
  )
}

function useQuestionForm(kind: QuestionKind) {
  const { question } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const blank = () => ({ id: '', text: {}, rank: '', isRetired: false })
  const known = (question?.options ?? []).map(({ id, text, isOffered }, index) => ({
    ...{ id, text, isRetired: !isOffered },
    rank: index + 1,
  }))
  const condition = question?.condition
  return useForm<Given>({
    id: 'question',
    lastResult: answer && 'result' in answer ? answer.result : undefined,
    defaultValue: {
      label: question?.label,
      hint: question?.hint,
      partId: question?.partId ?? '',
      audience: question?.audience ?? 'everybody',
      isRequired: question?.isRequired,
      isSensitive: question?.isSensitive,
      options: isChosen(kind) ? [...known, ...Array.from({ length: known.length ? 2 : 4 }, blank)] : [],
      condition: condition?.options.length
        ? condition.options.map((option) => `${condition.questionId}:${option}`)
        : condition
          ? [condition.questionId]
          : [],
      least: question?.least ?? '',
      most: question?.most ?? '',
    },
  })
}

function QuestionForm({ kind }: { kind: QuestionKind }) {
  const { question, languages, parts, above } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  const [form, fields] = useQuestionForm(kind)
  return (
    <Form method="post" {...getFormProps(form)} className="stack">
      <FormErrors form={form} />
      <NewId />
      <input type="hidden" name="kind" value={kind} />
      <section className="card stack">
        <p className="muted">{t(`questions:kind.${kind}`)}</p>
        <LocalizedField meta={fields.label} label={t('questions:field.label')} among={languages} />
        {question && question.answered > 0 && (
          <p className="hint">{t('questions:edit.answeredHint', { count: question.answered })}</p>
        )}
        <LocalizedField meta={fields.hint} label={t('questions:field.hint')} among={languages} />
        {isChosen(kind) && <OptionFields meta={fields.options} />}
        <Bounds kind={kind} fields={fields} />
      </section>
      <section className="card stack">
        <SelectField
          meta={fields.partId}
          label={t('questions:field.part')}
          empty={t('questions:field.wholeEvent')}
          choices={parts.map(({ id, name }) => ({ value: id, label: localize(name, language) }))}
        />
        <ChoiceField
          meta={fields.audience}
          legend={t('questions:field.audience')}
          choices={questionAudiences.map((value) => ({ value, label: t(`questions:audience.${value}`) }))}
        />
        {above.length > 0 && <ConditionField meta={fields.condition} />}
        <CheckBox meta={fields.isRequired} label={t('questions:required.label')} />
        <p className="hint">{t('questions:required.hint')}</p>
        <CheckBox meta={fields.isSensitive} label={t('questions:sensitive.label')} />
        <p className="hint">{t('questions:sensitive.hint')}</p>
      </section>
      <p className="row">
        <button type="submit" className="button" name="intent" value="save">
          {question ? t('questions:edit.save') : t('questions:desk.add')}
        </button>
        <Link className="button quiet" to=".." relative="path">
          {t('common:cancel')}
        </Link>
      </p>
    </Form>
  )
}

// biome-ignore lint/suspicious/noExplicitAny: conform's metadata is invariant in its form; a bound cares for none of it.
type BoundFields = Record<'least' | 'most', FieldMetadata<any, any, string[]>>

function Bounds({ kind, fields }: { kind: QuestionKind; fields: BoundFields }) {
  const t = useText()
  if (kind === 'file')
    return (
      <TextField
        meta={fields.most}
        label={t('questions:field.fileSize')}
        hint={t('questions:field.fileSizeHint')}
        inputMode="numeric"
        dir="ltr"
      />
    )
  if (kind !== 'number' && kind !== 'date') return null
  const type = kind === 'date' ? 'date' : 'text'
  return (
    <div className="fields">
      <TextField meta={fields.least} label={t(`questions:field.${kind}Least`)} type={type} dir="ltr" />
      <TextField meta={fields.most} label={t(`questions:field.${kind}Most`)} type={type} dir="ltr" />
    </div>
  )
}
