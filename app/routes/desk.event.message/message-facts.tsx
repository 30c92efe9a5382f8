import { Link, useLoaderData } from '@remix-run/react'
import type { ReactNode } from 'react'
import { formatInstant, formatNumber } from '#app/i18n/format.ts'
import { languageNames } from '#app/i18n/languages.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { keptBackFor } from '#app/mail/suppression.ts'
import type { MailAddress } from '#db/schema/mail.server.ts'
import { useEventZone } from '../desk.event/use-event-zone.ts'
import type { loader } from './route.tsx'

/** From whom to whom, and every attempt's outcome. */
export function MessageFacts() {
  const { message, slug } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  const zone = useEventZone()
  const time = (at: Date) => formatInstant(at, 'dayAndTime', language, zone)
  const isWaiting = message.state === 'queued'
  const keptBack = keptBackFor(message.response)
  return (
    <dl className="facts card">
      <Fact term={t('mail:message.to')}>
        <Address of={message.to} />
      </Fact>
      <Fact term={t('mail:message.from')}>
        <Address of={message.from} />
      </Fact>
      {message.replyTo && (
        <Fact term={t('mail:message.replyTo')}>
          <bdi className="address">{message.replyTo}</bdi>
        </Fact>
      )}
      <Fact term={t('mail:message.kind')}>{t(`mail:kind.${message.kind}`)}</Fact>
      {message.mailingId && message.mailingName !== null && (
        <Fact term={t('mail:message.mailing')}>
          <Link to={`/desk/events/${slug}/mailings/${message.mailingId}`}>{message.mailingName}</Link>
        </Fact>
      )}
      <Fact term={t('mail:message.language')}>
        <span lang={message.language}>{languageNames[message.language]}</span>
      </Fact>
      <Fact term={t('mail:message.written')}>{time(message.createdAt)}</Fact>
      {message.attempts > 0 && (
        <Fact term={t('mail:message.attempts')}>{formatNumber(message.attempts, language)}</Fact>
      )}
      {isWaiting && message.attempts > 0 && <Fact term={t('mail:message.dueAt')}>{time(message.dueAt)}</Fact>}
      {message.settledAt && (
        <Fact term={t(message.state === 'sent' ? 'mail:message.sentAt' : 'mail:message.settledAt')}>
          {time(message.settledAt)}
        </Fact>
      )}
      {message.response && (
        <Fact term={t('mail:message.response')}>
          {keptBack ? t(`sending:keptBack.${keptBack}`) : <span dir="ltr">{message.response}</span>}
        </Fact>
      )}
      <Fact term={t('mail:message.messageId')} isWide>
        <bdi className="address">{message.messageId}</bdi>
      </Fact>
    </dl>
  )
}

function Fact({ term, isWide, children }: { term: string; isWide?: boolean; children: ReactNode }) {
  return (
    <div className={isWide ? 'wide' : undefined}>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  )
}

function Address({ of: { name, address } }: { of: MailAddress }) {
  return (
    <>
      {name && (
        <>
          <bdi className="wraps">{name}</bdi>
          <br />
        </>
      )}
      <bdi className="muted address">{address}</bdi>
    </>
  )
}
