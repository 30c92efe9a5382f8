import { type FieldMetadata, getInputProps, getTextareaProps } from '@conform-to/react'
import { useLoaderData } from '@remix-run/react'
import type { Language } from '#app/i18n/languages.ts'
import { direction, languageNames } from '#app/i18n/languages.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import type { Given } from './letter-form.tsx'
import type { loader } from './route.tsx'

type Texts<Part extends 'subject' | 'body'> = FieldMetadata<Given[Part], Given, string[]>
type Text = FieldMetadata<string | undefined, Given, string[]>

/** Subject and text in each of the event's languages, one sheet to a language. */
export function LetterFields({ subject, body }: { subject: Texts<'subject'>; body: Texts<'body'> }) {
  const { event } = useLoaderData<typeof loader>()
  const own = useLanguage()
  const subjects = subject.getFieldset()
  const bodies = body.getFieldset()
  const first = event.languages.includes(own) ? own : event.languages[0]
  return event.languages.map((language) => (
    <LetterSheet
      key={language}
      language={language}
      subject={subjects[language]}
      body={bodies[language]}
      isOpen={language === first}
    />
  ))
}

function LetterSheet({
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
  const isEmpty = !subject.initialValue && !body.initialValue
  const shared = { lang: language, dir: direction(language) }
  const { key: subjectKey, ...subjectProps } = getInputProps(subject, { type: 'text' })
  const { key: bodyKey, ...bodyProps } = getTextareaProps(body, { ariaDescribedBy: `${body.id}-hint` })
  return (
    <details className="letter-sheet disclosure" open={isOpen || isBad}>
      <summary>
        <span lang={language} className="strong">
          {languageNames[language]}
        </span>
        {isEmpty && <span className="tag wait">{t('common:notYet')}</span>}
      </summary>
      <div className="stack">
        <div className="field">
          <label htmlFor={subject.id}>{t('invitations:mailing.subject')}</label>
          <input key={subjectKey} {...subjectProps} {...shared} />
          <TextErrors field={subject} />
        </div>
        <div className="field">
          <label htmlFor={body.id}>{t('invitations:mailing.body')}</label>
          <p className="hint" id={`${body.id}-hint`}>
            {t('invitations:mailing.bodyHint')}
          </p>
          <textarea key={bodyKey} {...bodyProps} {...shared} rows={16} />
          <TextErrors field={body} />
        </div>
      </div>
    </details>
  )
}

/** Like any field's errors, but these may name a piece of the text: `mail:refusal.unknownField guest.nmae`. */
export function TextErrors({
  field,
}: {
  field: Pick<FieldMetadata<string | undefined>, 'errors' | 'errorId'>
}) {
  const t = useText()
  if (!field.errors?.length) return null
  return (
    <p className="field-error" id={field.errorId}>
      {field.errors.map((error) => {
        const [key = '', ...piece] = error.split(' ')
        const keys = [
          (key.includes(':') ? key : `errors:${key}`) as 'errors:invalid',
          'errors:invalid' as const,
        ]
        return <span key={error}>{t(keys, { field: piece.join(' ') })}</span>
      })}
    </p>
  )
}
