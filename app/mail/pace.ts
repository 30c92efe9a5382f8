import type { Room } from './claim.server.ts'

/** Milliseconds that a delivery takes where a connection is free soon enough for what one person waits for. */
const quickMs = 250
/** How many times longer than a turn itself takes the next one is put off, and at most how many milliseconds. */
const [gatherTimes, gatherMost] = [6, 100]
/** How many messages may be taken ahead for each connection. */
const mostAhead = 3

/**
 * How far a worker looks ahead. A turn, in which it writes down what ended and claims what comes next, costs the disk a
 * flush: where the server is faster than the disk, several messages share one, as long as no connection has to wait.
 */
export function createPace(connections: number) {
  // Until it is known, the server counts as slow.
  let delivery = quickMs
  let turn = 0
  const gather = () => Math.min(gatherMost, turn * gatherTimes)
  return {
    /** A delivery took so many milliseconds. */
    delivered(milliseconds: number) {
      delivery += (milliseconds - delivery) / 5
    },
    turned(milliseconds: number) {
      turn += (milliseconds - turn) / 5
    },
    /** For how many milliseconds the next turn may wait, the last having begun `ago`, while `ready` messages are ahead. */
    mayWait(ready: number, ago: number): number {
      const whileTurning = (connections * turn) / delivery
      return ready > whileTurning ? Math.max(0, gather() - ago) : 0
    },
    /**
     * How many messages may be taken beside those in hand: as many as the connections finish until the next turn is over.
     * Where the server is slow one connection is left to what one person waits for.
     */
    room(inHand: number): Room {
      const untilNext = Math.floor((connections * (gather() + turn)) / delivery)
      const all = connections + Math.min(mostAhead * connections, untilNext) - inHand
      return { all, ofMailings: delivery < quickMs || connections === 1 ? all : all - 1 }
    },
  }
}
