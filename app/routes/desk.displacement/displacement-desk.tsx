import { Link, useActionData, useLoaderData, useSearchParams } from '@remix-run/react'
import { refusalText } from '#app/exhibition/displacement/report-text.ts'
import { datasetName } from '#app/exhibition/displacement/words.ts'
import { formatNumber, formatPartialDate, isolate } from '#app/i18n/format.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { EarlierUploads } from '#app/ui/earlier-uploads.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { UploadForm } from '#app/ui/upload-form.tsx'
import type { action, loader } from './route.tsx'

const accept =
  '.csv,.txt,.tsv,.xlsx,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const notices = ['discarded', 'removed'] as const

/** What the office has of displacement data, and the way in for more. */
export function DisplacementDesk() {
  const { uploads, zone } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const [search] = useSearchParams()
  const t = useText()
  const done = notices.find((notice) => notice === search.get('done'))
  const counted = {
    new: t('imports:count.new'),
    update: t('imports:count.update'),
    leave: t('imports:count.leave'),
  }
  return (
    <div className="stack form-page">
      <h1>{t('dtm:title')}</h1>
      <p className="muted">{t('dtm:intro')}</p>
      {done && !answer && <Notice kind="success">{t(`dtm:done.${done}`)}</Notice>}
      <Datasets />
      <h2>{t('dtm:upload.title')}</h2>
      <p className="muted">{t('dtm:upload.intro')}</p>
      <UploadForm
        accept={accept}
        hint={t('dtm:upload.hint')}
        submit={t('dtm:upload.submit')}
        refusal={answer ? refusalText(answer.refusal, t) : null}
      />
      <EarlierUploads
        {...{ zone, counted }}
        of={uploads}
        to="/desk/displacement/imports"
        none={t('dtm:upload.none')}
      />
    </div>
  )
}

function Datasets() {
  const { datasets } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  const date = (value: string | null) => isolate(formatPartialDate(value ?? '', language))
  return (
    <section className="card stack" aria-labelledby="datasets">
      <h2 id="datasets">{t('dtm:datasets.title')}</h2>
      {datasets.length === 0 && <p className="muted">{t('dtm:datasets.none')}</p>}
      <ul className="plain-list rows">
        {datasets.map((dataset) => (
          <li key={dataset.id}>
            <Link to={`/desk/displacement/${dataset.id}`}>
              <bdi className="wraps">{datasetName(dataset, language).text}</bdi>
            </Link>
            <small className="muted block">
              {t(`dtm:population.${dataset.population}`)}
              {' · '}
              {t('dtm:what.rounds', { number: formatNumber(dataset.rounds, language) })}
              {dataset.from && ' · '}
              {dataset.from && t('dtm:what.span', { from: date(dataset.from), to: date(dataset.to) })}
            </small>
          </li>
        ))}
      </ul>
    </section>
  )
}
