type Log = Record<'error', (fields: object, text: string) => void>

type Rounds = {
  everyMs: number
  /** The first round at once, not only after `everyMs`. */
  startsNow?: boolean
  log: Log
  /** Told to the log when a round fails; the next one tries again. */
  failure: string
}

/**
 * Does `work` again and again beside the requests, until stopped; a round that takes longer than `everyMs` is waited for.
 * What is to be done has to stand in rows, so that it may be killed at any moment and several may run at once.
 */
export function startRounds(
  work: () => Promise<unknown>,
  { everyMs, startsNow = false, log, failure }: Rounds,
): { stop(): Promise<void> } {
  let underWay: Promise<void> | null = null
  const round = async () => {
    try {
      await work()
    } catch (error) {
      log.error({ error }, failure)
    } finally {
      underWay = null
    }
  }
  const begin = () => {
    underWay ??= round()
  }
  if (startsNow) begin()
  const timer = setInterval(begin, everyMs)
  timer.unref()
  return {
    async stop() {
      clearInterval(timer)
      await underWay
    },
  }
}
