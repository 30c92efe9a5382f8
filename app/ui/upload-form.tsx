import { Form } from '@remix-run/react'
import { useText } from '../i18n/use-text.ts'
import { NewId } from './new-id.tsx'
import { Notice } from './notice.tsx'

type Given = {
  /** For `<input accept>`. */
  accept: string
  /** What may be sent, and how much of it. */
  hint: string
  /** What the button says. */
  submit: string
  /** Why the last file was not read; null when it was, or when there was none. */
  refusal: string | null
}

/** Where a file is sent to be read and compared; its answer is the page of that upload. */
export function UploadForm({ accept, hint, submit, refusal }: Given) {
  const t = useText()
  return (
    <Form method="post" encType="multipart/form-data" className="card stack">
      <NewId />
      {refusal && (
        <Notice kind="error">
          <span id="file-error">{refusal}</span>
        </Notice>
      )}
      <div className="field">
        <label htmlFor="file">{t('uploads:file')}</label>
        <p className="hint" id="file-hint">
          {hint}
        </p>
        <input
          id="file"
          type="file"
          name="file"
          required
          accept={accept}
          aria-describedby={refusal ? 'file-hint file-error' : 'file-hint'}
          aria-invalid={refusal ? true : undefined}
        />
      </div>
      <p>
        <button type="submit" className="button">
          {submit}
        </button>
      </p>
    </Form>
  )
}
