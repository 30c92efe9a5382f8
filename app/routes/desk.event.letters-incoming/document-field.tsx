import { useId } from 'react'
import { type DocumentRefusal, documentsAccepted } from '#app/files/document.ts'
import { useText } from '#app/i18n/use-text.ts'

/** A file that is kept as it comes: a scan, a photograph, a Word document. */
export function DocumentField({ label, refused }: { label: string; refused: DocumentRefusal | null }) {
  const t = useText()
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <p className="hint" id={`${id}-hint`}>
        {t('letters:letter.fileHint')}
      </p>
      <input
        id={id}
        type="file"
        name="file"
        accept={documentsAccepted}
        aria-describedby={refused ? `${id}-hint ${id}-error` : `${id}-hint`}
        aria-invalid={refused ? true : undefined}
      />
      {refused && (
        <p className="field-error" id={`${id}-error`}>
          {t(`letters:refused.${refused}`)}
        </p>
      )}
    </div>
  )
}
