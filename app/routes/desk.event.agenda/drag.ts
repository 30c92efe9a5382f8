import { type BoardItem, resizedBy, type Shown, snapped } from '#app/agenda/board.ts'
import { columnPx, minutePx, minutesIn, topOf } from './board-size.ts'

/** Where a drag would put the item if it ended now; null: nowhere else than it is. */
export type Landing =
  | { kind: 'field'; item: BoardItem }
  | { kind: 'side' }
  | { kind: 'day'; day: string }
  | null

export type Field = {
  /** The element in which items lie, the one that scrolls it, and the outline of where something would land. */
  field: HTMLElement
  scroll: HTMLElement
  target: HTMLElement
  hours: Shown
  day: Shown
  columns: readonly (string | null)[]
}

type Drag = Field & {
  item: BoardItem
  grip: 'move' | 'start' | 'end'
  element: HTMLElement
  onMove: (landing: Landing) => void
  onEnd: (landing: Landing) => void
}

const slack = 4
const edge = 48
const fastest = 16

/**
 * Follows a pointer from the press on an item until it is let go. Only a copy of the item and an outline move, by
 * transforms, once a frame; nothing else is drawn. Escape and a lost pointer leave all as it was.
 */
export function followPointer(press: PointerEvent, drag: Drag): void {
  const box = drag.element.getBoundingClientRect()
  const grab = { x: press.clientX - box.left, y: press.clientY - box.top }
  let at = { x: press.clientX, y: press.clientY }
  let ghost: HTMLElement | null = null
  let landing: Landing = null
  let frame = 0
  const over = new AbortController()
  const on = <Kind extends keyof WindowEventMap>(kind: Kind, act: (event: WindowEventMap[Kind]) => void) =>
    window.addEventListener(kind, act, { signal: over.signal, capture: true })

  on('pointermove', (event) => {
    if (event.pointerId !== press.pointerId) return
    at = { x: event.clientX, y: event.clientY }
    if (ghost || Math.hypot(at.x - press.clientX, at.y - press.clientY) < slack) return
    ghost = copyOf(drag.element, box)
    drag.element.classList.add('is-dragged')
    frame = requestAnimationFrame(step)
  })
  on('pointerup', (event) => event.pointerId === press.pointerId && end(true))
  on('pointercancel', (event) => event.pointerId === press.pointerId && end(false))
  on('keydown', (event) => {
    if (event.key !== 'Escape' || !ghost) return
    event.preventDefault()
    event.stopPropagation()
    end(false)
  })

  function step() {
    if (!ghost) return
    scrollNear(drag.scroll, at)
    if (drag.grip === 'move')
      ghost.style.transform = `translate(${at.x - press.clientX}px, ${at.y - press.clientY}px)`
    const next = landingAt(drag, at, grab)
    if (!isSame(landing, next)) {
      landing = next
      outline(drag, landing)
      drag.onMove(landing)
    }
    frame = requestAnimationFrame(step)
  }
  function end(isDrop: boolean) {
    over.abort()
    cancelAnimationFrame(frame)
    if (!ghost) return
    ghost.remove()
    drag.element.classList.remove('is-dragged')
    outline(drag, null)
    // The press ends in a click, which would follow the item's link.
    const stop = (event: MouseEvent) => {
      event.preventDefault()
      event.stopPropagation()
    }
    window.addEventListener('click', stop, { capture: true, once: true })
    setTimeout(() => window.removeEventListener('click', stop, { capture: true }), 50)
    drag.onEnd(isDrop ? landing : null)
  }
}

function landingAt(drag: Drag, at: { x: number; y: number }, grab: { x: number; y: number }): Landing {
  const { item, grip, field, hours, day, columns } = drag
  const box = field.getBoundingClientRect()
  const minutes = minutesIn(at.y - grab.y - box.top)
  if (grip !== 'move') {
    const pointed = hours.startsAt + minutesIn(at.y - box.top) * 60_000
    const by = (pointed - (grip === 'start' ? item.startsAt : item.endsAt)) / 60_000
    return { kind: 'field', item: { ...item, ...resizedBy(item, grip, by, day) } }
  }
  // Asking the browser what lies there takes longer, the more items there are.
  const isInField = isIn(box, at) && isIn(drag.scroll.getBoundingClientRect(), at)
  const drop = isInField ? undefined : dropAt(at)
  if (drop === 'side') return item.isScheduled ? { kind: 'side' } : null
  if (drop?.startsWith('day:')) return item.isScheduled ? { kind: 'day', day: drop.slice(4) } : null
  if (!isInField) return null
  const across = isMirrored(field) ? box.right - at.x : at.x - box.left
  const column = Math.min(Math.max(Math.floor(across / columnPx), 0), columns.length - 1)
  const wanted = snapped(hours.startsAt + minutes * 60_000)
  const startsAt = Math.min(Math.max(wanted, day.startsAt), day.endsAt - 5 * 60_000)
  const endsAt = startsAt + item.endsAt - item.startsAt
  return {
    kind: 'field',
    item: { ...item, startsAt, endsAt, roomId: columns[column] ?? null, isScheduled: true },
  }
}

function isIn(box: DOMRect, at: { x: number; y: number }): boolean {
  return at.x >= box.left && at.x < box.right && at.y >= box.top && at.y < box.bottom
}

/** What something can be let go over, as the page says: the side list, a day's tab. */
function dropAt({ x, y }: { x: number; y: number }): string | undefined {
  return document.elementFromPoint(x, y)?.closest<HTMLElement>('[data-drop]')?.dataset.drop
}

export function isMirrored(element: HTMLElement): boolean {
  return getComputedStyle(element).direction === 'rtl'
}

function isSame(a: Landing, b: Landing): boolean {
  if (a?.kind !== b?.kind) return false
  if (a?.kind === 'day' && b?.kind === 'day') return a.day === b.day
  if (a?.kind !== 'field' || b?.kind !== 'field') return true
  const [one, other] = [a.item, b.item]
  return one.startsAt === other.startsAt && one.endsAt === other.endsAt && one.roomId === other.roomId
}

/** Draws where the item would land; hides the outline where that is not in the field. */
function outline({ target, hours, columns }: Drag, landing: Landing): void {
  target.hidden = landing?.kind !== 'field'
  if (landing?.kind !== 'field') return
  const { startsAt, endsAt, roomId } = landing.item
  target.style.insetBlockStart = `${topOf(startsAt, hours)}px`
  target.style.blockSize = `${((endsAt - startsAt) / 60_000) * minutePx}px`
  target.style.insetInlineStart = `${Math.max(columns.indexOf(roomId), 0) * columnPx}px`
  target.style.inlineSize = `${columnPx}px`
}

function copyOf(element: HTMLElement, box: DOMRect): HTMLElement {
  const ghost = element.cloneNode(true) as HTMLElement
  ghost.removeAttribute('data-item')
  ghost.setAttribute('aria-hidden', 'true')
  ghost.classList.add('board-ghost')
  ghost.style.insetBlockStart = `${box.top}px`
  ghost.style.insetInlineStart = `${isMirrored(element) ? window.innerWidth - box.right : box.left}px`
  ghost.style.inlineSize = `${box.width}px`
  ghost.style.blockSize = `${box.height}px`
  document.body.append(ghost)
  return ghost
}

/** Scrolls while the pointer is near an edge, the faster the nearer. */
function scrollNear(scroll: HTMLElement, at: { x: number; y: number }): void {
  const box = scroll.getBoundingClientRect()
  const speed = (before: number, after: number) => {
    if (before < edge) return -Math.min((edge - before) / edge, 1) * fastest
    return after < edge ? Math.min((edge - after) / edge, 1) * fastest : 0
  }
  const isOver =
    at.x > box.left - edge && at.x < box.right + edge && at.y > box.top - edge && at.y < box.bottom + edge
  if (!isOver) return
  const [x, y] = [speed(at.x - box.left, box.right - at.x), speed(at.y - box.top, box.bottom - at.y)]
  if (x || y) scroll.scrollBy(x, y)
}
