import { renewPrecedence } from '#app/directory/precedence-keys.server.ts'
import type { Database } from '#db/client.server.ts'

type Log = Record<'info' | 'warn' | 'error', (fields: object, text: string) => void>

/** How late the order of many is renewed after a change of what it depends on, in milliseconds. */
const pollMs = 5_000

/**
 * Renews the order of events beside the requests, a slice at a time, until stopped. What is to be done stands in rows, so
 * that it may be killed at any moment and several may run at once.
 */
export function startRenewal({ database, log }: { database: Database; log: Log }): { stop(): Promise<void> } {
  let turn: Promise<void> = Promise.resolve()
  let isUnderWay = false
  const renew = async () => {
    isUnderWay = true
    try {
      await renewPrecedence(database)
    } catch (error) {
      log.error({ error }, 'The order of precedence could not be renewed; the next attempt follows')
    } finally {
      isUnderWay = false
    }
  }
  const timer = setInterval(() => {
    if (!isUnderWay) turn = renew()
  }, pollMs)
  timer.unref()
  return {
    async stop() {
      clearInterval(timer)
      await turn
    },
  }
}
