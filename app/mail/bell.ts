/** Waiting that a ring ends early; a ring while nobody waits is not lost. */
export function createBell() {
  let hasRung = false
  let end: (() => void) | null = null
  return {
    ring() {
      hasRung = true
      end?.()
    },
    wait: (ms: number) =>
      new Promise<void>((resolve) => {
        const timer = setTimeout(() => end?.(), ms)
        end = () => {
          clearTimeout(timer)
          end = null
          hasRung = false
          resolve()
        }
        if (hasRung) end()
      }),
  }
}
