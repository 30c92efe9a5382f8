import { type FieldMetadata, getInputProps, getTextareaProps } from '@conform-to/react'
import { direction, type Language, languageNames, languages } from '#app/i18n/languages.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { TextErrors } from '../desk.event.mailing/letter-fields.tsx'
import type { Given } from './template-page.tsx'

type Texts<Part extends 'subject' | 'body'> = FieldMetadata<Given[Part], Given, string[]>
type Text = FieldMetadata<string | undefined, Given, string[]>

/** Subject and text in each language, one sheet to a language. */
export function TextSheets({ subject, body }: { subject: Texts<'subject'>; body: Texts<'body'> }) {
  const own = useLanguage()
  const [subjects, bodies] = [subject.getFieldset(), body.getFieldset()]
  return languages.map((language) => (
    <Sheet
      key={language}
      language={language}
      subject={subjects[language]}
      body={bodies[language]}
      isOpen={language === own}
    />
  ))
}

function Sheet({
  language,
  subject,
  body,
  isOpen,
}: {
  language: Language
  subject: Text
  body: Text
  isOpen: boolean
}) {
  const t = useText()
  const isBad = Boolean(subject.errors?.length || body.errors?.length)
  const shared = { lang: language, dir: direction(language) }
  const { key: subjectKey, ...subjectProps } = getInputProps(subject, { type: 'text' })
  const { key: bodyKey, ...bodyProps } = getTextareaProps(body)
  return (
    <details className="letter-sheet disclosure" open={isOpen || isBad}>
      <summary>
        <span lang={language} className="strong">
          {languageNames[language]}
        </span>
        {!subject.initialValue && !body.initialValue && (
          <span className="tag wait">{t('common:notYet')}</span>
        )}
      </summary>
      <div className="stack">
        <div className="field">
          <label htmlFor={subject.id}>{t('invitations:mailing.subject')}</label>
          <input key={subjectKey} {...subjectProps} {...shared} />
          <TextErrors field={subject} />
        </div>
        <div className="field">
          <label htmlFor={body.id}>{t('invitations:mailing.body')}</label>
          <textarea key={bodyKey} {...bodyProps} {...shared} rows={12} />
          <TextErrors field={body} />
        </div>
      </div>
    </details>
  )
}
