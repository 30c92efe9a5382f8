import type { Pause } from './plan.ts'

/** Lets other work of the thread pass, every few milliseconds: a long list must not hold up anybody's page. */
export function makePause(milliseconds = 8): Pause {
  let last = performance.now()
  return () => {
    if (performance.now() - last < milliseconds) return undefined
    return new Promise((resolve) => {
      setImmediate(() => {
        last = performance.now()
        resolve()
      })
    })
  }
}
