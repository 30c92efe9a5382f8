import { getFormProps, useForm } from '@conform-to/react'
import { getZodConstraint } from '@conform-to/zod/v4'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import type { z } from 'zod'
import { textsForm } from '#app/exhibition/forms.ts'
import type { Exhibit } from '#app/exhibition/read.server.ts'
import { languagesMissing, saysNothing } from '#app/exhibition/rules.ts'
import { languageNames } from '#app/i18n/languages.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { FormErrors, LocalizedField, TextField } from '#app/ui/field.tsx'
import { LocalizedText } from '#app/ui/localized-text.tsx'
import { Markdown } from '#app/ui/markdown.tsx'
import type { action, loader } from './route.tsx'
import { SectionHead } from './section-head.tsx'

type Given = { exhibit: Exhibit }

/** Title, summary and text: as a visitor reads them, or the form that changes them. */
export function Texts({ exhibit }: Given) {
  const { event, open } = useLoaderData<typeof loader>()
  const t = useText()
  const isOpen = open.open === 'texts'
  return (
    <section className="card stack" aria-labelledby="texts">
      <SectionHead id="texts" title={t('exhibition:texts.title')} label={t('common:edit')} to="?open=texts" />
      {isOpen ? <TextsForm exhibit={exhibit} among={event.languages} /> : <WhatIsWritten exhibit={exhibit} />}
    </section>
  )
}

function WhatIsWritten({ exhibit }: Given) {
  const { event } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  const missing = languagesMissing(exhibit, event.languages)
  return (
    <>
      <ul className="plain-list row tags">
        {event.languages.map((one) => (
          <li key={one} className={missing.includes(one) ? 'tag wait' : 'tag yes'}>
            <span lang={one}>{languageNames[one]}</span>
            {missing.includes(one) ? ` · ${t('common:notYet')}` : ` · ${t('exhibition:missing.complete')}`}
          </li>
        ))}
      </ul>
      <p className={saysNothing(exhibit.summary) ? 'muted' : 'strong'}>
        {saysNothing(exhibit.summary) ? (
          t('exhibition:texts.noSummary')
        ) : (
          <LocalizedText text={exhibit.summary} language={language} />
        )}
      </p>
      {saysNothing(exhibit.body) ? (
        <p className="muted">{t('exhibition:texts.noBody')}</p>
      ) : (
        <Markdown text={exhibit.body} language={language} />
      )}
    </>
  )
}

function TextsForm({ exhibit, among }: Given & { among: Parameters<typeof LocalizedField>[0]['among'] }) {
  const answer = useActionData<typeof action>()
  const t = useText()
  const { title, summary, body, slug } = exhibit
  const [form, fields] = useForm<z.input<typeof textsForm>>({
    id: 'exhibit-texts',
    constraint: getZodConstraint(textsForm),
    lastResult: answer?.intent === 'texts' ? answer.result : undefined,
    defaultValue: { title, summary, body, slug },
  })
  return (
    <Form method="post" {...getFormProps(form)} className="stack">
      <FormErrors form={form} />
      <LocalizedField meta={fields.title} label={t('exhibition:field.title')} among={among} />
      <LocalizedField
        meta={fields.summary}
        label={t('exhibition:field.summary')}
        hint={t('exhibition:texts.summaryHint')}
        among={among}
        rows={2}
      />
      <LocalizedField
        meta={fields.body}
        label={t('exhibition:field.body')}
        hint={t('exhibition:texts.bodyHint')}
        among={among}
        rows={8}
      />
      {!exhibit.publishedAt && (
        <TextField
          meta={fields.slug}
          label={t('exhibition:field.slug')}
          hint={t('exhibition:texts.slugHint')}
          dir="ltr"
        />
      )}
      <p className="row">
        <button type="submit" className="button" name="intent" value="texts">
          {t('exhibition:texts.save')}
        </button>
        <Link className="button quiet" to="?#texts">
          {t('common:cancel')}
        </Link>
      </p>
    </Form>
  )
}
