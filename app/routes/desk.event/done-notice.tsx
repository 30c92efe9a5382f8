import { useActionData, useSearchParams } from '@remix-run/react'
import { useText } from '#app/i18n/use-text.ts'
import { Notice } from '#app/ui/notice.tsx'

const doings = [
  'created',
  'saved',
  'partAdded',
  'partSaved',
  'partRemoved',
  'venueSaved',
  'venueRemoved',
  'published',
  'unpublished',
  'cancelled',
  'roleAssigned',
  'roleRemoved',
] as const

/**
 * Says what `?done=` names, after the redirect that keeps a reload from sending the form again. Silent once another form
 * of the same page was refused.
 */
export function DoneNotice() {
  const t = useText()
  const [search] = useSearchParams()
  const isAnswered = useActionData() !== undefined
  const done = doings.find((doing) => doing === search.get('done'))
  return done && !isAnswered ? <Notice kind="success">{t(`events:done.${done}`)}</Notice> : null
}
