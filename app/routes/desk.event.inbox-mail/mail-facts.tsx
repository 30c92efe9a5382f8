import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { displayName } from '#app/directory/names.ts'
import { formatInstant } from '#app/i18n/format.ts'
import type { Localized } from '#app/i18n/languages.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import type { InboxMail } from '#app/inbox/read.server.ts'
import { LocalizedText } from '#app/ui/localized-text.tsx'
import type { PersonNames } from '#db/schema/directory.server.ts'

export type ShownMail = Omit<InboxMail['mail'], 'calendar' | 'fingerprint'>
type Known = {
  mail: ShownMail
  attendee: { names: PersonNames } | null
  part: Localized | null
  answered: { id: string; subject: string } | null
  settledBy: string | null
  zone: string
  /** The event's address; an unplaced mail has none. */
  home: string | null
}

/** From whom, for whom, and what a calendar or a host says in it. */
export function MailFacts({ mail, attendee, part, answered, settledBy, zone, home }: Known) {
  const t = useText()
  const language = useLanguage()
  const { reply, report } = mail
  const time = (at: Date) => <bdi>{formatInstant(at, 'dayAndTime', language, zone)}</bdi>
  return (
    <dl className="facts card" aria-label={t('inbox:facts')}>
      <Fact term={t('inbox:fact.from')}>
        {mail.fromName && (
          <>
            <bdi className="wraps">{mail.fromName}</bdi>
            <br />
          </>
        )}
        <bdi className="muted address">{mail.fromAddress}</bdi>
      </Fact>
      <Fact term={t('inbox:fact.authentic')}>
        <span className={`tag ${mail.isAuthentic ? 'yes' : 'quiet'}`}>
          {t(mail.isAuthentic ? 'inbox:fact.isAuthentic' : 'inbox:fact.isNotAuthentic')}
        </span>
      </Fact>
      {mail.toAddress && (
        <Fact term={t('inbox:fact.to')}>
          <bdi className="address">{mail.toAddress}</bdi>
        </Fact>
      )}
      <Fact term={t('inbox:fact.receivedAt')}>{time(mail.receivedAt)}</Fact>
      {home && (
        <Fact term={t('inbox:fact.guest')}>
          {attendee && mail.invitationId ? (
            <Link to={`${home}/guests/${mail.invitationId}`}>
              <bdi className="wraps">{displayName(attendee.names, language)}</bdi>
            </Link>
          ) : (
            t('inbox:fact.nobody')
          )}
        </Fact>
      )}
      {part && (
        <Fact term={t('inbox:fact.part')}>
          <LocalizedText text={part} language={language} />
        </Fact>
      )}
      {reply && <Fact term={t('inbox:fact.says')}>{t(`inbox:says.${reply.participation}`)}</Fact>}
      {reply?.comment && (
        <Fact term={t('inbox:fact.comment')}>
          <bdi className="wraps lines">{reply.comment}</bdi>
        </Fact>
      )}
      {reply?.delegatedTo && (
        <Fact term={t('inbox:fact.delegatedTo')}>
          <bdi className="address">{reply.delegatedTo}</bdi>
        </Fact>
      )}
      {reply?.method === 'COUNTER' && reply.startsAt && (
        <Fact term={t('inbox:fact.proposes')}>{time(new Date(reply.startsAt))}</Fact>
      )}
      {report?.recipient && (
        <Fact term={t('inbox:fact.recipient')}>
          <bdi className="address">{report.recipient}</bdi>
        </Fact>
      )}
      {report?.diagnostic && (
        <Fact term={t('inbox:fact.diagnostic')}>
          <span dir="ltr" className="wraps">
            {report.diagnostic}
          </span>
        </Fact>
      )}
      {answered && home && (
        <Fact term={t('inbox:fact.about')}>
          <Link to={`${home}/outbox/${answered.id}`}>
            <bdi className="wraps">{answered.subject}</bdi>
          </Link>
        </Fact>
      )}
      {settledBy && (
        <Fact term={t('inbox:fact.settledBy')}>
          <bdi className="wraps">{settledBy}</bdi>
        </Fact>
      )}
    </dl>
  )
}

function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  )
}
