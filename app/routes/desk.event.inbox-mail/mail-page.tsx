import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { useText } from '#app/i18n/use-text.ts'
import { Notice } from '#app/ui/notice.tsx'
import { useEventZone } from '../desk.event/use-event-zone.ts'
import { Decide } from './decide.tsx'
import { MailFacts } from './mail-facts.tsx'
import { MailText } from './mail-text.tsx'
import { Record } from './record.tsx'
import type { action, loader } from './route.tsx'
import { Substitute } from './substitute.tsx'
import { Whose } from './whose.tsx'

/** One mail as plain text: whose it is, why it waits, and what can be made of it. */
export function MailPage() {
  const { mail, attendee, part, message, settledBy, slug, canEdit, done } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useText()
  const zone = useEventZone()
  const home = `/desk/events/${slug}`
  const refused = answer && 'refused' in answer ? answer.refused : null
  return (
    <div className="stack">
      <p>
        <Link to={`${home}/inbox`} className="target">
          {t('inbox:backToList')}
        </Link>
      </p>
      <div className="row">
        <h1>
          <bdi className="wraps">{mail.subject || t(`inbox:kind.${mail.kind}`)}</bdi>
        </h1>
        <span className={`tag ${mail.state === 'waiting' ? 'wait' : 'quiet'}`}>
          {t(`inbox:state.${mail.state}`)}
        </span>
      </div>
      {done && !refused && <Notice kind="success">{t(`inbox:done.${done}`)}</Notice>}
      {refused && (
        <Notice kind="error">
          {t('inbox:act.refused', { why: t([`inbox:reason.${refused as 'other'}`, 'inbox:reason.other']) })}
        </Notice>
      )}
      <p>{t([`inbox:reason.${mail.reason as 'other'}`, 'inbox:reason.other'])}</p>
      <MailFacts {...{ mail, attendee, part, settledBy, zone, home }} answered={message} />
      {canEdit && <Decide />}
      {canEdit && <Substitute />}
      <MailText mail={mail} />
      {canEdit && <Record />}
      {canEdit && mail.kind !== 'reply' && <Whose />}
    </div>
  )
}
