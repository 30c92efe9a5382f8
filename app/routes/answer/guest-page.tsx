import { useActionData, useLoaderData } from '@remix-run/react'
import { displayName } from '#app/directory/names.ts'
import { comma, formatInstant } from '#app/i18n/format.ts'
import { localize } from '#app/i18n/languages.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { LocalizedText } from '#app/ui/localized-text.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { AnswerForm } from './answer-form.tsx'
import { Day } from './day.tsx'
import { GateNotice } from './gate-notice.tsx'
import { GuestFrame } from './guest-frame.tsx'
import { Members } from './members.tsx'
import { NotYou } from './not-you.tsx'
import { Offers } from './offers.tsx'
import { Recorded } from './recorded.tsx'
import type { action, loader } from './route.tsx'
import { Substitute } from './substitute.tsx'
import { When } from './when.tsx'

/** A guest's or an institution's own page: what, when, where, and the answer. */
export function GuestPage() {
  const { page, path, dataPath, done } = useLoaderData<typeof loader>()
  const came = useActionData<typeof action>()
  const t = useText()
  const language = useLanguage()
  const isOpen = page.parts.some((part) => part.isOpen)
  return (
    <GuestFrame office={page.event.office.name} href={(other) => `${path}?lang=${other}`}>
      <Salutation />
      <h1>{t('answer:invited', { event: localize(page.event.name, language) })}</h1>
      {page.event.state === 'cancelled' && <Cancelled />}
      <Done done={done} />
      {page.sentBy && <SentBy sentBy={page.sentBy} />}
      <Offers />
      <When />
      {(page.hasAnswered || page.sentBy) && <Recorded isFresh={done === 'answered'} />}
      <GateNotice />
      <Members />
      {isOpen && <Questions isChange={page.hasAnswered} isBack={came?.intent === 'answer'} />}
      {!isOpen && page.event.state !== 'cancelled' && <Closed />}
      {page.event.state !== 'cancelled' && <Substitute />}
      <Day />
      <NotYou />
      <ContactLine />
      <p className="small">
        <a className="target" href={`${dataPath}?lang=${language}`}>
          {t('privacy:data.link')}
        </a>
      </p>
    </GuestFrame>
  )
}

function Done({ done }: { done: string | null }) {
  const t = useText()
  if (done === 'told') return <Notice kind="success">{t('answer:notYou.done')}</Notice>
  if (done === 'named' || done === 'takenBack')
    return <Notice kind="success">{t(`delegation:done.${done}`)}</Notice>
  return null
}

type Sent = NonNullable<ReturnType<typeof useLoaderData<typeof loader>>['page']['sentBy']>

/** Why a delegate or a substitute has this page. */
function SentBy({ sentBy: { seat, organisation, inPlaceOf } }: { sentBy: Sent }) {
  const t = useText()
  const language = useLanguage()
  return (
    <p className="lead wraps">
      {inPlaceOf
        ? t('delegation:sentBy.substitute', { name: displayName(inPlaceOf, language) })
        : t(`delegation:sentBy.${seat}`, { organisation: localize(organisation, language) })}
    </p>
  )
}

function Salutation() {
  const { page } = useLoaderData<typeof loader>()
  const language = useLanguage()
  if (!page.reader)
    return (
      <p className="muted">
        <LocalizedText text={page.organisation} language={language} />
      </p>
    )
  const { honorific, names, position, organisationName } = page.reader
  const name = [localize(honorific, language), displayName(names, language)].filter(Boolean).join(' ')
  return (
    <p className="muted">
      {[
        <bdi key="name" className="wraps">
          {name}
        </bdi>,
        localize(position, language) && <LocalizedText key="position" text={position} language={language} />,
        localize(organisationName, language) && (
          <LocalizedText key="organisation" text={organisationName} language={language} />
        ),
      ]
        .filter(Boolean)
        .map((piece, index) =>
          index ? [language === 'ar' || language === 'ckb' ? '، ' : ', ', piece] : piece,
        )}
    </p>
  )
}

/** Before the first answer the form stands open; afterwards it waits behind its summary, unless it came back. */
function Questions({ isChange, isBack }: { isChange: boolean; isBack: boolean }) {
  const t = useText()
  if (!isChange) return <AnswerForm />
  return (
    <details className="card change" open={isBack}>
      <summary className="strong">{t('answer:recorded.change')}</summary>
      <AnswerForm isChange />
    </details>
  )
}

function Cancelled() {
  const { page } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  return (
    <Notice kind="error">
      <p className="strong">{t('answer:cancelled')}</p>
      {localize(page.event.cancellationNote, language) && (
        <p>
          <LocalizedText text={page.event.cancellationNote} language={language} />
        </p>
      )}
    </Notice>
  )
}

function Closed() {
  const { page } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  const last = new Date(Math.max(...page.parts.map(({ until }) => until.getTime())))
  return (
    <Notice kind="info">
      {!page.hasAnswered && <p className="strong">{t('answer:recorded.none')}</p>}
      <p>{t('answer:closed', { date: formatInstant(last, 'dayAndTime', language, page.event.zone) })}</p>
    </Notice>
  )
}

function ContactLine() {
  const { page } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  const { contact, office } = page.event
  const address = contact.email || office.address
  return (
    <p className="small muted">
      {t('answer:contact')}: {contact.name && contact.name + comma(language)}
      <a href={`mailto:${address}`}>
        <bdi dir="ltr">{address}</bdi>
      </a>
      {contact.phone && (
        <>
          {comma(language)}
          <a href={`tel:${contact.phone.replace(/[^\d+]/g, '')}`}>
            <bdi dir="ltr">{contact.phone}</bdi>
          </a>
        </>
      )}
    </p>
  )
}
