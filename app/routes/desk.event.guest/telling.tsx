import { Link } from '@remix-run/react'
import { displayName } from '#app/directory/names.ts'
import { isLanguage, languageNames, localize } from '#app/i18n/languages.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { StatusTag } from '#app/ui/status-tag.tsx'
import { By } from './by.tsx'
import type { Chapter, Of } from './chapters.server.ts'
import { GateTold, InboxTold, LetterTold, RightsTold, SaidTold } from './telling-others.tsx'

/** One chapter in words. */
export function Telling({ chapter }: { chapter: Chapter }) {
  const t = useText()
  switch (chapter.kind) {
    case 'made':
      return <p>{t('guests:story.made')}</p>
    case 'mail':
      return <MailTold chapter={chapter} />
    case 'answer':
      return <AnswerTold chapter={chapter} />
    case 'deed':
      return <DeedTold chapter={chapter} />
    case 'note':
      return <NoteTold chapter={chapter} />
    case 'said':
      return <SaidTold chapter={chapter} />
    case 'letter':
      return <LetterTold chapter={chapter} />
    case 'inbox':
      return <InboxTold chapter={chapter} />
    case 'gate':
      return <GateTold chapter={chapter} />
    case 'rights':
      return <RightsTold chapter={chapter} />
  }
}

function MailTold({ chapter: { id, subject, state, to, purpose, mailingName } }: Of<'mail'>) {
  const t = useText()
  const kind = t(`mail:kind.${purpose}`)
  const isTrouble = state === 'bounced' || state === 'failed'
  return (
    <>
      <p>
        {t('guests:story.mail')}{' '}
        <Link to={`../outbox/${id}`} relative="path">
          <bdi className="wraps">{subject}</bdi>
        </Link>{' '}
        <span className={isTrouble ? 'tag no' : 'tag quiet'}>{t(`guests:mailState.${state}`)}</span>
      </p>
      <p className="muted small">
        <bdi dir="ltr">{to.address}</bdi>
        {' · '}
        {kind}
        {mailingName && mailingName !== kind && (
          <>
            {' · '}
            <bdi className="wraps">{mailingName}</bdi>
          </>
        )}
      </p>
    </>
  )
}

function AnswerTold({ chapter }: Of<'answer'>) {
  const t = useText()
  const language = useLanguage()
  return (
    <>
      <p className="row">
        <StatusTag status={chapter.status} />
        <span>
          {chapter.names && (
            <>
              <bdi className="wraps">{displayName(chapter.names, language)}</bdi>
              {' · '}
            </>
          )}
          {localize(chapter.part, language)}
        </span>
        <span className="muted small">
          {t(`guests:via.${chapter.via}`)}
          {chapter.by && ` · ${t('guests:story.by', { name: chapter.by })}`}
        </span>
      </p>
      {chapter.reason && <Said text={chapter.reason} />}
      {chapter.note && <Said text={chapter.note} />}
    </>
  )
}

function DeedTold({ chapter: { action, by, note, from, to } }: Of<'deed'>) {
  const t = useText()
  const [about = '', verb = ''] = action.split('.')
  const told =
    about === 'guest'
      ? t(`story:deed.${verb as 'language'}`, { from: named(from), to: named(to) })
      : t(`guests:story.${verb as 'renewLink'}`)
  return (
    <>
      <p>
        {told} {by && <By name={by} />}
      </p>
      {note && <Said text={note} />}
    </>
  )

  function named(value: string): string {
    if (isLanguage(value)) return languageNames[value]
    return action === 'guest.policy' && value ? t(`invitations:policy.${value as 'bound'}`) : value
  }
}

function NoteTold({ chapter: { what, text, by } }: Of<'note'>) {
  const t = useText()
  return (
    <>
      <p>
        <span className="tag sun">{t(`story:note.${what}`)}</span> {by && <By name={by} />}
      </p>
      {text && (
        <p className="lines" dir="auto">
          {text}
        </p>
      )}
    </>
  )
}

function Said({ text }: { text: string }) {
  return (
    <p className="muted small lines" dir="auto">
      {text}
    </p>
  )
}
