import { Link, type useLoaderData } from '@remix-run/react'
import { useText } from '#app/i18n/use-text.ts'
import { Notice } from '#app/ui/notice.tsx'
import { useEventZone } from '../desk.event/use-event-zone.ts'
import { LaneText, lanes } from '../desk.sending/lanes.tsx'
import { SendingStopped } from '../desk.sending/stopped.tsx'
import type { loader } from './route.tsx'

type Data = ReturnType<typeof useLoaderData<typeof loader>>

/** Whether what is queued goes, and when the last of it will have gone. */
export function SendingNotices({ page: { hasServer, sending, canResume } }: { page: Data }) {
  const t = useText()
  const zone = useEventZone()
  if (!hasServer)
    return (
      <Notice kind="warning">
        <strong>{t('mail:outbox.noServerTitle')}</strong> {t('mail:outbox.noServer')}
      </Notice>
    )
  if (sending.stop) return <SendingStopped stop={sending.stop} canResume={canResume} />
  const waiting = lanes.filter((lane) => sending[lane].waiting > 0)
  return (
    <>
      {sending.trouble && (
        <Notice kind="warning">{t('mail:outbox.trouble', { response: sending.trouble.response })}</Notice>
      )}
      {waiting.map((lane) => (
        <p key={lane}>
          <strong>{t(`sending:lane.${lane}`)}:</strong> <LaneText lane={sending[lane]} zone={zone} />
        </p>
      ))}
      {waiting.length > 0 && (
        <p>
          <Link className="target" to="/desk/sending">
            {t('sending:toSending')}
          </Link>
        </p>
      )}
    </>
  )
}
