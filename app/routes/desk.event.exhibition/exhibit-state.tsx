import type { ExhibitState } from '#app/exhibition/rules.ts'
import { useText } from '#app/i18n/use-text.ts'

const looks = { draft: 'quiet', submitted: 'wait', published: 'yes' } as const

/** The exhibit's state in word and colour. */
export function ExhibitStateTag({ state }: { state: ExhibitState }) {
  const t = useText()
  return <span className={`tag ${looks[state]}`}>{t(`exhibition:state.${state}`)}</span>
}
