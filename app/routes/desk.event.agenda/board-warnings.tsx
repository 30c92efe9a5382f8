import type { RefObject } from 'react'
import { warningWords } from '#app/agenda/warning-words.ts'
import { useText } from '#app/i18n/use-text.ts'
import type { BoardState } from './use-board.ts'

const most = 60

/** All that is to be looked at on this day; a click leads to the item. */
export function BoardWarnings({
  board: { warnings, speech },
  root,
}: {
  board: BoardState
  root: RefObject<HTMLElement | null>
}) {
  const t = useText()
  if (warnings.length === 0) return null
  const show = (id: string) => {
    const item = root.current?.querySelector<HTMLElement>(`[data-item="${id}"]`)
    item?.scrollIntoView({ block: 'center', inline: 'center' })
    item?.focus({ preventScroll: true })
  }
  return (
    <section className="notice warning stack" aria-labelledby="board-warnings">
      <h2 id="board-warnings">{t('agenda:desk.warnings')}</h2>
      <ul className="plain-list rows">
        {warnings.slice(0, most).map((warning) => {
          const words = warningWords(warning, speech)
          return (
            <li key={words}>
              <button type="button" className="link" onClick={() => show(warning.item.id)}>
                {words}
              </button>
            </li>
          )
        })}
      </ul>
      {warnings.length > most && (
        <p className="small">{t('planner:board.more', { count: warnings.length - most })}</p>
      )}
    </section>
  )
}
