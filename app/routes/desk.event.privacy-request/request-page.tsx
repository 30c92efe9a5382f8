import { Link, useLoaderData } from '@remix-run/react'
import { displayName } from '#app/directory/names.ts'
import { formatInstant } from '#app/i18n/format.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { FactList } from '#app/ui/fact-list.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Counts } from './counts.tsx'
import { Decide } from './decide.tsx'
import type { loader } from './route.tsx'

const doings = ['granted', 'refused', 'recorded'] as const

/** One request: who asks for what, by when, and the two ways to answer. */
export function RequestPage() {
  const { request, slug, done } = useLoaderData<typeof loader>()
  const t = useText()
  const doing = doings.find((one) => one === done)
  return (
    <div className="stack sections">
      <p>
        <Link to=".." relative="path" className="target">
          {t('privacy:desk.back')}
        </Link>
      </p>
      <Head />
      {doing && <Notice kind="success">{t(`privacy:done.${doing}`)}</Notice>}
      <About />
      {request.kind === 'access' && request.state === 'open' && (
        <section className="card stack">
          <p>{t('privacy:decide.identify')}</p>
          <p className="row">
            {(['xlsx', 'json'] as const).map((format) => (
              <a
                key={format}
                className="button quiet"
                href={`/desk/events/${slug}/privacy/${request.id}/copy?format=${format}`}
              >
                {t(`privacy:data.${format}`)}
              </a>
            ))}
          </p>
        </section>
      )}
      {request.state === 'open' ? <Decide /> : <Decided />}
    </div>
  )
}

function Head() {
  const { request, slug } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  return (
    <header className="tight">
      <h1>{t(`privacy:kind.${request.kind}`)}</h1>
      <p className="muted">
        {request.invitationId ? (
          <Link to={`/desk/events/${slug}/guests/${request.invitationId}`} className="target">
            <bdi className="wraps">{displayName(request.names, language)}</bdi>
          </Link>
        ) : (
          <bdi className="wraps">{displayName(request.names, language)}</bdi>
        )}
      </p>
    </header>
  )
}

function About() {
  const { request, zone } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  const day = (at: Date) => formatInstant(at, 'day', language, zone)
  return (
    <FactList
      facts={[
        [t('privacy:desk.state'), t(`privacy:state.${request.state}`)],
        [t('privacy:desk.came'), `${day(request.createdAt)} · ${t(`privacy:via.${request.via}`)}`],
        [t('privacy:desk.answerBy'), request.state === 'open' ? day(request.dueAt) : null],
        [t('privacy:desk.wrote'), request.reason],
        [t('privacy:desk.wantedName'), request.wanted?.name],
        [t('privacy:desk.wantedPhone'), request.wanted?.phone],
        [t('privacy:desk.phoneNow'), request.wanted?.phone ? request.phone : null],
      ]}
    />
  )
}

function Decided() {
  const { request, zone } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  const { decidedAt, decidedBy, answer, counts, reach } = request
  return (
    <section className="card stack">
      <FactList
        facts={[
          [t('privacy:desk.decided'), decidedAt && formatInstant(decidedAt, 'dayAndTime', language, zone)],
          [t('privacy:desk.by'), decidedBy],
          [t('privacy:desk.answer'), answer],
          [t('privacy:desk.reach'), reach && t(`privacy:reach.${reach}`)],
        ]}
      />
      {counts && <Counts counts={counts} />}
    </section>
  )
}
