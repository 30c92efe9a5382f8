import { getFormProps, useForm } from '@conform-to/react'
import { Form, Link, useActionData, useLoaderData, useSearchParams } from '@remix-run/react'
import type { z } from 'zod'
import type { shownForm } from '#app/exhibition/displacement/forms.ts'
import { datasetName } from '#app/exhibition/displacement/words.ts'
import { formatNumber } from '#app/i18n/format.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { ChoiceField, FormErrors } from '#app/ui/field.tsx'
import { Notice } from '#app/ui/notice.tsx'
import type { action, loader } from './route.tsx'

/** Which of the office's displacement data this event shows. */
export function ShownPage() {
  const { event, datasets, canImport } = useLoaderData<typeof loader>()
  const [search] = useSearchParams()
  const t = useText()
  const language = useLanguage()
  return (
    <div className="stack form-page">
      <h1>{t('dtm:shown.title')}</h1>
      <p className="muted">{t('dtm:shown.intro')}</p>
      {search.get('done') === 'saved' && <Notice kind="success">{t('dtm:done.saved')}</Notice>}
      {datasets.length ? <Choice /> : <p className="card empty">{t('dtm:datasets.none')}</p>}
      <p className="row">
        {datasets.length > 0 && (
          <a className="button quiet" href={`/${language}/${event.slug}/exhibition/displacement`}>
            {t('dtm:shown.look')}
          </a>
        )}
        {canImport && (
          <Link className="button quiet" to="/desk/displacement">
            {t('dtm:shown.toOffice')}
          </Link>
        )}
      </p>
    </div>
  )
}

function Choice() {
  const { datasets, chosen } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useText()
  const language = useLanguage()
  const [form, fields] = useForm<z.input<typeof shownForm>>({
    id: 'shown',
    lastResult: answer?.result,
    defaultValue: { mode: chosen ? 'chosen' : 'all', datasets: chosen ?? datasets.map(({ id }) => id) },
  })
  const modes = [
    { value: 'all', label: t('dtm:shown.all') },
    { value: 'chosen', label: t('dtm:shown.chosen'), hint: t('dtm:shown.hint') },
  ]
  const offered = datasets.map((dataset) => ({
    value: dataset.id,
    label: <bdi>{datasetName(dataset, language).text}</bdi>,
    hint: `${t(`dtm:population.${dataset.population}`)} · ${t('dtm:what.rounds', {
      number: formatNumber(dataset.rounds, language),
    })}`,
  }))
  return (
    <Form method="post" {...getFormProps(form)} className="card stack">
      <FormErrors form={form} />
      <ChoiceField meta={fields.mode} legend={t('dtm:shown.mode')} choices={modes} />
      <ChoiceField meta={fields.datasets} legend={t('dtm:shown.data')} choices={offered} multiple />
      <p>
        <button type="submit" className="button">
          {t('dtm:shown.save')}
        </button>
      </p>
    </Form>
  )
}
