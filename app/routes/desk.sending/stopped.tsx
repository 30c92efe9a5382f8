import { Form } from '@remix-run/react'
import { useText } from '#app/i18n/use-text.ts'
import type { StopReason } from '#app/mail/failure-run.ts'
import { Notice } from '#app/ui/notice.tsx'

type Stopped = { stop: { reason: StopReason; response: string }; canResume: boolean }

/** Why nothing is sent, what to do about it, and the button for who may go on. */
export function SendingStopped({ stop: { reason, response }, canResume }: Stopped) {
  const t = useText()
  return (
    <Notice kind="error">
      <div className="stack">
        <p className="strong">{t(`sending:stop.${reason}`)}</p>
        <p>
          {t(`sending:todo.${reason}`)} {t('sending:stop.kept')}
        </p>
        <p className="small">
          {t('sending:stop.said')} <bdi className="wraps">{response}</bdi>
        </p>
        {canResume ? (
          <Form method="post" action="/desk/sending">
            <button type="submit" className="button" name="intent" value="resume">
              {t('sending:stop.resume')}
            </button>
          </Form>
        ) : (
          <p>{t('sending:stop.askAdministrator')}</p>
        )}
      </div>
    </Notice>
  )
}
