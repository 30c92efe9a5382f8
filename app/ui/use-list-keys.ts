import { type RefObject, useEffect } from 'react'

/**
 * Keys for a long list: `/` leads to the search, `j` and `k` from row to row. `rows` finds what is gone to within `list`,
 * such as each row's box, which the space bar then marks. Not while somebody writes.
 */
export function useListKeys(list: RefObject<HTMLElement>, rows: string): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isWriting(event.target)) return
      if (event.key === '/') {
        event.preventDefault()
        document.getElementById('search')?.focus()
      }
      if (event.key === 'j' || event.key === 'k') {
        const all = [...(list.current?.querySelectorAll<HTMLElement>(rows) ?? [])]
        focusNext(all, event.key === 'j' ? 1 : -1)
      }
    }
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [list, rows])
}

function focusNext(all: HTMLElement[], step: 1 | -1): void {
  const here = all.indexOf(document.activeElement as HTMLElement)
  const next = here < 0 ? (step > 0 ? 0 : all.length - 1) : here + step
  all[next]?.focus()
  all[next]?.scrollIntoView({ block: 'nearest' })
}

function isWriting(target: EventTarget | null): boolean {
  const isBox = target instanceof HTMLInputElement && ['checkbox', 'radio'].includes(target.type)
  return !isBox && target instanceof HTMLElement && /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName)
}
