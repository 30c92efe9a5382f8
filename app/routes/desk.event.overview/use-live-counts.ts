import { useRevalidator } from '@remix-run/react'
import { useEffect } from 'react'

const every = 15_000

/** Reads the page's figures again while somebody looks at them; without script they are as of the last loading. */
export function useLiveCounts(): void {
  const { revalidate, state } = useRevalidator()
  useEffect(() => {
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible' && state === 'idle') revalidate()
    }, every)
    return () => clearInterval(timer)
  }, [revalidate, state])
}
