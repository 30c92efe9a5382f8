import { Link, useLoaderData } from '@remix-run/react'
import { displayName } from '#app/directory/names.ts'
import { localize } from '#app/i18n/languages.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { Notice } from '#app/ui/notice.tsx'
import { Decide } from '../desk.event.guest/decide.tsx'
import type { loader } from './route.tsx'

type Listed = ReturnType<typeof useLoaderData<typeof loader>>['requests'][number]

/** Everything that waits for the organiser's word: names beyond the seats, substitutes, links that went astray. */
export function RequestsPage() {
  const { requests, wrong, done } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  return (
    <div className="stack sections">
      <header className="tight">
        <h1>{t('delegation:requests.title')}</h1>
        <p className="muted">{t('delegation:requests.hint')}</p>
      </header>
      {done === 'decided' && <Notice kind="success">{t('delegation:desk.done.decided')}</Notice>}
      {requests.length + wrong.length === 0 ? (
        <p className="empty">{t('delegation:requests.none')}</p>
      ) : (
        <ul className="plain-list rows requests">
          {requests.map((request) => (
            <Request key={request.id} request={request} />
          ))}
          {wrong.map(({ invitationId, names, organisation }) => (
            <li key={invitationId} className="stack">
              <p>
                <bdi className="wraps strong">
                  {names ? displayName(names, language) : localize(organisation, language)}
                </bdi>{' '}
                <span className="muted">{t('delegation:desk.wrong')}</span>
              </p>
              <Open invitationId={invitationId} />
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

function Request({ request }: { request: Listed }) {
  const { canEdit } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  const { id, invitationId, source, seat, honorific, names, position, email, phone, inPlaceOf } = request
  const isSubstitute = source === 'substitute'
  return (
    <li className="stack">
      <div>
        <p>
          <bdi className="wraps strong">
            {[localize(honorific, language), displayName(names, language)].filter(Boolean).join(' ')}
          </bdi>{' '}
          <span className="muted">
            {seat !== 'requested' && t('delegation:desk.wrong')}
            {seat === 'requested' &&
              (isSubstitute
                ? t('delegation:desk.inPlaceOf', { name: displayName(inPlaceOf ?? {}, language) })
                : t('delegation:requests.beyond', {
                    organisation: localize(request.organisation, language),
                  }))}
          </span>
        </p>
        <p className="hint">
          <bdi className="wraps">{localize(position, language)}</bdi>{' '}
          <bdi dir="ltr" className="wraps">
            {[email, phone].filter(Boolean).join(' · ')}
          </bdi>
        </p>
      </div>
      {canEdit && seat === 'requested' && (
        <Decide person={{ id, names }} isSubstitute={isSubstitute} invitationId={invitationId} />
      )}
      <Open invitationId={invitationId} />
    </li>
  )
}

function Open({ invitationId }: { invitationId: string }) {
  const t = useText()
  return (
    <p>
      <Link className="target" to={`../guests/${invitationId}`} relative="path">
        {t('delegation:requests.open')}
      </Link>
    </p>
  )
}
