import { type KeyboardEvent, type PointerEvent, type RefObject, useState } from 'react'
import type { Box, Pull } from '#app/exhibition/plan/geometry.ts'
import { usualSize } from '#app/exhibition/plan/kinds.ts'
import {
  type At,
  boxBetween,
  carriedBy,
  follow,
  frameBetween,
  pointIn,
  stretchedBy,
  touchedBy,
} from './drag.ts'
import { keyedBoxes, neighbourOf } from './plan-keys.ts'
import { whereIs } from './plan-words.ts'
import type { PlanActs } from './use-plan-acts.ts'
import type { PlanBoard } from './use-plan-board.ts'

type Given = { svg: RefObject<SVGSVGElement>; acts: PlanActs; isDrawing: boolean }

/** What pointers and keys do on the board. */
export function usePlanHands(board: PlanBoard, { svg, acts, isDrawing }: Given) {
  const { store, shown, hall, drawn, chosen, setChosen, setPreview, speech } = board
  const { t } = speech
  const [current, setCurrent] = useState<string | null>(null)
  const [frame, setFrame] = useState<Box | null>(null)
  const find = (id: string | null | undefined) => drawn.find((thing) => thing.id === id)

  function go(id: string) {
    setCurrent(id)
    svg.current?.querySelector<SVGElement>(`[data-thing="${id}"]`)?.focus()
  }
  function choose(id: string, isAdded: boolean) {
    setCurrent(id)
    if (!isAdded) return setChosen(new Set([id]))
    const next = new Set(chosen)
    if (!next.delete(id)) next.add(id)
    setChosen(next)
    acts.say(t('drawing:board.several', { count: next.size }))
  }

  /** Carries or stretches: `landed` says where all would be after so much of a way. */
  function drag(press: globalThis.PointerEvent, landed: (by: At) => Map<string, Box>, onClick: () => void) {
    if (!svg.current) return
    const [sheet, from, seen] = [svg.current, pointIn(svg.current, press), store.versions()]
    const landing = (event: { clientX: number; clientY: number }) => {
      const { x, y } = pointIn(sheet, event)
      return landed({ x: x - from.x, y: y - from.y })
    }
    follow(press, {
      onMove(event) {
        const boxes = landing(event)
        setPreview(boxes)
        const [box] = boxes.values()
        if (box) acts.say(whereIs(box, speech))
      },
      onEnd(event) {
        setPreview(new Map())
        if (event) acts.put(landing(event), { seen })
        else acts.say(t('drawing:board.cancelled'))
      },
      onClick,
    })
  }

  /** A frame on the floor: what is drawn gets its measures, or what lies in it is chosen. */
  function openFrame(press: globalThis.PointerEvent) {
    if (!svg.current) return
    const [sheet, from] = [svg.current, pointIn(svg.current, press)]
    follow(press, {
      onMove(event) {
        const to = pointIn(sheet, event)
        setFrame(isDrawing ? boxBetween(from, to, hall) : frameBetween(from, to))
      },
      onEnd(event) {
        setFrame(null)
        if (!event) return
        const to = pointIn(sheet, event)
        if (isDrawing) return acts.add(boxBetween(from, to, hall))
        const touched = touchedBy(frameBetween(from, to), drawn)
        setChosen(new Set(touched))
        acts.say(t('drawing:board.several', { count: touched.length }))
      },
      onClick() {
        if (!isDrawing) return setChosen(new Set())
        const size = usualSize(acts.what)
        acts.add(boxBetween(from, { x: from.x + size.width, y: from.y + size.depth }, hall))
      },
    })
  }

  function onPointerDown(event: PointerEvent<SVGSVGElement>) {
    if (event.button !== 0) return
    const press = event.nativeEvent
    const pressed = event.target as Element
    const pull = pullOf(pressed.closest('[data-pull]')?.getAttribute('data-pull'))
    const [only] = chosen.size === 1 ? chosen : []
    const stretched = find(only)
    if (pull && stretched)
      return drag(
        press,
        (by) => new Map([[stretched.id, stretchedBy(stretched, pull, by, { drawn, hall })]]),
        () => undefined,
      )
    const thing = find(pressed.closest('[data-thing]')?.getAttribute('data-thing'))
    if (!thing || isDrawing) {
      // A finger on the floor scrolls, unless it was asked to draw.
      if (event.pointerType !== 'touch' || isDrawing) openFrame(press)
      return
    }
    const isAdded = event.shiftKey || event.ctrlKey || event.metaKey
    const isHeld = chosen.has(thing.id)
    // A finger scrolls over what is not chosen, and chooses it by a tap.
    if (event.pointerType === 'touch' && !isHeld)
      return follow(press, {
        onMove: () => undefined,
        onEnd: () => undefined,
        onClick: () => choose(thing.id, isAdded),
      })
    const moving = isHeld ? drawn.filter(({ id }) => chosen.has(id)) : [thing]
    if (!isHeld && !isAdded) choose(thing.id, false)
    drag(
      press,
      (by) => carriedBy({ moving, drawn, hall }, by),
      () => choose(thing.id, isAdded),
    )
  }

  function onKeyDown(event: KeyboardEvent<HTMLElement>) {
    const isCommand = event.ctrlKey || event.metaKey
    const id = (event.target as Element).closest('[data-thing]')?.getAttribute('data-thing')
    const here = find(id)
    const things = chosen.size ? drawn.filter((one) => chosen.has(one.id)) : here ? [here] : []
    if (isCommand && event.key.toLowerCase() === 'a') setChosen(new Set(drawn.map((one) => one.id)))
    else if (isCommand) return
    else if (event.key === 'Escape') setChosen(new Set())
    else if (!here) return
    else if (event.key === ' ') choose(here.id, true)
    else if (event.key === 'Enter') {
      choose(here.id, false)
      acts.toFields()
    } else if (event.key === 'Delete' || event.key === 'Backspace') {
      go(neighbourOf(drawn, here.id, 1) ?? here.id)
      acts.takeAway(things)
    } else if (event.key === 'PageDown' || event.key === 'PageUp') {
      const next = neighbourOf(drawn, here.id, event.key === 'PageDown' ? 1 : -1)
      if (next) {
        setChosen(new Set([next]))
        go(next)
      }
    } else {
      const boxes = keyedBoxes(things, event, hall)
      if (!boxes) return
      if (!chosen.size) setChosen(new Set([here.id]))
      acts.put(boxes, { isHeld: true })
    }
    event.preventDefault()
  }

  return {
    onPointerDown,
    onKeyDown,
    current: current ?? shown.things.find(({ box }) => box)?.id ?? null,
    frame,
  }
}

function pullOf(given: string | null | undefined): Pull | null {
  const [x, y] = (given ?? '').split(',').map(Number)
  return given ? ({ x, y } as Pull) : null
}
