import { useText } from '#app/i18n/use-text.ts'
import { BoardItem } from './board-item.tsx'
import type { BoardState } from './use-board.ts'

/** What has no time yet: dragged into the grid from here, and back to here. */
export function SideList({ board: { shown, speech, address } }: { board: BoardState }) {
  const t = useText()
  const waiting = shown.items.filter(({ isScheduled }) => !isScheduled)
  return (
    <section className="board-side" data-drop="side" aria-labelledby="side-list">
      <h2 id="side-list">{t('planner:side.title')}</h2>
      <p className="muted small">{t('planner:side.hint')}</p>
      <ul className="plain-list board-waiting">
        {waiting.map((item) => (
          <li key={item.id}>
            <BoardItem
              item={item}
              speech={speech}
              warned=""
              isNew={shown.foreign.has(item.id)}
              address={address}
            />
          </li>
        ))}
      </ul>
    </section>
  )
}
