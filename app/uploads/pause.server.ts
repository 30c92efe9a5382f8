/** Called between pieces of work, so that the thread can do other things. */
export type Pause = () => Promise<void> | undefined

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

/** For work inside a transaction, which must not stay open while others have their turn. */
export const withoutPause: Pause = () => undefined
