import { type KeyboardEvent, type MouseEvent, type RefObject, useEffect, useRef, useState } from 'react'
import { useListKeys } from '#app/ui/use-list-keys.ts'

export type Selection = {
  form: RefObject<HTMLFormElement>
  /** How many are marked; null until the page's script runs. */
  count: number | null
  changed: () => void
  clicked: (event: MouseEvent) => void
  keyed: (event: KeyboardEvent) => void
}

/**
 * Makes marking rows comfortable: a range by shift and click, the arrows or `j` and `k` from row to row, `/` to the
 * search, the number at hand. The check boxes themselves hold the choice, so all of it works without. `choice` names the filter: another
 * one begins anew.
 */
export function useSelection(choice: string): Selection {
  const form = useRef<HTMLFormElement>(null)
  const last = useRef<HTMLInputElement | null>(null)
  const [count, setCount] = useState<number | null>(null)
  const boxes = () => [...(form.current?.querySelectorAll<HTMLInputElement>('input[name=pick]') ?? [])]
  const changed = () => setCount(boxes().filter(({ checked }) => checked).length)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another filter shows other boxes.
  useEffect(changed, [choice])
  // Whoever may only look has no boxes, and goes from name to name.
  useListKeys(form, 'input[name=pick], tr:not(:has(input)) .guest-names a')

  return {
    form,
    count,
    changed,
    clicked(event) {
      const box = event.target
      if (!(box instanceof HTMLInputElement) || box.type !== 'checkbox') return
      if (box.dataset.all !== undefined) for (const each of boxes()) each.checked = box.checked
      else if (event.shiftKey && last.current) markRange(boxes(), last.current, box)
      last.current = box
      changed()
    },
    keyed(event) {
      const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
      const all = boxes()
      const here = all.indexOf(event.target as HTMLInputElement)
      if (!step || here < 0) return
      event.preventDefault()
      all[here + step]?.focus()
    },
  }
}

function markRange(all: HTMLInputElement[], from: HTMLInputElement, to: HTMLInputElement): void {
  const [start = 0, end = 0] = [all.indexOf(from), all.indexOf(to)].sort((a, b) => a - b)
  for (const box of all.slice(Math.max(0, start), end + 1)) box.checked = to.checked
}
