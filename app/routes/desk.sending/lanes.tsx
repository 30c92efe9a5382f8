import { formatInstant, formatNumber } from '#app/i18n/format.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import type { Lane } from '#app/mail/sending.server.ts'

export const lanes = ['urgent', 'ordinary'] as const

/** How many wait in a lane, and when the last of them leaves. */
export function LaneText({ lane: { waiting, lastLeavesAt }, zone }: { lane: Lane; zone: string }) {
  const t = useText()
  const language = useLanguage()
  if (!waiting) return t('sending:nothingWaits')
  return t('sending:waits', {
    count: waiting,
    number: formatNumber(waiting, language),
    time: formatInstant(lastLeavesAt, 'dayAndTime', language, zone),
  })
}
