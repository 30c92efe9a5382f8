import { Link, useActionData, useLoaderData, useSearchParams } from '@remix-run/react'
import { refusalText } from '#app/exhibition/sheets/report-text.ts'
import { useText } from '#app/i18n/use-text.ts'
import { EarlierUploads } from '#app/ui/earlier-uploads.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { UploadForm } from '#app/ui/upload-form.tsx'
import { acceptedSheets } from '../desk.sheet-import/accepted.ts'
import type { action, loader } from './route.tsx'

/** The sheet to be filled in, the way in for one that is, and what came in before. */
export function ImportsPage() {
  const { uploads, zone } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const [search] = useSearchParams()
  const t = useText()
  const counted = {
    new: t('imports:count.new'),
    update: t('imports:count.update'),
    leave: t('imports:count.leave'),
  }
  return (
    <div className="stack form-page">
      <p>
        <Link className="more" to="/desk/programmes">
          {t('sheets:programmes.back')}
        </Link>
      </p>
      <h1>{t('sheets:programmes.title')}</h1>
      <p className="muted">{t('sheets:programmes.intro')}</p>
      {search.get('done') === 'discarded' && !answer && (
        <Notice kind="success">{t('sheets:done.discarded')}</Notice>
      )}
      <ul className="plain-list">
        <li>
          <a className="target" href="/desk/programmes/sheets/template.xlsx">
            {t('sheets:template')}
          </a>
        </li>
        <li>
          <a className="target" href="/desk/programmes/sheets/results.xlsx">
            {t('sheets:programmes.filled')}
          </a>
        </li>
      </ul>
      <h2>{t('sheets:upload.title')}</h2>
      <UploadForm
        accept={acceptedSheets}
        hint={t('imports:fileHint')}
        submit={t('sheets:upload.submit')}
        refusal={answer ? refusalText(answer.refusal, t) : null}
      />
      <EarlierUploads
        {...{ zone, counted }}
        of={uploads}
        to="/desk/programmes/imports"
        none={t('sheets:upload.none')}
      />
    </div>
  )
}
