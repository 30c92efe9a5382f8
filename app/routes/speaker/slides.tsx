import { getFormProps, useForm } from '@conform-to/react'
import { getZodConstraint } from '@conform-to/zod/v4'
import { useActionData, useLoaderData } from '@remix-run/react'
import type { z } from 'zod'
import { slidesForm } from '#app/agenda/speaker-forms.ts'
import { documentsAccepted } from '#app/files/document.ts'
import { languageNames, localize } from '#app/i18n/languages.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { FormErrors, LocalizedField, SelectField } from '#app/ui/field.tsx'
import { LocalizedText } from '#app/ui/localized-text.tsx'
import { NewId } from '#app/ui/new-id.tsx'
import type { action, loader } from './route.tsx'

/** Slides that were sent, and the way to send some. */
export function Slides() {
  const { page, path } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  return (
    <section className="card stack" id="slides" aria-labelledby="your-slides">
      <h2 id="your-slides">{t('speakers:own.slides')}</h2>
      <p className="muted">{t('speakers:own.slidesHint')}</p>
      {page.papers.length > 0 && (
        <ul className="plain-list rows">
          {page.papers.map((paper) => (
            <li key={paper.id} className="row between">
              <span>
                <LocalizedText text={paper.title} language={language} />
                {paper.files.map(({ id, mediaType }) => (
                  <a key={id} className="target" href={`${path}/papers/${id}`}>
                    {t('speakers:own.open')} <bdi>({mediaType.split('/')[1]?.slice(-5)})</bdi>
                  </a>
                ))}
              </span>
              <form method="post" action={`${path}?lang=${language}#slides`}>
                <input type="hidden" name="item" value={paper.itemId ?? undefined} />
                <input type="hidden" name="paper" value={paper.id} />
                <button type="submit" className="button quiet" name="intent" value="noSlides">
                  {t('speakers:own.removeSlides')}
                </button>
              </form>
            </li>
          ))}
        </ul>
      )}
      {page.isOpen && <SlidesForm />}
    </section>
  )
}

function SlidesForm() {
  const { page, path } = useLoaderData<typeof loader>()
  const came = useActionData<typeof action>()
  const t = useText()
  const language = useLanguage()
  const sent = came?.intent === 'slides' ? came : null
  const [form, fields] = useForm<z.input<typeof slidesForm>>({
    id: 'send-slides',
    constraint: getZodConstraint(slidesForm),
    lastResult: sent?.result,
  })
  const items = new Map(page.roles.map(({ itemId, item }) => [itemId, item]))
  return (
    <form
      method="post"
      action={`${path}?lang=${language}#slides`}
      encType="multipart/form-data"
      {...getFormProps(form)}
      className="stack"
    >
      <FormErrors form={form} />
      <NewId />
      <SelectField
        meta={fields.item}
        label={t('speakers:own.slidesFor')}
        choices={[...items].map(([value, { title }]) => ({ value, label: localize(title, language) }))}
      />
      <LocalizedField
        meta={fields.title}
        label={t('speakers:own.slidesTitle')}
        hint={t('speakers:own.slidesTitleHint')}
        among={page.event.languages}
      />
      <SelectField
        meta={fields.language}
        label={t('speakers:papers.language')}
        empty={t('speakers:papers.anyLanguage')}
        choices={page.event.languages.map((value) => ({ value, label: languageNames[value] }))}
      />
      <div className="field">
        <label htmlFor="slides-file">{t('speakers:papers.file')}</label>
        <p className="hint" id="slides-hint">
          {t('speakers:papers.fileHint')}
        </p>
        <input
          id="slides-file"
          type="file"
          name="file"
          accept={documentsAccepted}
          aria-describedby={sent?.refused ? 'slides-hint slides-error' : 'slides-hint'}
          aria-invalid={sent?.refused ? true : undefined}
        />
        {sent?.refused && (
          <p className="field-error" id="slides-error">
            {t((sent.refused.includes(':') ? sent.refused : `errors:${sent.refused}`) as 'errors:invalid')}
          </p>
        )}
      </div>
      <p>
        <button type="submit" className="button quiet" name="intent" value="slides">
          {t('speakers:own.sendSlides')}
        </button>
      </p>
    </form>
  )
}
