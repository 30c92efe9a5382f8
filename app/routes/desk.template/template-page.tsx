import { getFormProps, useForm } from '@conform-to/react'
import { getZodConstraint } from '@conform-to/zod/v4'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import type { z } from 'zod'
import type { Language } from '#app/i18n/languages.ts'
import { useText } from '#app/i18n/use-text.ts'
import { templateForm } from '#app/invitations/forms.ts'
import { Confirm } from '#app/ui/confirm.tsx'
import { FormErrors, textsIn } from '#app/ui/field.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { TextSheet } from '#app/ui/text-sheet.tsx'
import { FieldList } from './field-list.tsx'
import type { changeTemplate, templatePage } from './page.server.ts'

export type TemplateData = Awaited<ReturnType<typeof templatePage>>
type Given = z.input<ReturnType<typeof templateForm>>

/** One letter's text in every language, what may stand in it, and the way back to the proposed text. */
export function TemplatePage() {
  const { template, done } = useLoaderData<TemplateData>()
  const answer = useActionData<typeof changeTemplate>()
  const t = useText()
  return (
    <div className="stack">
      <p>
        <Link className="target" to=".." relative="path">
          {t('templates:back')}
        </Link>
      </p>
      <h1>{t(`templates:name.${template.kind}`)}</h1>
      <p className="lead">{t(`templates:use.${template.kind}`)}</p>
      {done === 'saved' && !answer && <Notice kind="success">{t('templates:saved')}</Notice>}
      {done === 'reset' && !answer && <Notice kind="success">{t('templates:wasReset')}</Notice>}
      <TemplateForm key={JSON.stringify(template.sources) + (answer ? '' : done)} />
      {template.isOwn && (
        <Confirm
          intent="reset"
          title={t('templates:reset')}
          effect={t('templates:resetHint')}
          act={t('templates:resetAct')}
        />
      )}
    </div>
  )
}

function TemplateForm() {
  const { template, among } = useLoaderData<TemplateData>()
  const answer = useActionData<{ result?: Parameters<typeof useForm<Given>>[0]['lastResult'] }>()
  const t = useText()
  const [form, fields] = useForm<Given>({
    id: 'template',
    lastResult: answer?.result,
    constraint: getZodConstraint(templateForm(among)),
    defaultValue: { subject: template.subject, body: template.body },
  })
  const [subjects, bodies] = [textsIn(fields.subject), textsIn(fields.body)]
  return (
    <Form method="post" {...getFormProps(form)} className="stack">
      <FormErrors form={form} />
      <section className="card stack">
        <p className="hint">{t('templates:emptyHint')}</p>
        <FieldList kind={template.kind} />
        {among.map((language) => (
          <TextSheet
            key={language}
            language={language}
            subject={subjects[language]}
            body={bodies[language]}
            tag={<Source language={language} />}
            rows={12}
            isOpen
          />
        ))}
      </section>
      <p>
        <button type="submit" className="button">
          {t('common:save')}
        </button>
      </p>
    </Form>
  )
}

/** Whose text it is in this language. */
function Source({ language }: { language: Language }) {
  const { template } = useLoaderData<TemplateData>()
  const t = useText()
  const source = template.sources[language]
  return (
    <span className={source === 'majlis' ? 'tag quiet' : 'tag yes'}>
      {t(`templates:languageFrom.${source}`)}
    </span>
  )
}
