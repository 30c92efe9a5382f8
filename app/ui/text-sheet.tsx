import { getInputProps, getTextareaProps } from '@conform-to/react'
import type { ReactNode } from 'react'
import { direction, type Language, languageNames } from '../i18n/languages.ts'
import { useText } from '../i18n/use-text.ts'
import { FieldErrors, type Meta } from './field.tsx'

/** Subject and text of a letter in one language. Without a `tag` it says where there is no text yet. */
export function TextSheet({
  language,
  subject,
  body,
  tag,
  hint,
  rows,
  isOpen,
}: {
  language: Language
  subject: Meta
  body: Meta
  tag?: ReactNode
  hint?: ReactNode
  rows: number
  isOpen: boolean
}) {
  const t = useText()
  const isBad = Boolean(subject.errors?.length || body.errors?.length)
  const isEmpty = !subject.initialValue && !body.initialValue
  const shared = { lang: language, dir: direction(language) }
  const { key: subjectKey, ...subjectProps } = getInputProps(subject, { type: 'text' })
  const described = hint ? body.descriptionId : undefined
  const { key: bodyKey, ...bodyProps } = getTextareaProps(body, { ariaDescribedBy: described })
  return (
    <details className="letter-sheet disclosure" open={isOpen || isBad}>
      <summary>
        <span lang={language} className="strong">
          {languageNames[language]}
        </span>
        {tag ?? (isEmpty && <span className="tag wait">{t('common:notYet')}</span>)}
      </summary>
      <div className="stack">
        <div className="field">
          <label htmlFor={subject.id}>{t('invitations:mailing.subject')}</label>
          <input key={subjectKey} {...subjectProps} {...shared} />
          <FieldErrors id={subject.errorId} errors={subject.errors} />
        </div>
        <div className="field">
          <label htmlFor={body.id}>{t('invitations:mailing.body')}</label>
          {hint && (
            <p className="hint" id={described}>
              {hint}
            </p>
          )}
          <textarea key={bodyKey} {...bodyProps} {...shared} rows={rows} />
          <FieldErrors id={body.errorId} errors={body.errors} />
        </div>
      </div>
    </details>
  )
}
