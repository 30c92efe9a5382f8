import { type KeyboardEvent, useCallback, useEffect, useRef, useState } from 'react'
import type { Thing } from '#app/exhibition/plan/step.ts'
import { BoardBar } from './board-bar.tsx'
import { BoardSheet } from './board-sheet.tsx'
import { BoardSide } from './board-side.tsx'
import { BoardTrouble, BoardWarnings } from './board-trouble.tsx'
import { planActs } from './use-plan-acts.ts'
import { type Hall, usePlanBoard } from './use-plan-board.ts'
import { usePlanHands } from './use-plan-hands.ts'

/** The hall to draw in, by hand or by keys. Drawn by script only. */
export function Board({ hall }: { hall: Hall }) {
  const board = usePlanBoard(hall)
  const svg = useRef<SVGSVGElement>(null)
  const side = useRef<HTMLElement>(null)
  const status = useRef<HTMLParagraphElement>(null)
  const [what, setWhat] = useState<Thing['kind']>('booth')
  const [isDrawing, setIsDrawing] = useState(false)
  const [zoom, setZoom] = useState(1)
  const say = useCallback((words: string) => {
    if (status.current) status.current.textContent = words
  }, [])
  const toFields = () =>
    // After what was chosen has its fields there.
    setTimeout(() => {
      const field = side.current?.querySelector<HTMLInputElement>('input:not([type=hidden])')
      field?.focus()
      field?.select()
    }, 0)
  const acts = planActs(board, { what, say, toFields })
  const hands = usePlanHands(board, { svg, acts, isDrawing })
  const { foreign, trouble } = board.shown
  const { t } = board.speech
  useEffect(() => {
    if (foreign.size) say(t('drawing:board.foreign', { count: foreign.size }))
  }, [foreign, t, say])

  useEffect(() => {
    // What is chosen moves with the finger, and the page must not scroll with it; within a drawing, not every browser
    // heeds `touch-action`.
    const hold = (event: TouchEvent) => {
      if ((event.target as Element).closest('.is-chosen, [data-pull]')) event.preventDefault()
    }
    const sheet = svg.current
    sheet?.addEventListener('touchstart', hold, { passive: false })
    return () => sheet?.removeEventListener('touchstart', hold)
  }, [])

  function onKeyDown(event: KeyboardEvent<HTMLDivElement>) {
    const isUndo = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'z'
    if (!isUndo || isWriting(event.target)) return
    event.preventDefault()
    if (event.shiftKey) acts.redo()
    else acts.undo()
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only listens for the keys of what is within.
    <div className="board plan-board stack" onKeyDown={onKeyDown}>
      <BoardBar {...{ board, acts, what, setWhat, isDrawing, setIsDrawing, zoom, setZoom }} />
      <p className="board-says" role="status" ref={status} />
      {trouble && <BoardTrouble board={board} trouble={trouble} />}
      <div className="plan-desk">
        <div
          className={isDrawing ? 'plan-scroll is-drawing' : 'plan-scroll'}
          dir="ltr"
          role="application"
          aria-label={t('drawing:board.label')}
          onKeyDown={hands.onKeyDown}
        >
          <BoardSheet
            {...{ board, svg, zoom, frame: hands.frame, current: hands.current }}
            onPointerDown={hands.onPointerDown}
          />
        </div>
        <BoardSide board={board} acts={acts} side={side} />
      </div>
      <BoardWarnings board={board} svg={svg} />
    </div>
  )
}

function isWriting(target: EventTarget): boolean {
  return target instanceof HTMLElement && /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName)
}
