import { getFormProps, useForm } from '@conform-to/react'
import { getZodConstraint } from '@conform-to/zod/v4'
import { Form, Link, useActionData, useLoaderData, useSearchParams } from '@remix-run/react'
import type { z } from 'zod'
import { datasetForm } from '#app/exhibition/displacement/forms.ts'
import { datasetName } from '#app/exhibition/displacement/words.ts'
import { isolate } from '#app/i18n/format.ts'
import { languages } from '#app/i18n/languages.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { Confirm } from '#app/ui/confirm.tsx'
import { FormErrors, LocalizedField, TextField } from '#app/ui/field.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Rounds } from './rounds.tsx'
import type { action, loader } from './route.tsx'

const notices = ['saved', 'roundRemoved'] as const

/** One dataset: what readers call it, who says so, and its rounds. */
export function DatasetPage() {
  const { dataset } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const [search] = useSearchParams()
  const t = useText()
  const language = useLanguage()
  const done = notices.find((notice) => notice === search.get('done'))
  return (
    <div className="stack form-page">
      <header className="tight stack">
        <p>
          <Link className="map-link" to="/desk/displacement">
            {t('dtm:datasets.back')}
          </Link>
        </p>
        <h1>
          <bdi className="wraps">{datasetName(dataset, language).text}</bdi>
        </h1>
        <p className="muted">
          {t(`dtm:population.${dataset.population}`)} · <bdi>{dataset.operation}</bdi>
        </p>
      </header>
      {done && !answer && <Notice kind="success">{t(`dtm:done.${done}`)}</Notice>}
      <Facts />
      <Rounds />
      <Confirm intent="remove" title={t('dtm:dataset.remove')} effect={t('dtm:dataset.removeEffect')} />
    </div>
  )
}

function Facts() {
  const { dataset } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useText()
  const { name, source, sourceUrl, terms } = dataset
  const [form, fields] = useForm<z.input<typeof datasetForm>>({
    id: 'dataset',
    constraint: getZodConstraint(datasetForm),
    lastResult: answer?.result,
    defaultValue: { name, source, sourceUrl: sourceUrl ?? '', terms },
  })
  return (
    <section className="card stack" aria-labelledby="facts">
      <h2 id="facts">{t('dtm:dataset.facts')}</h2>
      <Form method="post" {...getFormProps(form)} className="stack text-columns">
        <FormErrors form={form} />
        <LocalizedField
          meta={fields.name}
          label={t('dtm:dataset.name')}
          hint={t('dtm:dataset.nameHint', { operation: isolate(dataset.operation) })}
          among={languages}
        />
        <LocalizedField meta={fields.source} label={t('dtm:dataset.source')} among={languages} />
        <TextField meta={fields.sourceUrl} label={t('dtm:dataset.sourceUrl')} type="url" />
        <LocalizedField meta={fields.terms} label={t('dtm:dataset.terms')} among={languages} rows={2} />
        <p>
          <button type="submit" className="button" name="intent" value="edit">
            {t('dtm:dataset.save')}
          </button>
        </p>
      </Form>
    </section>
  )
}
