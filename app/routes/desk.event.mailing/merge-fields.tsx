import { type RefObject, useEffect, useRef, useState } from 'react'
import { useText } from '#app/i18n/use-text.ts'
import { fieldCode } from '#app/invitations/rules.ts'
import { automaticFields, mergeFields, mergeFieldText } from '#app/mail/merge-fields.ts'

type TextBox = HTMLInputElement | HTMLTextAreaElement

/** What a letter may say about its guest. With script, a button puts a field where one last wrote. */
export function MergeFields({ form }: { form: RefObject<HTMLFormElement | null> }) {
  const t = useText()
  const insert = useInsertion(form)
  return (
    <details className="letter-sheet disclosure">
      <summary>{t('invitations:mailing.fields')}</summary>
      <div className="stack">
        <p className="hint">{t('invitations:mailing.fieldsHint')}</p>
        <ul className="plain-list merge-fields">
          {mergeFields
            .filter((field) => !automaticFields.includes(field))
            .map((field) => {
              const code = fieldCode(field)
              return (
                <li key={field}>
                  {insert ? (
                    <button
                      type="button"
                      className="button quiet"
                      onClick={() => insert(code)}
                      aria-label={t('invitations:mailing.insert', { field: code })}
                    >
                      <code dir="ltr">{code}</code>
                    </button>
                  ) : (
                    <code dir="ltr">{code}</code>
                  )}
                  <span className="muted small">{t(mergeFieldText(field))}</span>
                </li>
              )
            })}
        </ul>
        <p className="hint">{t('invitations:mailing.fieldsIf')}</p>
      </div>
    </details>
  )
}

/** Puts a text where the cursor last stood in a subject or body; null until there is script to do so. */
function useInsertion(form: RefObject<HTMLFormElement | null>): ((text: string) => void) | null {
  const [isReady, setReady] = useState(false)
  const last = useRef<TextBox | null>(null)
  useEffect(() => {
    setReady(true)
    const remember = ({ target }: FocusEvent) => {
      const box = target as TextBox
      if (/^(subject|body)\./.test(box.name ?? '')) last.current = box
    }
    const element = form.current
    element?.addEventListener('focusin', remember)
    return () => element?.removeEventListener('focusin', remember)
  }, [form])
  if (!isReady) return null
  return (text) => {
    const box = last.current ?? form.current?.querySelector<TextBox>('details[open] textarea')
    if (!box) return
    box.setRangeText(
      text,
      box.selectionStart ?? box.value.length,
      box.selectionEnd ?? box.value.length,
      'end',
    )
    box.dispatchEvent(new Event('input', { bubbles: true }))
    box.focus()
  }
}
