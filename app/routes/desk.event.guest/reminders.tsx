import { Form, useLoaderData } from '@remix-run/react'
import { useText } from '#app/i18n/use-text.ts'
import { Notice } from '#app/ui/notice.tsx'
import type { loader } from './route.tsx'

/** Whether this guest is reminded, and the one button that changes it. */
export function Reminders() {
  const { invitation, canEdit, done } = useLoaderData<typeof loader>()
  const t = useText()
  const isStopped = invitation.remindersStoppedAt !== null
  if (!canEdit && !isStopped) return null
  return (
    <>
      {done === 'remindersStopped' && <Notice kind="success">{t('mailing:reminders.done.stopped')}</Notice>}
      {done === 'remindersAllowed' && <Notice kind="success">{t('mailing:reminders.done.allowed')}</Notice>}
      <Form method="post" className="row">
        {isStopped && <span>{t('mailing:reminders.stopped')}</span>}
        {canEdit && (
          <button
            type="submit"
            className="button quiet"
            name="intent"
            value={isStopped ? 'allowReminders' : 'stopReminders'}
          >
            {t(isStopped ? 'mailing:reminders.allow' : 'mailing:reminders.stop')}
          </button>
        )}
      </Form>
    </>
  )
}
