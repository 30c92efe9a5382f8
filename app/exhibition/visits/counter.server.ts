import { and, eq, inArray, sql } from 'drizzle-orm'
import type { Database, Reader } from '#db/client.server.ts'
import { events } from '#db/schema/events.server.ts'
import { exhibitVisits } from '#db/schema/exhibit-visits.server.ts'
import { exhibits } from '#db/schema/exhibition.server.ts'
import type { Language } from '../../i18n/languages.ts'

type Visit = { event: string; exhibit: string; language: Language; kind: 'opened' | 'scanned' }
type Counted = Omit<Visit, 'kind'> & { at: Date; opened: number; scanned: number }
type Counting = { database: Database; now(): Date; log: { error(fields: object, text: string): void } }

/** How often what was counted is written, in milliseconds: so much of it a crash may lose. */
const everyMs = 5000
/** Zones differ by quarters of an hour, so one hour of any of them is made of whole quarters. */
const quarter = 15 * 60_000
/** What the database could not take for so long is given up: numbers of visits are not worth the memory. */
const mostWaiting = 20_000

export type VisitsCounter = {
  count(visit: Visit): void
  /** Writes what was counted so far; tests and the end of the process ask for it. */
  flush(): Promise<void>
  stop(): Promise<void>
}

/**
 * Counts visits in memory and writes them every five seconds in one transaction, so that a full hall costs the database
 * no more than a quiet one. Writes raise no event's revision: pages stay cached. A crash loses at most five seconds of
 * counting, an orderly end nothing.
 */
export function startVisitsCounter({ database, now, log }: Counting): VisitsCounter {
  let waiting = new Map<string, Counted>()
  let writing: Promise<void> = Promise.resolve()

  function add(counted: Counted) {
    const { event, exhibit, language, at } = counted
    const key = [event, exhibit, language, at.getTime()].join(' ')
    const known = waiting.get(key)
    if (known) {
      known.opened += counted.opened
      known.scanned += counted.scanned
    } else if (waiting.size < mostWaiting) waiting.set(key, counted)
  }

  async function write() {
    const batch = [...waiting.values()]
    waiting = new Map()
    if (!batch.length) return
    try {
      await writeVisits(database, batch)
    } catch (error) {
      for (const counted of batch) add(counted)
      log.error({ error }, 'The visits could not be written; it is tried again')
    }
  }
  const flush = () => {
    writing = writing.then(write)
    return writing
  }
  const timer = setInterval(flush, everyMs).unref()

  return {
    count({ kind, ...visit }) {
      const at = new Date(Math.floor(now().getTime() / quarter) * quarter)
      add({ ...visit, at, opened: Number(kind === 'opened'), scanned: Number(kind === 'scanned') })
    },
    flush,
    async stop() {
      clearInterval(timer)
      await flush()
    },
  }
}

async function writeVisits(database: Database, batch: readonly Counted[]): Promise<void> {
  const rows = inRows(batch, await readPlaces(database.read, batch))
  if (!rows.length) return
  await database.write(async (tx) => {
    for (const row of rows)
      await tx
        .insert(exhibitVisits)
        .values(row)
        .onConflictDoUpdate({
          target: [exhibitVisits.exhibitId, exhibitVisits.day, exhibitVisits.hour, exhibitVisits.language],
          set: {
            opened: sql`${exhibitVisits.opened} + ${row.opened}`,
            scanned: sql`${exhibitVisits.scanned} + ${row.scanned}`,
          },
        })
  })
}

type Place = Awaited<ReturnType<typeof readPlaces>>[number]

/** Which exhibits these addresses mean; other pages below the exhibition are none. */
function readPlaces(read: Reader, batch: readonly Counted[]) {
  return read
    .select({
      ...{ exhibitId: exhibits.id, exhibit: exhibits.slug },
      ...{ eventId: events.id, event: events.slug, zone: events.zone },
    })
    .from(exhibits)
    .innerJoin(events, eq(events.id, exhibits.eventId))
    .where(
      and(
        inArray(events.slug, [...new Set(batch.map(({ event }) => event))]),
        inArray(exhibits.slug, [...new Set(batch.map(({ exhibit }) => exhibit))]),
      ),
    )
}

/** Always in the same order, so that two processes never wait for each other's rows. */
function inRows(batch: readonly Counted[], places: readonly Place[]) {
  const placeOf = new Map(places.map((place) => [`${place.event} ${place.exhibit}`, place]))
  const rows = batch.flatMap(({ event, exhibit, language, at, opened, scanned }) => {
    const place = placeOf.get(`${event} ${exhibit}`)
    if (!place) return []
    const { exhibitId, eventId, zone } = place
    return { exhibitId, eventId, ...hourOf(at, zone), language, opened, scanned }
  })
  return rows.sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
}

function keyOf({ exhibitId, day, hour, language }: ReturnType<typeof hourOf> & Record<string, unknown>) {
  return `${exhibitId} ${day} ${String(hour).padStart(2, '0')} ${language}`
}

function hourOf(at: Date, zone: string): { day: string; hour: number } {
  const local = new Intl.DateTimeFormat('sv', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' })
  const [day = '', time = ''] = local.format(at).split(' ')
  return { day, hour: Number(time.slice(0, 2)) }
}
