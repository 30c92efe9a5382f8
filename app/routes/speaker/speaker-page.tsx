import { useLoaderData } from '@remix-run/react'
import { localize } from '#app/i18n/languages.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { LocalizedText } from '#app/ui/localized-text.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { GuestFrame } from '../answer/guest-frame.tsx'
import { RoleHolder } from '../site.agenda/role-holder.tsx'
import { AboutYou } from './about-you.tsx'
import { Roles } from './roles.tsx'
import type { loader } from './route.tsx'
import { Slides } from './slides.tsx'

const doings = ['answered', 'described', 'pictured', 'unpictured', 'sent', 'unsent'] as const

/** What a speaker is asked, in the order in which it matters: whether they come, then what is printed of them. */
export function SpeakerPage() {
  const { page, path, done } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  const isCancelled = page.event.state === 'cancelled'
  const doing = doings.find((one) => one === done)
  return (
    <GuestFrame office={page.event.office.name} href={(other) => `${path}?lang=${other}`}>
      {page.holder && (
        <p className="muted">
          <RoleHolder holder={page.holder} />
        </p>
      )}
      <h1>{t('speakers:own.title', { event: localize(page.event.name, language) })}</h1>
      {isCancelled && (
        <Notice kind="error">
          <p className="strong">{t('answer:cancelled')}</p>
          <p>
            <LocalizedText text={page.event.cancellationNote} language={language} />
          </p>
        </Notice>
      )}
      {doing && <Notice kind="success">{t(`speakers:done.${doing}`)}</Notice>}
      {page.roles.length === 0 && <p className="lead">{t('speakers:own.none')}</p>}
      {page.roles.length > 0 && (
        <>
          <Roles />
          <AboutYou />
          <Slides />
        </>
      )}
      <Contact />
    </GuestFrame>
  )
}

function Contact() {
  const { page } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  const { contact, office, slug } = page.event
  const address = contact.email || office.replyTo || office.senderAddress
  return (
    <>
      <p>
        <a className="target" href={`/${language}/${slug}/agenda`}>
          {t('answer:wholeAgenda')}
        </a>
      </p>
      <p className="small muted">
        {t('answer:contact')}:{' '}
        <a href={`mailto:${address}`}>
          <bdi dir="ltr">{address}</bdi>
        </a>
      </p>
    </>
  )
}
