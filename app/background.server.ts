import type { Database } from '#db/client.server.ts'
import { startWaitingLists } from './answers/waiting-clock.server.ts'
import type { Env } from './env.server.ts'
import type { FileStore } from './files/store.server.ts'
import { startHousekeeping } from './housekeeping.server.ts'
import type { Logger } from './http/log.server.ts'
import { startMailbox } from './inbox/start.server.ts'
import { startScheduler } from './invitations/scheduler.server.ts'
import { siteOf } from './invitations/token.server.ts'
import { encloseLetters } from './letters/enclose.server.ts'
import { startMailWorker } from './mail/start.server.ts'
import { startRenewal } from './participants/renewal.server.ts'

type Workplace = { env: Env; database: Database; files: FileStore; log: Logger; now(): Date }

export type Background = {
  /** A message may be due: look now. */
  wake(): void
  /** Takes up nothing new and finishes what is in hand. */
  stop(): Promise<void>
}

/**
 * All that goes on beside the requests: sending the outbox, sending scheduled letters, serving waiting lists, reading the
 * mailbox, destroying what is to be kept no longer. Each keeps its memory in rows with leases, so that several processes may do this and any
 * of them may be killed.
 */
export function startBackground({ env, database, files, log, now }: Workplace): Background {
  const worker = startMailWorker({ env, database, files, now, log })
  const wake = () => worker?.wake()
  const [site, stores] = [siteOf(env), { database, files }]
  const crew = [
    worker,
    startScheduler({ database, site, enclose: encloseLetters({ stores, site }), now, log, wake }),
    startWaitingLists({ database, site, now, log, wake }),
    startRenewal({ database, log }),
    startMailbox({ env, database, log, now, onReceived: wake }),
    startHousekeeping({ database, files, now, log }),
  ]
  return {
    wake,
    async stop() {
      await Promise.all(crew.map((member) => member?.stop()))
    },
  }
}
