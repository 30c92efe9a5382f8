import { useActionData, useLoaderData, useSearchParams } from '@remix-run/react'
import { useText } from '#app/i18n/use-text.ts'
import { EarlierUploads } from '#app/ui/earlier-uploads.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { UploadForm } from '#app/ui/upload-form.tsx'
import type { action, loader } from './route.tsx'

const accept =
  '.csv,.txt,.tsv,.xlsx,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

export function ImportsPage() {
  const { imports, zone } = useLoaderData<typeof loader>()
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
      <h1>{t('imports:title')}</h1>
      <p className="muted">{t('imports:intro')}</p>
      {search.get('done') === 'discarded' && !answer && (
        <Notice kind="success">{t('imports:done.discarded')}</Notice>
      )}
      <UploadForm
        accept={accept}
        hint={t('imports:fileHint')}
        submit={t('imports:upload')}
        refusal={answer ? t(`imports:refused.${answer.refusal}`) : null}
      />
      <EarlierUploads {...{ zone, counted }} of={imports} to="/desk/imports" none={t('imports:none')} />
    </div>
  )
}
