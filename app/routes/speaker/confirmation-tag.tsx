import type { Confirmation } from '#app/agenda/speakers.ts'
import { useText } from '#app/i18n/use-text.ts'

const looks = { none: 'quiet', asked: 'wait', confirmed: 'yes', declined: 'no' } as const

/** What somebody said to a role, in word and colour. */
export function ConfirmationTag({ confirmation }: { confirmation: Confirmation }) {
  const t = useText()
  return <span className={`tag ${looks[confirmation]}`}>{t(`speakers:confirmation.${confirmation}`)}</span>
}
