import { Form, useActionData } from '@remix-run/react'
import { useId } from 'react'
import { useText } from '#app/i18n/use-text.ts'
import type { action } from './route.tsx'

/** The logo, or with `signatoryId` somebody's signature: what there is, and a file in its place. */
export function PictureForm({
  documentId,
  label,
  signatoryId = '',
}: {
  documentId: string | null
  label: string
  signatoryId?: string
}) {
  const answer = useActionData<typeof action>()
  const t = useText()
  const id = useId()
  const refused = answer?.intent === 'picture' && answer.signatoryId === signatoryId ? answer.refused : null
  return (
    <Form method="post" encType="multipart/form-data" className="stack">
      {documentId && (
        <p className="stamp">
          <img src={`/desk/office/documents/${documentId}`} alt={label} />
        </p>
      )}
      <input type="hidden" name="signatory" value={signatoryId} />
      <div className="field">
        <label htmlFor={id}>
          {label}
          <span className="muted small"> ({t('common:optional')})</span>
        </label>
        <p className="hint" id={`${id}-hint`}>
          {t('letters:office.pictureHint')}
        </p>
        <input
          id={id}
          type="file"
          name="file"
          accept="image/png,image/jpeg,image/webp"
          aria-describedby={refused ? `${id}-hint ${id}-error` : `${id}-hint`}
          aria-invalid={refused ? true : undefined}
        />
        {refused && (
          <p className="field-error" id={`${id}-error`}>
            {t(`letters:refused.${refused}`)}
          </p>
        )}
      </div>
      <p className="row">
        <button type="submit" className="button quiet" name="intent" value="picture">
          {t('letters:office.putPicture')}
          <span className="visually-hidden"> ({label})</span>
        </button>
        {documentId && (
          <button type="submit" className="button quiet" name="intent" value="noPicture">
            {t('letters:office.noPicture')}
            <span className="visually-hidden"> ({label})</span>
          </button>
        )}
      </p>
    </Form>
  )
}
