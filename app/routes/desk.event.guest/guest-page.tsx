import { Link, useLoaderData } from '@remix-run/react'
import { displayName } from '#app/directory/names.ts'
import { languageNames, localize } from '#app/i18n/languages.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { LocalizedText } from '#app/ui/localized-text.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { StatusTag } from '#app/ui/status-tag.tsx'
import { BehalfForm } from './behalf-form.tsx'
import { GuestLetters } from './guest-letters.tsx'
import { GuestMails } from './guest-mails.tsx'
import { Named } from './named.tsx'
import { Reminders } from './reminders.tsx'
import type { loader } from './route.tsx'
import { Said } from './said.tsx'
import { Share } from './share.tsx'
import { Story } from './story.tsx'
import { Terms } from './terms.tsx'

const doings = ['answered', 'linkSent', 'linkRenewed'] as const
const decided = ['decided', 'terms', 'substituteNamed', 'substituteWithdrawn'] as const

/** One invitation: who, where they stand, their link, and everything that happened. */
export function GuestPage() {
  const { invitation, canAct, share, done } = useLoaderData<typeof loader>()
  const t = useText()
  const doing = doings.find((one) => one === done)
  const deed = decided.find((one) => one === done)
  return (
    <div className="stack sections">
      <p>
        <Link to=".." relative="path" className="target">
          {t('guests:backToList')}
        </Link>
      </p>
      <Head />
      {doing && <Notice kind="success">{t(`guests:done.${doing}`)}</Notice>}
      {deed && <Notice kind="success">{t(`delegation:desk.done.${deed}`)}</Notice>}
      {done === 'noted' && <Notice kind="success">{t('story:noted')}</Notice>}
      {invitation.state === 'revoked' && <Notice kind="warning">{t('guests:withdrawn')}</Notice>}
      {invitation.wrongRecipientAt && <Notice kind="error">{t('guests:wrongRecipientHint')}</Notice>}
      <Standing />
      <Named />
      <Said />
      {share && <Share share={share} />}
      {invitation.state !== 'revoked' && <Reminders />}
      {canAct && <BehalfForm />}
      {canAct && <Terms />}
      <GuestMails />
      <GuestLetters />
      <Story />
    </div>
  )
}

function Head() {
  const { page, holder, invitation } = useLoaderData<typeof loader>()
  const language = useLanguage()
  const t = useText()
  const name = page.reader ? displayName(page.reader.names, language) : localize(page.organisation, language)
  const about = page.reader ? [page.reader.position, page.reader.organisationName] : []
  return (
    <header className="tight">
      <h1>
        <bdi className="wraps">{name}</bdi>
      </h1>
      <p className="muted row">
        {page.isOrganisation && <span>{t('guests:institution', { count: page.seats })}</span>}
        {about
          .filter((text) => localize(text, language))
          .map((text) => (
            <span key={localize(text, language)}>
              <LocalizedText text={text} language={language} />
            </span>
          ))}
        {holder.address && (
          <a href={`mailto:${holder.address}`} className="target">
            <bdi dir="ltr">{holder.address}</bdi>
          </a>
        )}
        {holder.phone && (
          <a href={`tel:${holder.phone.replace(/[^\d+]/g, '')}`} className="target">
            <bdi dir="ltr">{holder.phone}</bdi>
          </a>
        )}
        <span lang={invitation.language}>{languageNames[invitation.language]}</span>
      </p>
    </header>
  )
}

function Standing() {
  const { page, invitation } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  const needs = page.reader?.needs ?? {}
  const said = [needs.access, needs.diet, needs.listenLanguage && languageNames[needs.listenLanguage]].filter(
    Boolean,
  )
  return (
    <section className="card stack" aria-labelledby="standing">
      <h2 id="standing">{t('guests:standing')}</h2>
      <ul className="plain-list rows">
        {page.parts
          .filter(({ audience, status }) => audience === 'invited' || status !== 'invited')
          .map((part) => (
            <li key={part.id} className="row between">
              <span>
                <LocalizedText text={part.name} language={language} />
                {part.reason && (
                  <span className="hint">
                    <bdi className="wraps">{t('answer:recorded.reason', { reason: part.reason })}</bdi>
                  </span>
                )}
              </span>
              <StatusTag status={part.status} />
            </li>
          ))}
      </ul>
      {said.length > 0 && (
        <p className="notice warning">{t('answer:recorded.needs', { needs: said.join(' · ') })}</p>
      )}
      {invitation.message && (
        <blockquote className="notice" dir="auto">
          <p className="small muted">{t('guests:messageFromGuest')}</p>
          <p className="lines">{invitation.message}</p>
        </blockquote>
      )}
    </section>
  )
}
