import { type FieldMetadata, getFormProps, useForm } from '@conform-to/react'
import { getZodConstraint } from '@conform-to/zod/v4'
import { Form, Link } from '@remix-run/react'
import type { z } from 'zod'
import type { PictureTexts } from '#app/exhibition/content/content.ts'
import { focusShown } from '#app/exhibition/content/focus.ts'
import { pictureForm } from '#app/exhibition/forms.ts'
import { useText } from '#app/i18n/use-text.ts'
import { Confirm } from '#app/ui/confirm.tsx'
import { FieldErrors, FormErrors, TextField } from '#app/ui/field.tsx'
import { NewId } from '#app/ui/new-id.tsx'
import { ConflictNotice } from './conflict.tsx'
import { useAnswer, useEditor } from './editor.ts'
import { Texts } from './fields.tsx'
import { FocusField } from './focus-field.tsx'
import { KeepTyping } from './keep-typing.tsx'
import type { KeptPicture } from './pictures.tsx'

/** The file travels beside the texts and never comes back. */
type Values = z.input<typeof pictureForm> & { file?: string }

export function PictureForm({ picture }: { picture?: KeptPicture }) {
  const { version } = useEditor()
  const answer = useAnswer('picture')
  const t = useText()
  const [form, fields] = useForm<Values>({
    id: `picture-${picture?.id ?? 'new'}`,
    constraint: getZodConstraint(pictureForm),
    lastResult: answer?.result,
    defaultValue: picture && valuesOfPicture(picture),
  })
  return (
    <div className="inset stack">
      <Form
        method="post"
        encType="multipart/form-data"
        {...getFormProps(form)}
        className="stack text-columns"
      >
        <FormErrors form={form} />
        <ConflictNotice answer={answer} />
        <NewId />
        <input type="hidden" name="seen" value={answer?.seen ?? version} />
        <input type="hidden" name="picture" value={picture?.id ?? ''} />
        {picture && <FocusField picture={picture} fields={fields} />}
        <FileField meta={fields.file} isReplacing={Boolean(picture)} />
        <Texts meta={fields.alt} label={t('exhibition:field.alt')} hint={t('exhibition:pictures.altHint')} />
        <Texts meta={fields.caption} label={t('exhibition:field.caption')} />
        <TextField meta={fields.credit} label={t('exhibition:field.credit')} dir="auto" />
        <KeepTyping name={`picture-${picture?.id ?? 'new'}`} intent="picture" />
        <p className="row">
          <button type="submit" className="button" name="intent" value="picture">
            {picture ? t('exhibition:pictures.save') : t('exhibition:pictures.upload')}
          </button>
          <Link className="button quiet" to="?#pictures">
            {t('common:cancel')}
          </Link>
        </p>
      </Form>
      {picture && <RemovePicture picture={picture} />}
    </div>
  )
}

/** What is said about a picture, as its form says it. */
export function valuesOfPicture({ alt, caption, credit, focus }: Omit<PictureTexts, 'id'>) {
  return { alt, caption, credit, ...focusShown(focus) }
}

function FileField({ meta, isReplacing }: { meta: FieldMetadata<string | undefined>; isReplacing: boolean }) {
  const t = useText()
  return (
    <div className="field">
      <label htmlFor={meta.id}>
        {isReplacing ? t('exhibition:pictures.replace') : t('exhibition:pictures.file')}
        {isReplacing && <span className="muted small"> ({t('common:optional')})</span>}
      </label>
      <p className="hint" id={meta.descriptionId}>
        {t('exhibition:pictures.fileHint')}
      </p>
      <input
        id={meta.id}
        type="file"
        name="file"
        required={!isReplacing}
        // Naming formats that browsers show makes an iPhone send JPEG instead of its own format.
        accept="image/jpeg,image/png,image/webp,image/avif"
        aria-describedby={meta.errors ? `${meta.descriptionId} ${meta.errorId}` : meta.descriptionId}
        aria-invalid={meta.errors ? true : undefined}
      />
      <FieldErrors id={meta.errorId} errors={meta.errors} />
    </div>
  )
}

function RemovePicture({ picture }: { picture: KeptPicture }) {
  const t = useText()
  return (
    <Confirm
      intent="removePicture"
      title={t('exhibition:pictures.remove')}
      effect={t('exhibition:pictures.removeHint')}
    >
      <input type="hidden" name="picture" value={picture.id} />
    </Confirm>
  )
}
