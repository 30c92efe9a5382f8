import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { useText } from '#app/i18n/use-text.ts'
import { Notice } from '#app/ui/notice.tsx'
import { Purges } from '../desk.event.clearance/purges.tsx'
import { Progress } from './progress.tsx'
import type { action, loader } from './route.tsx'
import { SettingsForm } from './settings-form.tsx'

/** How the event asks for clearance, and how far that has come; what the forms say is not for organisers. */
export function SettingsPage() {
  const { slug, hasKeyring, mayView, progress, purges, content } = useLoaderData<typeof loader>()
  const t = useText()
  return (
    <div className="stack sections form-page">
      <div className="row between">
        <h1>{t('clearance:settings.title')}</h1>
        {mayView && (
          <Link className="button quiet" to={`/desk/events/${slug}/clearance`}>
            {t('clearance:desk.title')}
          </Link>
        )}
      </div>
      <p className="muted">{t('clearance:settings.about')}</p>
      <Notice kind="info">
        <p>{t('clearance:settings.officer')}</p>
        <p>
          <Link className="target" to={`/desk/events/${slug}/people`}>
            {t('desk:event.people')}
          </Link>
        </p>
      </Notice>
      {!hasKeyring && <Notice kind="warning">{t('clearance:settings.refused.noKey')}</Notice>}
      <Done />
      {progress && <Progress progress={progress} />}
      {/* Keyed by what is stored, so that the fields show it again after a save. */}
      <SettingsForm key={JSON.stringify(content)} />
      {purges.length > 0 && <Purges purges={purges} />}
    </div>
  )
}

function Done() {
  const { done, reminded, slug } = useLoaderData<typeof loader>()
  const came = useActionData<typeof action>()
  const t = useText()
  if (came) return null
  if (done === 'saved') return <Notice kind="success">{t('clearance:settings.saved')}</Notice>
  if (done !== 'reminded') return null
  if (!reminded) return <Notice kind="info">{t('clearance:settings.remindedNone')}</Notice>
  return (
    <Notice kind="success">
      {t('clearance:settings.reminded', { count: reminded })}{' '}
      <Link to={`/desk/events/${slug}/outbox?state=draft`}>{t('desk:event.outbox')}</Link>
    </Notice>
  )
}
