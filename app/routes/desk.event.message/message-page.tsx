import { Form, Link, useLoaderData } from '@remix-run/react'
import { direction } from '#app/i18n/languages.ts'
import { useText } from '#app/i18n/use-text.ts'
import { mayDo, outboxActions } from '#app/mail/rules.ts'
import { Notice } from '#app/ui/notice.tsx'
import { Withdraw } from '../desk.event.outbox/actions.tsx'
import { Done } from '../desk.event.outbox/done.tsx'
import { MessageState } from '../desk.event.outbox/message-state.tsx'
import { EditMessage } from './edit-message.tsx'
import { Enclosures } from './enclosures.tsx'
import { MessageFacts } from './message-facts.tsx'
import { MessageHistory } from './message-history.tsx'
import { Copies, Resend } from './resend.tsx'
import type { loader } from './route.tsx'

/** One message as its recipient gets it, how it fares, and what can be done about it. */
export function MessagePage() {
  const { message, slug, done, count, isMasked, editor } = useLoaderData<typeof loader>()
  const t = useText()
  return (
    <div className="stack">
      <p>
        <Link to={`/desk/events/${slug}/outbox`}>{t('mail:message.back')}</Link>
      </p>
      <div className="row">
        <h1 lang={message.language} dir={direction(message.language)}>
          {message.subject}
        </h1>
        <MessageState state={message.state} />
        {message.edited && (
          <span className="tag quiet">
            {editor ? t('mailing:message.editedBy', { name: editor }) : t('mailing:message.edited')}
          </span>
        )}
      </div>
      <Done of={{ done, count }} />
      <p className="muted">{t(`mail:stateHint.${message.state}`)}</p>
      <Decisions />
      <EditMessage />
      <Resend />
      <Copies />
      <MessageFacts />
      <Enclosures />
      {isMasked && <Notice kind="info">{t('mail:message.masked')}</Notice>}
      <Content />
      <MessageHistory />
    </div>
  )
}

function Decisions() {
  const { message, canSend } = useLoaderData<typeof loader>()
  const t = useText()
  const possible = outboxActions.filter((action) => mayDo(action, message.state))
  if (!canSend || !possible.length) return null
  return (
    <Form method="post" className="row" aria-label={t('mail:message.decide')}>
      {possible
        .filter((action) => action !== 'withdraw')
        .map((action) => (
          <button
            key={action}
            type="submit"
            className={
              action === 'queue' || action === 'retry' || action === 'release' ? 'button' : 'button quiet'
            }
            name="intent"
            value={action}
          >
            {t(`mail:outbox.${action}`)}
          </button>
        ))}
      {possible.includes('withdraw') && <Withdraw label={t('mail:outbox.withdraw')} />}
    </Form>
  )
}

function Content() {
  const { message, slug } = useLoaderData<typeof loader>()
  const t = useText()
  if (message.isErased) return <p className="card empty">{t('mail:message.secret')}</p>
  return (
    <section className="card stack">
      <h2>{t('mail:message.view')}</h2>
      <iframe
        className="mail-frame"
        sandbox=""
        title={t('mail:message.frame')}
        src={`/desk/events/${slug}/outbox/${message.id}/html`}
      />
      <details className="disclosure">
        <summary>{t('mail:message.asText')}</summary>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: long lines scroll sideways, also by keyboard. */}
        <pre className="mail-source" tabIndex={0} lang={message.language} dir={direction(message.language)}>
          {message.text}
        </pre>
      </details>
      {message.calendar && (
        <details className="disclosure">
          <summary>{t('mail:message.calendar', { method: message.calendarMethod })}</summary>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: long lines scroll sideways, also by keyboard. */}
          <pre className="mail-source" tabIndex={0} dir="ltr">
            {message.calendar}
          </pre>
        </details>
      )}
    </section>
  )
}
