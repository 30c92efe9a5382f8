import { useText } from '../i18n/use-text.ts'

const looks = {
  proposed: 'quiet',
  invited: 'quiet',
  accepted: 'yes',
  attended: 'yes',
  tentative: 'wait',
  waitlisted: 'wait',
  offered: 'wait',
  declined: 'no',
  cancelled: 'no',
} as const

/** Where somebody stands in a part, in word and colour. */
export function StatusTag({ status }: { status: keyof typeof looks }) {
  const t = useText()
  return <span className={`tag ${looks[status]}`}>{t(`answer:status.${status}`)}</span>
}
