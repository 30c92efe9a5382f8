import { useText } from '#app/i18n/use-text.ts'

const looks = { draft: 'wait', published: 'yes', cancelled: 'no' } as const

/** The event's state in word and colour. */
export function EventState({ state }: { state: keyof typeof looks }) {
  const t = useText()
  return <span className={`tag ${looks[state]}`}>{t(`events:state.${state}`)}</span>
}
