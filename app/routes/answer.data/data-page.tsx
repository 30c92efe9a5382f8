import { useActionData, useLoaderData } from '@remix-run/react'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { Notice } from '#app/ui/notice.tsx'
import { GuestFrame } from '../answer/guest-frame.tsx'
import { AskErasure } from './ask-erasure.tsx'
import { Rights } from './rights.tsx'
import type { action, loader } from './route.tsx'

const doings = ['asked', 'listed', 'unlisted', 'withdrawn'] as const

/** What the office holds about the holder of the link, in plain words, and what they can do about it. */
export function DataPage() {
  const { office, path, asks: asked, done } = useLoaderData<typeof loader>()
  const came = useActionData<typeof action>()
  // A form that came back stands where it stood.
  const asks = came?.kind === 'erasure' ? 'erasure' : asked
  const language = useLanguage()
  const t = useText()
  const doing = doings.find((one) => one === done)
  const query = asks ? `&ask=${asks}` : ''
  return (
    <GuestFrame office={office} href={(other) => `${path}/data?lang=${other}${query}`}>
      <p>
        <a className="target" href={asks ? `${path}/data?lang=${language}` : `${path}?lang=${language}`}>
          {asks ? t('privacy:data.back') : t('privacy:data.toInvitation')}
        </a>
      </p>
      {asks === 'erasure' ? (
        <AskErasure />
      ) : (
        <>
          <h1>{t('privacy:data.title')}</h1>
          {doing && <Notice kind="success">{t(`privacy:done.${doing}`)}</Notice>}
          <Intro />
          <Held />
          <Copies />
          <Rights />
        </>
      )}
      <Contact />
    </GuestFrame>
  )
}

function Intro() {
  const { isOrganisation } = useLoaderData<typeof loader>()
  const t = useText()
  return <p>{t(isOrganisation ? 'privacy:data.introInstitution' : 'privacy:data.intro')}</p>
}

function Held() {
  const { chapters } = useLoaderData<typeof loader>()
  const t = useText()
  return (
    <>
      {chapters.map(({ name, facts }) => (
        <section key={name} className="card stack" aria-labelledby={`held-${name}`}>
          <h2 id={`held-${name}`}>{t(`privacy:chapter.${name}`)}</h2>
          <dl className="held">
            {facts.map(({ label, value, at }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes while it is shown.
              <div key={index}>
                <dt>{label}</dt>
                <dd>
                  <bdi className="wraps lines">{value}</bdi>
                  {at && (
                    <span className="hint">
                      <bdi>{at}</bdi>
                    </span>
                  )}
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </>
  )
}

function Copies() {
  const { path } = useLoaderData<typeof loader>()
  const language = useLanguage()
  const t = useText()
  return (
    <p className="row">
      <a className="button quiet" href={`${path}/data/what-we-hold.xlsx?lang=${language}`}>
        {t('privacy:data.xlsx')}
      </a>
      <a className="button quiet" href={`${path}/data/what-we-hold.json?lang=${language}`}>
        {t('privacy:data.json')}
      </a>
    </p>
  )
}

function Contact() {
  const { contact } = useLoaderData<typeof loader>()
  const t = useText()
  return (
    <p className="small muted">
      {t('answer:contact')}:{' '}
      <a href={`mailto:${contact}`}>
        <bdi dir="ltr">{contact}</bdi>
      </a>
    </p>
  )
}
