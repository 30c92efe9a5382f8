import { getFormProps, useForm } from '@conform-to/react'
import { getZodConstraint } from '@conform-to/zod/v4'
import { Form, Link } from '@remix-run/react'
import type { z } from 'zod'
import { textsForm } from '#app/exhibition/forms.ts'
import { saysNothing } from '#app/exhibition/rules.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { FormErrors } from '#app/ui/field.tsx'
import { LocalizedText } from '#app/ui/localized-text.tsx'
import { ConflictNotice } from './conflict.tsx'
import { useAnswer, useEditor } from './editor.ts'
import { Texts } from './fields.tsx'
import { HeadField } from './head-field.tsx'
import { KeepTyping } from './keep-typing.tsx'
import { SectionHead } from './section-head.tsx'

/** Title, summary and whose exhibit it is: as a visitor reads them, or the form that changes them. */
export function TextsSection() {
  const { open } = useEditor()
  const t = useText()
  return (
    <section className="card stack" aria-labelledby="texts">
      <SectionHead id="texts" title={t('exhibition:texts.title')} label={t('common:edit')} to="?open=texts" />
      {open.open === 'texts' ? <TextsForm /> : <WhatIsWritten />}
    </section>
  )
}

function WhatIsWritten() {
  const { title, summary, organisationName } = useEditor().content
  const t = useText()
  const language = useLanguage()
  return (
    <div className="tight">
      <p className="strong">
        <LocalizedText text={title} language={language} />
      </p>
      <p className={saysNothing(summary) ? 'muted' : undefined}>
        {saysNothing(summary) ? (
          t('exhibition:texts.noSummary')
        ) : (
          <LocalizedText text={summary} language={language} />
        )}
      </p>
      {!saysNothing(organisationName) && (
        <p className="muted">
          <LocalizedText text={organisationName} language={language} />
        </p>
      )}
    </div>
  )
}

function TextsForm() {
  const { content, version } = useEditor()
  const answer = useAnswer('texts')
  const t = useText()
  const { title, summary, organisationName } = content
  const [form, fields] = useForm<z.input<typeof textsForm>>({
    id: 'exhibit-texts',
    constraint: getZodConstraint(textsForm),
    lastResult: answer?.result,
    defaultValue: { title, summary, organisationName },
  })
  return (
    <Form method="post" {...getFormProps(form)} className="stack">
      <FormErrors form={form} />
      <ConflictNotice answer={answer} />
      <input type="hidden" name="seen" value={answer?.seen ?? version} />
      <HeadField name="title" label={t('exhibition:field.title')} value={title}>
        <Texts meta={fields.title} label={t('exhibition:field.title')} />
      </HeadField>
      <HeadField name="summary" label={t('exhibition:field.summary')} value={summary}>
        <Texts
          meta={fields.summary}
          label={t('exhibition:field.summary')}
          hint={t('exhibition:texts.summaryHint')}
          rows={2}
        />
      </HeadField>
      <HeadField
        name="organisationName"
        label={t('exhibition:field.organisationName')}
        value={organisationName}
      >
        <Texts
          meta={fields.organisationName}
          label={t('exhibition:field.organisationName')}
          hint={t('exhibition:facts.organisationHint')}
        />
      </HeadField>
      <KeepTyping name="texts" intent="texts" />
      <p className="row">
        <button type="submit" className="button" name="intent" value="texts">
          {t('exhibition:texts.save')}
        </button>
        <Link className="button quiet" to="?#texts">
          {t('common:cancel')}
        </Link>
      </p>
    </Form>
  )
}
