import { useText } from '#app/i18n/use-text.ts'
import type { MessageState as State } from '#db/schema/mail.server.ts'

const looks: Record<State, string> = {
  draft: 'wait',
  approved: 'quiet',
  held: 'wait',
  queued: '',
  sending: '',
  sent: 'yes',
  unknown: 'sun',
  failed: 'no',
  bounced: 'no',
  withdrawn: 'quiet',
}

/** A message's state in word and colour. */
export function MessageState({ state }: { state: State }) {
  const t = useText()
  return <span className={`tag ${looks[state]}`}>{t(`mail:state.${state}`)}</span>
}
