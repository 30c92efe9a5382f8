import { hostname } from 'node:os'
import type { Database } from '#db/client.server.ts'
import { newId } from '#db/id.server.ts'
import { tellMovedUp } from './answers/moved-up.server.ts'
import { remindSpeakers } from './answers/remind-speakers.server.ts'
import { remindTeams } from './answers/remind-teams.server.ts'
import { serveWaitingLists } from './answers/waiting-clock.server.ts'
import { renewPrecedence } from './directory/precedence-keys.server.ts'
import type { Env } from './env.server.ts'
import { publishDueExhibits } from './exhibition/content/publish.server.ts'
import type { FileStore } from './files/store.server.ts'
import { doChores } from './housekeeping.server.ts'
import type { Logger } from './http/log.server.ts'
import { startMailbox } from './inbox/start.server.ts'
import { sendDueMailings } from './invitations/scheduler.server.ts'
import { siteOf } from './invitations/token.server.ts'
import { encloseLetters } from './letters/enclose.server.ts'
import { startMailWorker } from './mail/start.server.ts'
import { startRounds } from './rounds.server.ts'

type Workplace = { env: Env; database: Database; files: FileStore; log: Logger; now(): Date }

export type Background = {
  /** A message may be due: look now. */
  wake(): void
  /** Takes up nothing new and finishes what is in hand. */
  stop(): Promise<void>
}

const seconds = 1000
const hour = 3_600 * seconds

/**
 * All that goes on beside the requests: sending the outbox, sending scheduled letters, serving waiting lists, telling who
 * moved up, reminding speakers and the teams of exhibits, publishing exhibits, renewing the order of precedence, reading the mailbox, destroying
 * what is to be kept no longer. Each keeps its memory in rows with leases, so that several processes may do this and any of
 * them may be killed.
 */
export function startBackground({ env, database, files, log, now }: Workplace): Background {
  const mails = startMailWorker({ env, database, files, now, log })
  const wake = () => mails?.wake()
  const [site, stores] = [siteOf(env), { database, files }]
  const enclose = encloseLetters({ stores, site })
  const worker = `${hostname()}:${process.pid}:${newId()}`
  /** Work that may write mails: the outbox then looks at once. */
  const mailing = (work: () => Promise<number>) => async () => {
    if (await work()) wake()
  }
  const crew = [
    mails,
    startRounds(
      mailing(() => sendDueMailings(database, { worker, site, enclose, now: now() })),
      { everyMs: 15 * seconds, log, failure: 'The scheduled letters could not be looked at' },
    ),
    startRounds(
      mailing(() => serveWaitingLists(database, { site, now: now() })),
      { everyMs: 15 * seconds, log, failure: 'The waiting lists could not be looked at' },
    ),
    startRounds(
      mailing(() => tellMovedUp(database, { site, now: now() })),
      { everyMs: 15 * seconds, log, failure: 'Who moved up in an item could not be told' },
    ),
    startRounds(
      mailing(() => remindSpeakers(database, { site, now: now() })),
      { everyMs: 60 * seconds, log, failure: 'The speakers could not be reminded' },
    ),
    startRounds(
      mailing(() => remindTeams(database, { site, now: now() })),
      { everyMs: 60 * seconds, log, failure: 'The teams of exhibits could not be reminded' },
    ),
    startRounds(() => publishDueExhibits(database, { now: now() }), {
      everyMs: 15 * seconds,
      log,
      failure: 'The exhibits due could not be published',
    }),
    startRounds(() => renewPrecedence(database), {
      everyMs: 5 * seconds,
      log,
      failure: 'The order of precedence could not be renewed',
    }),
    startMailbox({ env, database, log, now, onReceived: wake }),
    startRounds(() => doChores({ ...stores, now, log }), {
      everyMs: hour,
      startsNow: true,
      log,
      failure: 'The chores could not be done',
    }),
  ]
  return {
    wake,
    async stop() {
      await Promise.all(crew.map((member) => member?.stop()))
    },
  }
}
