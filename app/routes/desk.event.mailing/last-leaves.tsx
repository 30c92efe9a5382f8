import { useLoaderData } from '@remix-run/react'
import { formatInstant } from '#app/i18n/format.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { useEventZone } from '../desk.event/use-event-zone.ts'
import { SendingStopped } from '../desk.sending/stopped.tsx'
import type { loader } from './route.tsx'

/** When the last message of this mailing will have gone, or why none goes; nothing where none waits. */
export function LastLeaves() {
  const { departure } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  const zone = useEventZone()
  if (!departure.endsAt) return null
  if (departure.stop) return <SendingStopped stop={departure.stop} canResume={departure.canResume} />
  return (
    <p>
      {t('sending:lastLeaves', {
        time: formatInstant(departure.endsAt, 'dayAndTime', language, zone),
      })}
    </p>
  )
}
