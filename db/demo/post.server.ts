import { claimMessages } from '../../app/mail/claim.server.ts'
import type { StoredMessage } from '../../app/mail/mime.ts'
import { settleAll } from '../../app/mail/settle.server.ts'
import type { Delivery } from '../../app/mail/transport.server.ts'
import type { Database } from '../client.server.ts'

const worker = 'demo'
const unlimited = { perMinute: 100_000, perDay: 1_000_000, connections: 1_000 }

/**
 * What the outbox worker would have done with everything due at `at`, had there been a mail server: the demo's history
 * tells of letters that went. `outcomes` are those that did not simply go, by address.
 */
export function deliverAll(
  database: Database,
  { at, outcomes = {} }: { at: Date; outcomes?: Record<string, Delivery> },
): Promise<void> {
  return database.write(async (tx) => {
    const until = new Date(at.getTime() + 60_000)
    const room = { all: 1_000, ofMailings: 1_000 }
    const claimed = await claimMessages(tx, { worker, limits: unlimited, room, until, now: at })
    const ended = claimed.messages.map((message) => {
      return { message, delivery: outcomes[message.to.address] ?? accepted(message) }
    })
    await settleAll(tx, ended, { worker, jitter: () => 0, now: at })
  })
}

function accepted({ id }: StoredMessage): Delivery {
  return { outcome: 'sent', response: `250 2.0.0 Ok: queued as ${id.slice(-10).toUpperCase()}` }
}
