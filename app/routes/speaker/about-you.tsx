import { getFormProps, useForm } from '@conform-to/react'
import { useActionData, useLoaderData } from '@remix-run/react'
import type { z } from 'zod'
import type { biographyForm } from '#app/agenda/speaker-forms.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { FormErrors, LocalizedField } from '#app/ui/field.tsx'
import { Biography, SpeakerPicture } from './presented.tsx'
import type { action, loader } from './route.tsx'

/** Biography in the event's languages, and a picture; with how it will be printed. */
export function AboutYou() {
  const { page } = useLoaderData<typeof loader>()
  const t = useText()
  return (
    <section className="card stack" id="you" aria-labelledby="about-you">
      <h2 id="about-you">{t('speakers:own.about')}</h2>
      <p className="muted">{t('speakers:own.aboutHint')}</p>
      {page.isOpen && <BiographyForm />}
      <AsPrinted />
      {page.isOpen && <PictureForm />}
    </section>
  )
}

function BiographyForm() {
  const { page, path } = useLoaderData<typeof loader>()
  const came = useActionData<typeof action>()
  const t = useText()
  const language = useLanguage()
  const [form, fields] = useForm<z.input<typeof biographyForm>>({
    id: 'biography',
    lastResult: came?.intent === 'describe' ? came.result : undefined,
    defaultValue: { biography: page.biography },
  })
  return (
    <form method="post" action={`${path}?lang=${language}#you`} {...getFormProps(form)} className="stack">
      <FormErrors form={form} />
      <LocalizedField
        meta={fields.biography}
        label={t('speakers:own.biography')}
        hint={t('speakers:own.biographyHint')}
        among={page.event.languages}
        rows={6}
      />
      <p>
        <button type="submit" className="button" name="intent" value="describe">
          {t('speakers:own.save')}
        </button>
      </p>
    </form>
  )
}

function AsPrinted() {
  const { page } = useLoaderData<typeof loader>()
  const t = useText()
  if (Object.keys(page.biography).length === 0 && !page.picture) return null
  return (
    <div className="inset stack">
      <h3>{t('speakers:own.printed')}</h3>
      <div className="speaker-card">
        {page.picture && <SpeakerPicture picture={page.picture} />}
        <Biography text={page.biography} among={page.event.languages} />
      </div>
    </div>
  )
}

function PictureForm() {
  const { page, path } = useLoaderData<typeof loader>()
  const came = useActionData<typeof action>()
  const t = useText()
  const language = useLanguage()
  const refused = came?.intent === 'picture' ? came.refused : null
  return (
    <div className="stack">
      <form
        method="post"
        action={`${path}?lang=${language}#you`}
        encType="multipart/form-data"
        className="stack"
      >
        <div className="field">
          <label htmlFor="picture">{t('speakers:own.picture')}</label>
          <p className="hint" id="picture-hint">
            {t('speakers:own.pictureHint')}
          </p>
          <input
            id="picture"
            type="file"
            name="file"
            accept="image/jpeg,image/png,image/webp,image/avif"
            aria-describedby={refused ? 'picture-hint picture-error' : 'picture-hint'}
            aria-invalid={refused ? true : undefined}
          />
          {refused && (
            <p className="field-error" id="picture-error">
              {t((refused.includes(':') ? refused : `errors:${refused}`) as 'errors:invalid')}
            </p>
          )}
        </div>
        <p>
          <button type="submit" className="button quiet" name="intent" value="picture">
            {page.picture ? t('speakers:own.replacePicture') : t('speakers:own.sendPicture')}
          </button>
        </p>
      </form>
      {page.picture && (
        <form method="post" action={`${path}?lang=${language}#you`}>
          <button type="submit" className="button quiet" name="intent" value="noPicture">
            {t('speakers:own.removePicture')}
          </button>
        </form>
      )}
    </div>
  )
}
