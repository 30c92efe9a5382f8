import { purgeWhatIsDue as purgeClearance } from './clearance/purge.server.ts'
import type { Stores } from './files/unused.server.ts'
import { purgeWhatIsDue } from './privacy/purge.server.ts'
import { discardStaleUploads } from './uploads/close.server.ts'

type Log = Record<'info' | 'error', (fields: object, text: string) => void>
type House = Stores & { now(): Date; log: Log }

/** What is to be done by the clock, whoever is signed in. Each keeps its own count of days and leases, as rows. */
const chores: Record<string, (house: House) => Promise<number>> = {
  clearance: ({ database, now }) => purgeClearance(database, now()),
  uploads: ({ database, now }) => discardStaleUploads(database, now()),
  purge: (house) => purgeWhatIsDue(house, house.now),
}

/**
 * Does every chore once. Every process that does background work may: rows decide who does it. One that fails is told to
 * the log and tried again.
 */
export async function doChores(house: House): Promise<void> {
  for (const [chore, work] of Object.entries(chores)) {
    try {
      const done = await work(house)
      if (done) house.log.info({ chore, done }, 'A chore is done')
    } catch (error) {
      house.log.error({ chore, error }, 'A chore could not be done; it is tried again in an hour')
    }
  }
}
