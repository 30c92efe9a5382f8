import { type KeyboardEvent, type PointerEvent, type RefObject, useLayoutEffect, useRef } from 'react'
import type { BoardItem, Step } from '#app/agenda/board.ts'
import { sameLengthFrom } from '#app/agenda/place.ts'
import { instantFromLocal, localFromInstant } from '#app/i18n/zoned.ts'
import { movedByKey } from './board-keys.ts'
import { placeOf, withPlace } from './board-store.ts'
import { titleOf, whereIs } from './board-words.ts'
import { followPointer, isMirrored, type Landing } from './drag.ts'
import { type BoardState, warnedAt } from './use-board.ts'

type Given = {
  root: RefObject<HTMLDivElement | null>
  say: (words: string, isWarned?: boolean) => void
  days: string[]
  day: string
}

/** What pointers and keys do to the items of the grid. */
export function useHands(board: BoardState, { root, say, days, day }: Given) {
  const { store, shown, speech, hours, columns, loaded } = board
  const { t } = speech
  const focus = useRef<string | null>(null)
  const find = (id: string | undefined) => shown.items.find((item) => item.id === id)

  // An item that changes its place in the page, or its list, keeps the focus; one that left for another day leaves it to
  // the grid, where keys still take that back.
  useLayoutEffect(() => {
    const grid = root.current?.querySelector<HTMLElement>('.board-scroll')
    const isElsewhere = ![null, document.body, grid].includes(document.activeElement as HTMLElement | null)
    if (!focus.current || isElsewhere) return
    const item = root.current?.querySelector<HTMLElement>(`[data-item="${focus.current}"]`)
    ;(item ?? grid)?.focus({ preventScroll: true })
  })

  function change(item: BoardItem, after: BoardItem, seen?: number) {
    const [before, next] = [placeOf(item), placeOf(after)]
    if (JSON.stringify(before) === JSON.stringify(next)) return
    store.move({ itemId: item.id, before, after: next }, seen)
    tell(after, 'planner:board.moved')
  }
  function tell(
    item: BoardItem,
    words: 'planner:board.moved' | 'planner:board.undone' | 'planner:board.redone',
  ) {
    const told = t(words, { title: titleOf(item, speech), where: whereIs(item, speech) })
    const warned = item.isScheduled ? warnedAt(board, item) : ''
    say([told, warned].filter(Boolean).join(' '), warned !== '')
  }
  function toDay(item: BoardItem, other: string, seen?: number) {
    const time = localFromInstant(new Date(item.startsAt), speech.zone).slice(11)
    const startsAt = instantFromLocal(`${other}T${time}`, speech.zone)
    if (!startsAt) return
    change(item, withPlace(item, { ...placeOf(item), ...sameLengthFrom(placeOf(item), startsAt) }), seen)
  }
  function back(step: Step | null, words: 'planner:board.undone' | 'planner:board.redone') {
    const item = find(step?.itemId)
    if (step && item)
      tell(withPlace(item, words === 'planner:board.undone' ? step.before : step.after), words)
  }
  const undo = () => back(store.undo(), 'planner:board.undone')
  const redo = () => back(store.redo(), 'planner:board.redone')

  /** While something is dragged only this line is written, past React, so that nothing else is drawn. */
  function preview(item: BoardItem, landing: Landing) {
    const moved = landing?.kind === 'field' ? landing.item : null
    const warned = moved ? warnedAt(board, moved) : ''
    root.current?.querySelector('.board-target')?.classList.toggle('is-warned', warned !== '')
    const place = moved ? whereIs(moved, speech) : titleOf(item, speech)
    say([place, warned].filter(Boolean).join(' '), warned !== '')
  }

  function onPointerDown(event: PointerEvent<HTMLDivElement>) {
    const pressed = event.target as HTMLElement
    const element = pressed.closest<HTMLElement>('[data-item]')
    const item = find(element?.dataset.item)
    const grip = pressed.closest<HTMLElement>('[data-grip]')?.dataset.grip
    focus.current = null
    // A finger scrolls; it drags by what is made for it.
    if (event.pointerType === 'touch' && !grip && !pressed.closest('.board-grip')) return
    const elements = elementsOf(root.current)
    if (!element || !item || !elements || event.button !== 0 || event.ctrlKey || event.metaKey) return
    const seen = item.version
    followPointer(event.nativeEvent, {
      ...{ ...elements, hours, day: loaded.day, columns, item, element },
      grip: grip === 'start' || grip === 'end' ? grip : 'move',
      onMove: (landing) => preview(item, landing),
      onEnd(landing) {
        if (!landing) return say(t('planner:board.cancelled'))
        focus.current = item.id
        if (landing.kind === 'day') toDay(item, landing.day, seen)
        else if (landing.kind === 'side') change(item, { ...item, isScheduled: false }, seen)
        else change(item, landing.item, seen)
      },
    })
  }

  function onKeyDown(event: KeyboardEvent<HTMLDivElement>) {
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'z') {
      event.preventDefault()
      return event.shiftKey ? redo() : undo()
    }
    if (event.key === 'Tab') focus.current = null
    const item = find((event.target as HTMLElement).closest<HTMLElement>('[data-item]')?.dataset.item)
    if (!item || event.ctrlKey || event.metaKey || event.altKey || !root.current) return
    const after = item.isScheduled ? keyed(item, event) : event.key === ' ' ? firstPlace(item) : null
    if (!after) return
    event.preventDefault()
    focus.current = item.id
    if (typeof after === 'string') toDay(item, after)
    else change(item, after)
  }
  function keyed(item: BoardItem, event: KeyboardEvent): BoardItem | string | null {
    if (event.key === 'Delete' || event.key === 'Backspace') return { ...item, isScheduled: false }
    const on = { PageUp: -1, PageDown: 1 }[event.key]
    if (on) return days[days.indexOf(day) + on] ?? null
    return (
      root.current &&
      movedByKey(item, event, { day: loaded.day, columns, isMirrored: isMirrored(root.current) })
    )
  }
  /** From the side list by a key: where the day’s last item ends, in the first room. */
  function firstPlace(item: BoardItem): BoardItem {
    const ends = board.placed.map(({ endsAt }) => endsAt)
    const begins = ends.length
      ? Math.min(Math.max(...ends), loaded.day.endsAt - 3_600_000)
      : hours.startsAt + 3_600_000
    const startsAt = new Date(begins)
    return withPlace(item, {
      ...sameLengthFrom(placeOf(item), startsAt),
      roomId: item.roomId ?? columns[0] ?? null,
      isScheduled: true,
    })
  }

  return { onPointerDown, onKeyDown, undo, redo }
}

function elementsOf(root: HTMLElement | null) {
  const field = root?.querySelector<HTMLElement>('.board-field')
  const scroll = root?.querySelector<HTMLElement>('.board-scroll')
  const target = root?.querySelector<HTMLElement>('.board-target')
  return field && scroll && target ? { field, scroll, target } : null
}
