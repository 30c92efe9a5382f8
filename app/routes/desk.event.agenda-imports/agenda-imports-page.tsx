import { Link, useActionData, useLoaderData, useSearchParams } from '@remix-run/react'
import { useText } from '#app/i18n/use-text.ts'
import { EarlierUploads } from '#app/ui/earlier-uploads.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { UploadForm } from '#app/ui/upload-form.tsx'
import type { action, loader } from './route.tsx'

const accept = '.json,.xml,.ics,application/json,application/xml,text/xml,text/calendar'

/** Where a schedule of another system is sent, and what became of those sent before. */
export function AgendaImportsPage() {
  const { imports, zone, slug } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const [search] = useSearchParams()
  const t = useText()
  const counted = {
    new: t('exchange:count.new'),
    changed: t('exchange:count.changed'),
    leftOut: t('exchange:count.leftOut'),
  }
  const agenda = `/desk/events/${slug}/agenda`
  return (
    <div className="stack form-page">
      <header className="tight stack">
        <p>
          <Link className="map-link" to={agenda}>
            {t('desk:event.agenda')}
          </Link>
        </p>
        <h1>{t('exchange:title')}</h1>
      </header>
      <p className="muted">{t('exchange:intro')}</p>
      {search.get('done') === 'discarded' && !answer && (
        <Notice kind="success">{t('exchange:done.discarded')}</Notice>
      )}
      <UploadForm
        accept={accept}
        hint={t('exchange:fileHint')}
        submit={t('exchange:upload')}
        refusal={answer ? t(`exchange:refused.${answer.refusal}`) : null}
      />
      <EarlierUploads {...{ zone, counted }} of={imports} to={`${agenda}/import`} none={t('exchange:none')} />
    </div>
  )
}
