import { useLoaderData } from '@remix-run/react'
import { useCallback, useEffect, useRef, useState } from 'react'
import { useText } from '#app/i18n/use-text.ts'
import { BoardField } from './board-field.tsx'
import { BoardTrouble } from './board-trouble.tsx'
import { BoardWarnings } from './board-warnings.tsx'
import type { loader } from './route.tsx'
import { SideList } from './side-list.tsx'
import { type LoadedBoard, useBoard } from './use-board.ts'
import { useHands } from './use-hands.ts'

/** The agenda of a day as a grid of time and rooms, moved by hand or by keys. Drawn by script only. */
export function Board({ loaded }: { loaded: LoadedBoard }) {
  const { day, days } = useLoaderData<typeof loader>()
  const t = useText()
  const board = useBoard(loaded)
  const root = useRef<HTMLDivElement>(null)
  const status = useRef<HTMLParagraphElement>(null)
  // Written past React: while something is dragged, nothing else shall be drawn.
  const say = useCallback((words: string, isWarned = false) => {
    if (!status.current) return
    status.current.textContent = words
    status.current.classList.toggle('is-warned', isWarned)
  }, [])
  const hands = useHands(board, { root, say, day: day ?? '', days: days.map((one) => one.day) })
  const { foreign, trouble } = board.shown
  useEffect(() => {
    if (foreign.size) say(t('planner:board.foreign', { count: foreign.size }))
  }, [foreign, t, say])
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the items within are links; this only listens for theirs.
    <div ref={root} className="board stack" onPointerDown={hands.onPointerDown} onKeyDown={hands.onKeyDown}>
      <Bar board={board} undo={hands.undo} redo={hands.redo} />
      <p className="board-says" role="status" ref={status} />
      {trouble && <BoardTrouble trouble={trouble} speech={board.speech} store={board.store} />}
      <BoardField board={board} />
      <SideList board={board} />
      <BoardWarnings board={board} root={root} />
    </div>
  )
}

type Bar = { board: ReturnType<typeof useBoard>; undo: () => void; redo: () => void }

function Bar({ board: { shown }, undo, redo }: Bar) {
  const t = useText()
  const [isReading, setIsReading] = useState(false)
  return (
    <>
      <div className="row between">
        <div className="row">
          <button type="button" className="button quiet" disabled={!shown.canUndo} onClick={undo}>
            {t('planner:board.undo')}
          </button>
          <button type="button" className="button quiet" disabled={!shown.canRedo} onClick={redo}>
            {t('planner:board.redo')}
          </button>
          <button
            type="button"
            className="button quiet"
            aria-expanded={isReading}
            aria-controls="board-keys"
            onClick={() => setIsReading(!isReading)}
          >
            {t('planner:board.keys')}
          </button>
        </div>
        <span className="muted small" data-saving={shown.isSaving}>
          {shown.isSaving ? t('planner:board.saving') : t('planner:board.saved')}
        </span>
      </div>
      <p id="board-keys" className={isReading ? 'muted small' : 'visually-hidden'}>
        {t('planner:board.keysHint')}
      </p>
    </>
  )
}
