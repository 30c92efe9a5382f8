import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { formatInstant, formatNumber } from '#app/i18n/format.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { Confirm } from '#app/ui/confirm.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Lists } from './lists.tsx'
import { People } from './people.tsx'
import { Purges } from './purges.tsx'
import type { action, loader } from './route.tsx'

/** Who is expected at the gate, the access lists, and what has been destroyed. Only for clearance officers. */
export function ClearancePage() {
  const { expected, mayEdit, slug, purges, key } = useLoaderData<typeof loader>()
  const t = useText()
  return (
    <div className="stack sections">
      <div className="row between">
        <h1>{t('clearance:desk.title')}</h1>
        {mayEdit && (
          <Link className="button quiet" to={`/desk/events/${slug}/clearance/settings`}>
            {t('clearance:desk.settings')}
          </Link>
        )}
      </div>
      <p className="muted">{t('clearance:desk.about')}</p>
      <Notices />
      {expected && <Standing counts={expected.counts} />}
      {expected && <Lists />}
      {expected && <People expected={expected} />}
      {purges.length > 0 && <Purges purges={purges} />}
      {key !== 'none' && (
        <Confirm intent="purge" title={t('clearance:purge.now')} effect={t('clearance:purge.nowEffect')} />
      )}
    </div>
  )
}

function Notices() {
  const { done, made, isOpen, hasKeyring, key } = useLoaderData<typeof loader>()
  const came = useActionData<typeof action>()
  const t = useText()
  const language = useLanguage()
  return (
    <>
      {came && <Notice kind="error">{t(`clearance:list.refused.${came.refused}`)}</Notice>}
      {!came && done === 'made' && made > 0 && (
        <Notice kind="success">{t('clearance:list.done', { number: formatNumber(made, language) })}</Notice>
      )}
      {!came && done === 'saved' && <Notice kind="success">{t('clearance:desk.saved')}</Notice>}
      {!came && done === 'purged' && <Notice kind="success">{t('clearance:purge.done')}</Notice>}
      {!hasKeyring && <Notice kind="warning">{t('clearance:desk.noKey')}</Notice>}
      {hasKeyring && key === 'lost' && <Notice kind="error">{t('clearance:desk.lost')}</Notice>}
      {!isOpen && <Notice kind="info">{t('clearance:desk.off')}</Notice>}
    </>
  )
}

function Standing({ counts }: { counts: Record<'all' | 'missing' | 'incomplete' | 'complete', number> }) {
  const { dueAt, purgeAt, zone } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  return (
    <section className="card stack" aria-labelledby="standing">
      <h2 id="standing">{t('clearance:desk.expected', { count: counts.all })}</h2>
      <p className="row">
        <span className="tag yes">
          {formatNumber(counts.complete, language)} {t('clearance:desk.there')}
        </span>
        <span className="tag wait">
          {formatNumber(counts.missing + counts.incomplete, language)} {t('clearance:desk.wanting')}
        </span>
      </p>
      <p className="muted small">
        {dueAt && t('clearance:desk.due', { date: formatInstant(dueAt, 'dayAndTime', language, zone) })}
        {' · '}
        {purgeAt && t('clearance:desk.purge', { date: formatInstant(purgeAt, 'day', language, zone) })}
      </p>
    </section>
  )
}
