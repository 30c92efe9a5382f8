import { getFormProps, useForm } from '@conform-to/react'
import { getZodConstraint } from '@conform-to/zod/v4'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { useRef } from 'react'
import type { z } from 'zod'
import { languageNames, languages } from '#app/i18n/languages.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { templateForm } from '#app/letters/forms.ts'
import { letterLayouts } from '#app/letters/rules.ts'
import { Confirm } from '#app/ui/confirm.tsx'
import { FormErrors, TextField, textsIn } from '#app/ui/field.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { TextSheet } from '#app/ui/text-sheet.tsx'
import { useFramePreview } from '#app/ui/use-frame-preview.ts'
import { MergeFields } from '../desk.event.mailing/merge-fields.tsx'
import { previewFrame } from '../desk.event.mailing/preview.tsx'
import { GuestChoice } from './guest-choice.tsx'
import type { action, loader } from './route.tsx'

export type Given = z.input<typeof templateForm>

/** A letter's text in each language, with how it will look on paper beside it. */
export function TemplatePage() {
  const { template, home, done } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useText()
  const element = useRef<HTMLFormElement>(null)
  const turn = useFramePreview(element, { frame: previewFrame, atOnce: true })
  const [form, fields] = useForm<Given>({
    id: 'template',
    constraint: getZodConstraint(templateForm),
    lastResult: answer?.result,
    defaultValue: { name: template.name, subject: template.subject, body: template.body },
  })
  const [subjects, bodies] = [textsIn(fields.subject), textsIn(fields.body)]
  const own = useLanguage()
  return (
    <div className="stack">
      <p>
        <Link className="target" to={home}>
          {t('letters:templates.back')}
        </Link>
      </p>
      <div className="row">
        <h1>
          <bdi className="wraps">{template.name}</bdi>
        </h1>
        <span className="tag quiet">{t(`letters:kind.${template.kind}`)}</span>
      </div>
      {done && !answer && <Notice kind="success">{t('letters:templates.saved')}</Notice>}
      <p className="muted">{t(`letters:templates.${template.kind}Hint`)}</p>
      <form method="post" {...getFormProps(form)} ref={element} className="stack">
        <FormErrors form={form} />
        <input type="hidden" name="kind" value={template.kind} />
        <section className="card stack">
          <TextField meta={fields.name} label={t('letters:templates.name')} dir="auto" />
          <MergeFields form={element} />
          {languages.map((language) => (
            <TextSheet
              key={language}
              language={language}
              subject={subjects[language]}
              body={bodies[language]}
              rows={12}
              isOpen={language === own}
            />
          ))}
        </section>
        <PaperPreview turn={turn} />
        <p>
          <button type="submit" className="button">
            {t('common:save')}
          </button>
        </p>
      </form>
      <Confirm
        intent="remove"
        title={t('letters:templates.remove')}
        effect={t('letters:templates.removeHint')}
      />
    </div>
  )
}

function PaperPreview({ turn }: { turn: number }) {
  const { home } = useLoaderData<typeof loader>()
  const t = useText()
  const toFrame = {
    formAction: `${home}/preview`,
    formMethod: 'post',
    formTarget: previewFrame,
    formNoValidate: true,
  }
  return (
    <section className="card stack" aria-labelledby="preview">
      <h2 id="preview">{t('letters:preview.title')}</h2>
      <div className="fields">
        <GuestChoice />
        <Choice
          name="layout"
          label={t('letters:issue.layout')}
          choices={letterLayouts.map((value) => ({ value, label: t(`letters:layout.${value}`) }))}
        />
        <Choice
          name="second"
          label={t('letters:issue.second')}
          choices={languages.map((value) => ({ value, label: languageNames[value] }))}
        />
      </div>
      <input type="hidden" name="hasCode" value="on" />
      <p>
        <button type="submit" className="button quiet" {...toFrame}>
          {t('invitations:mailing.previewNow')}
        </button>
      </p>
      <iframe
        key={turn}
        className="mail-frame paper-frame"
        name={previewFrame}
        sandbox=""
        title={t('letters:preview.title')}
      />
    </section>
  )
}

function Choice({
  name,
  label,
  choices,
}: {
  name: string
  label: string
  choices: { value: string; label: string }[]
}) {
  return (
    <div className="field">
      <label htmlFor={name}>{label}</label>
      <select id={name} name={name}>
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    </div>
  )
}
