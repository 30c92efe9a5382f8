import type { RefObject } from 'react'
import { isolate } from '#app/i18n/format.ts'
import { Notice } from '#app/ui/notice.tsx'
import type { Trouble } from './plan-store.ts'
import { warningWords } from './plan-words.ts'
import type { PlanBoard } from './use-plan-board.ts'

/** A step that was taken back, and why; where another editor was quicker, the choice to take it all the same. */
export function BoardTrouble({ board, trouble }: { board: PlanBoard; trouble: Trouble }) {
  const { store, speech } = board
  const { t } = speech
  const { reason, by } = trouble
  if (reason !== 'changedMeanwhile') return <Notice kind="error">{t(`drawing:trouble.${reason}`)}</Notice>
  return (
    <Notice kind="error">
      <p>{by ? t('drawing:trouble.changedBy', { name: isolate(by) }) : t('drawing:trouble.changed')}</p>
      <p className="row">
        <button type="button" className="button quiet" onClick={() => store.settle('mine')}>
          {t('drawing:trouble.mine')}
        </button>
        <button type="button" className="button quiet" onClick={() => store.settle('theirs')}>
          {t('drawing:trouble.theirs')}
        </button>
      </p>
    </Notice>
  )
}

/** So many warnings are read at once; more are no list but noise. */
const mostRead = 12

/** What is to be looked at again, each leading to its place. Nothing of it keeps anybody from going on. */
export function BoardWarnings({ board, svg }: { board: PlanBoard; svg: RefObject<SVGSVGElement> }) {
  const { warnings, speech, setChosen } = board
  if (warnings.length === 0) return null
  const show = (id: string) => {
    setChosen(new Set([id]))
    svg.current?.querySelector<SVGElement>(`[data-thing="${id}"]`)?.focus()
  }
  return (
    <section className="notice warning stack" aria-labelledby="plan-warnings">
      <h2 id="plan-warnings">{speech.t('drawing:warning.title', { count: warnings.length })}</h2>
      <ul className="plain-list">
        {warnings.slice(0, mostRead).map((warning) => {
          const words = warningWords(warning, speech)
          return (
            <li key={words}>
              <button type="button" className="link" onClick={() => show(warning.thing.id)}>
                {words}
              </button>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
