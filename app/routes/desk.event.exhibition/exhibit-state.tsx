import type { ExhibitState } from '#app/exhibition/rules.ts'
import { useText } from '#app/i18n/use-text.ts'

const looks = { draft: 'quiet', submitted: 'wait', published: 'yes' } as const

/** The exhibit's state in word and colour. */
export function ExhibitStateTag({
  state,
  ahead,
}: {
  state: ExhibitState
  /** Of what is published: whether there is more to it than visitors see. */
  ahead: 'no' | 'changed' | 'submitted'
}) {
  const t = useText()
  return (
    <span className="row tags">
      <span className={`tag ${looks[state]}`}>{t(`exhibition:state.${state}`)}</span>
      {ahead !== 'no' && <span className="tag wait">{t(`exhibit:aheadTag.${ahead}`)}</span>}
    </span>
  )
}
