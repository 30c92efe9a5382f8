import type { Delivery } from './transport.server.ts'

/**
 * Why sending stopped by itself. `unreachable`: no connection comes about, or none lasts. `signIn`: the server does not
 * take our user and password. `refused`: it answers, and refuses one message after the other.
 */
export const stopReasons = ['unreachable', 'signIn', 'refused'] as const
export type StopReason = (typeof stopReasons)[number]

/** After how many in a row. A wrong password is tried rarely: it locks accounts. */
const most = { unreachable: 10, signIn: 3, refused: 20 } as const satisfies Record<StopReason, number>

export type Verdict = { failures: number; stop: StopReason | null }

/**
 * Watches how deliveries end, one after the other. Null: go on. `failures`: the server is to be left alone for longer
 * with each that failed. One message sent ends the run.
 */
export function createFailureRun() {
  let run: Record<StopReason, number> = { unreachable: 0, signIn: 0, refused: 0 }
  const reset = () => {
    run = { unreachable: 0, signIn: 0, refused: 0 }
  }
  return {
    reset,
    note(delivery: Delivery): Verdict | null {
      const reason = reasonOf(delivery)
      if (!reason) {
        reset()
        return null
      }
      const count = ++run[reason]
      const stop = count >= most[reason] ? reason : null
      if (stop) reset()
      return reason === 'refused' && !stop ? null : { failures: count, stop }
    },
  }
}

function reasonOf(delivery: Delivery): StopReason | null {
  if (delivery.outcome === 'sent') return null
  if (delivery.outcome === 'unknown') return 'unreachable'
  if (delivery.outcome === 'failed') return 'refused'
  return { message: 'refused', connection: 'unreachable', signIn: 'signIn' }[delivery.fault] as StopReason
}
