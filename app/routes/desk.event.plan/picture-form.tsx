import { getFormProps, useForm } from '@conform-to/react'
import { getZodConstraint } from '@conform-to/zod/v4'
import { Form, useActionData, type useLoaderData } from '@remix-run/react'
import type { z } from 'zod'
import { pictureForm } from '#app/exhibition/plan/forms.ts'
import { useText } from '#app/i18n/use-text.ts'
import { Confirm } from '#app/ui/confirm.tsx'
import { CheckBox, FieldErrors, FormErrors, TextField } from '#app/ui/field.tsx'
import { pictureAddress, widthFor } from '#app/ui/picture.tsx'
import { MetresField } from './metres-field.tsx'
import type { action, loader } from './route.tsx'

type Hall = NonNullable<ReturnType<typeof useLoaderData<typeof loader>>['hall']>
/** The file travels beside the measures and never comes back. */
type Values = z.input<typeof pictureForm> & { file?: string }

/** A drawing of the building to lay booths over: which, how large, and how strongly it shows. */
export function PictureForm({ hall }: { hall: Hall }) {
  const answer = useActionData<typeof action>()
  const t = useText()
  const { picture } = hall
  const metres = (centimetres: number) => String(centimetres / 100)
  const [form, fields] = useForm<Values>({
    id: 'hall-picture',
    constraint: getZodConstraint(pictureForm),
    lastResult: answer?.intent === 'picture' ? answer.result : undefined,
    defaultValue: {
      pictureX: metres(hall.pictureX),
      pictureY: metres(hall.pictureY),
      pictureWidth: metres(hall.pictureWidth || hall.width),
      pictureOpacity: String(hall.pictureOpacity),
      pdfPage: '1',
      isPicturePublic: hall.isPicturePublic ? 'on' : undefined,
    } as never,
  })
  return (
    <section className="card stack" aria-labelledby="picture">
      <h2 id="picture">{t('drawing:picture.title')}</h2>
      <Form
        method="post"
        encType="multipart/form-data"
        action={`?hall=${hall.id}&open=hall`}
        {...getFormProps(form)}
        className="stack text-columns"
      >
        <FormErrors form={form} />
        {picture && (
          <img
            className="plan-under"
            src={pictureAddress(picture, widthFor(picture, 480))}
            alt={t('drawing:picture.alt')}
          />
        )}
        <div className="field">
          <label htmlFor={fields.file.id}>
            {picture ? t('exhibition:pictures.replace') : t('exhibition:pictures.file')}
          </label>
          <p className="hint" id={fields.file.descriptionId}>
            {t('drawing:picture.hint')}
          </p>
          <input
            id={fields.file.id}
            type="file"
            name="file"
            required={!picture}
            accept="image/jpeg,image/png,image/webp,image/avif,application/pdf"
            aria-describedby={`${fields.file.descriptionId} ${fields.file.errorId}`}
            aria-invalid={fields.file.errors ? true : undefined}
          />
          <FieldErrors id={fields.file.errorId} errors={fields.file.errors} />
        </div>
        <TextField
          meta={fields.pdfPage}
          label={t('drawing:picture.pdfPage')}
          hint={t('drawing:picture.pdfPageHint')}
          type="number"
        />
        <div className="fields">
          <MetresField meta={fields.pictureWidth} label={t('drawing:picture.width')} />
          <MetresField meta={fields.pictureX} label={t('drawing:field.x')} />
          <MetresField meta={fields.pictureY} label={t('drawing:field.y')} />
          <TextField meta={fields.pictureOpacity} label={t('drawing:picture.opacity')} type="number" />
        </div>
        <CheckBox meta={fields.isPicturePublic} label={t('drawing:picture.public')} />
        <p>
          <button type="submit" className="button" name="intent" value="picture">
            {picture ? t('exhibition:pictures.save') : t('exhibition:pictures.upload')}
          </button>
        </p>
      </Form>
      {picture && (
        <Confirm
          intent="removePicture"
          title={t('exhibition:pictures.remove')}
          effect={t('exhibition:pictures.removeHint')}
        />
      )}
    </section>
  )
}
