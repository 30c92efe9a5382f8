import { Link, useLoaderData } from '@remix-run/react'
import { formatNumber } from '#app/i18n/format.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { FactList } from '#app/ui/fact-list.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { LaneText, lanes } from './lanes.tsx'
import type { loader } from './route.tsx'
import { SendingStopped } from './stopped.tsx'

type Data = ReturnType<typeof useLoaderData<typeof loader>>

/** How emails leave this server: whether they do, what waits, under which limits, and with whose signature. */
export function SendingPage() {
  const page = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  // Nobody can say when what stands still will have gone.
  const isMoving = page.hasServer && !page.sending.stop
  return (
    <div className="stack">
      <h1>{t('sending:title')}</h1>
      <p className="muted">{t('sending:intro')}</p>
      <Standing page={page} />
      <section className="stack">
        <h2>{t('sending:lanes')}</h2>
        <dl className="facts card">
          {lanes.map((lane) => (
            <div key={lane}>
              <dt>{t(`sending:lane.${lane}`)}</dt>
              <dd>
                {isMoving ? (
                  <LaneText lane={page.sending[lane]} zone={page.zone} />
                ) : (
                  formatNumber(page.sending[lane].waiting, language)
                )}
              </dd>
            </div>
          ))}
        </dl>
      </section>
      <Limits page={page} />
      <section className="stack">
        <h2>{t('sending:signature')}</h2>
        <FactList
          facts={[
            [t('sending:signedFor'), page.signedFor ?? t('sending:notSigned')],
            [t('sending:returnsTo'), page.returnsTo ?? t('sending:returnsToSender')],
          ]}
        />
      </section>
      {page.canManage && (
        <p>
          <Link className="button quiet" to="/desk/office/suppressions">
            {t('sending:list.title')}
          </Link>
        </p>
      )}
    </div>
  )
}

function Standing({ page: { sending, hasServer, isResumed, canManage } }: { page: Data }) {
  const t = useText()
  if (!hasServer)
    return (
      <Notice kind="warning">
        <strong>{t('mail:outbox.noServerTitle')}</strong> {t('mail:outbox.noServer')}
      </Notice>
    )
  if (sending.stop) return <SendingStopped stop={sending.stop} canResume={canManage} />
  if (sending.trouble)
    return <Notice kind="warning">{t('mail:outbox.trouble', { response: sending.trouble.response })}</Notice>
  return <Notice kind="success">{t(isResumed ? 'sending:resumed' : 'sending:works')}</Notice>
}

function Limits({ page: { sending, limits, preset } }: { page: Data }) {
  const t = useText()
  const language = useLanguage()
  const number = (value: number) => formatNumber(value, language)
  const used = (count: number, limit: number) =>
    t('sending:used', { used: number(count), limit: number(limit) })
  return (
    <section className="stack">
      <h2>{t('sending:limits')}</h2>
      <FactList
        facts={[
          [t('sending:perMinute'), used(sending.used.minute, limits.perMinute)],
          [t('sending:perDay'), used(sending.used.day, limits.perDay)],
          [t('sending:connections'), number(limits.connections)],
          [t('sending:preset'), preset],
        ]}
      />
      <p className="muted small">{t('sending:reserve')}</p>
    </section>
  )
}
