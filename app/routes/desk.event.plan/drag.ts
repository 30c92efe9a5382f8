import {
  around,
  type Box,
  movedTo,
  onGrid,
  overlaps,
  type Pull,
  pulledBy,
  within,
} from '#app/exhibition/plan/geometry.ts'
import type { DrawnThing, Hall } from './use-plan-board.ts'

export type At = { x: number; y: number }

/** A point of the screen in the hall's centimetres. */
export function pointIn(svg: SVGSVGElement, event: { clientX: number; clientY: number }): At {
  const matrix = svg.getScreenCTM()?.inverse()
  const { x, y } = new DOMPoint(event.clientX, event.clientY).matrixTransform(matrix)
  return { x, y }
}

type Carried = { moving: readonly DrawnThing[]; drawn: readonly DrawnThing[]; hall: Hall }

/** Where all that is carried lands when it has been carried so far: together, caught by what stands still. */
export function carriedBy({ moving, drawn, hall }: Carried, by: At): Map<string, Box> {
  const whole = around(moving.map(({ box }) => box))
  if (!whole) return new Map()
  const ids = new Set(moving.map(({ id }) => id))
  const neighbours = drawn.filter(({ id, kind }) => !ids.has(id) && kind !== 'label').map(({ box }) => box)
  const at = { x: whole.x + by.x, y: whole.y + by.y }
  const landed = movedTo(whole, at, { hall, step: hall.step, neighbours })
  const [x, y] = [landed.x - whole.x, landed.y - whole.y]
  return new Map(moving.map(({ id, box }) => [id, { ...box, x: box.x + x, y: box.y + y }]))
}

/** The thing's box when one of its grips has been pulled so far. */
export function stretchedBy(
  thing: DrawnThing,
  pull: Pull,
  by: At,
  { drawn, hall }: Omit<Carried, 'moving'>,
): Box {
  const neighbours = drawn.filter(({ id, kind }) => id !== thing.id && kind !== 'label').map(({ box }) => box)
  return pulledBy(thing.box, pull, by, { hall, step: hall.step, neighbours })
}

/** The box between two points, on the grid and within the hall. */
export function boxBetween(a: At, b: At, hall: Hall): Box {
  const [x, y] = [onGrid(Math.min(a.x, b.x), hall.step), onGrid(Math.min(a.y, b.y), hall.step)]
  const width = Math.max(hall.step, onGrid(Math.abs(a.x - b.x), hall.step))
  const depth = Math.max(hall.step, onGrid(Math.abs(a.y - b.y), hall.step))
  return within({ x, y, width: Math.min(width, hall.width), depth: Math.min(depth, hall.depth) }, hall)
}

export function frameBetween(a: At, b: At): Box {
  return {
    ...{ x: Math.min(a.x, b.x), y: Math.min(a.y, b.y) },
    ...{ width: Math.abs(a.x - b.x), depth: Math.abs(a.y - b.y) },
  }
}

export function touchedBy(frame: Box, drawn: readonly DrawnThing[]): string[] {
  return drawn.filter(({ box }) => overlaps(box, frame)).map(({ id }) => id)
}

const slack = 4

/**
 * Follows a pointer from its press until it is let go; `onMove` and `onEnd` hear how far it has come. Escape, and a
 * pointer that is lost, end it with nothing. A press that goes nowhere is a click.
 */
export function follow(
  press: PointerEvent,
  heard: {
    onMove: (event: PointerEvent) => void
    onEnd: (event: PointerEvent | null) => void
    onClick: () => void
  },
): void {
  const over = new AbortController()
  let isMoving = false
  const on = <Kind extends keyof WindowEventMap>(kind: Kind, act: (event: WindowEventMap[Kind]) => void) =>
    window.addEventListener(kind, act, { signal: over.signal, capture: true })
  const end = (event: PointerEvent | null) => {
    over.abort()
    if (isMoving) heard.onEnd(event)
    else if (event) heard.onClick()
  }
  on('pointermove', (event) => {
    if (event.pointerId !== press.pointerId) return
    isMoving ||= Math.hypot(event.clientX - press.clientX, event.clientY - press.clientY) >= slack
    if (isMoving) heard.onMove(event)
  })
  on('pointerup', (event) => event.pointerId === press.pointerId && end(event))
  on('pointercancel', (event) => event.pointerId === press.pointerId && end(null))
  on('keydown', (event) => {
    if (event.key !== 'Escape' || !isMoving) return
    event.preventDefault()
    event.stopPropagation()
    end(null)
  })
}
