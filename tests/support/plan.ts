import type { EventScope } from '#app/accounts/scope.server.ts'
import { drawOnPlan } from '#app/exhibition/plan/draw.server.ts'
import type { Box } from '#app/exhibition/plan/geometry.ts'
import { addHall, type HallContent } from '#app/exhibition/plan/halls.server.ts'
import { readFurniture, readHallBooths } from '#app/exhibition/plan/read.server.ts'
import type { Sent, Thing } from '#app/exhibition/plan/step.ts'
import type { Database } from '#db/client.server.ts'
import { newId } from '#db/id.server.ts'
import { now } from './builders.ts'

type EventGiven = { scope: EventScope; exhibition: { id: string } }

/** An empty hall of 24 by 16 metres; answers its id. */
export async function aHall(
  database: Database,
  { scope, exhibition }: EventGiven,
  given: Partial<HallContent> = {},
): Promise<string> {
  const measures = { width: 2400, depth: 1600, step: 50 }
  const content = { name: { en: 'Main hall' }, partId: exhibition.id, ...measures, ...given }
  const made = await database.write((tx) => addHall(tx, scope, { content, now }))
  if (!made.ok) throw new Error(made.reason)
  return made.id
}

/** A booth of three by three metres as it is added to a drawing, or a piece of furniture when `kind` says so. */
export function aThing(given: Partial<Thing> = {}): Thing {
  return {
    ...{ id: newId(), version: 0, kind: 'booth', code: 'A1', category: null, isReserved: false },
    ...{ box: { x: 100, y: 100, width: 300, depth: 300 }, exhibits: [], label: {} },
    ...given,
  }
}

export function draw(database: Database, { scope }: EventGiven, hallId: string, ...changes: Sent[]) {
  return database.write((tx) => drawOnPlan(tx, scope, { hallId, changes, now }))
}

/** So many booths from A1 on, in rows of thirty with an aisle after every second; the ids in their order. */
export async function drawBooths(
  database: Database,
  event: EventGiven,
  { hallId, codes }: { hallId: string; codes: readonly string[] },
): Promise<string[]> {
  const things = codes.map((code, at) => {
    const row = Math.floor(at / 30)
    const box: Box = {
      x: 200 + (at % 30) * 300,
      y: 200 + row * 300 + Math.floor(row / 2) * 300,
      width: 300,
      depth: 300,
    }
    return aThing({ code, box })
  })
  const drawn = await draw(
    database,
    event,
    hallId,
    ...things.map((thing) => ({ act: 'add' as const, thing })),
  )
  if (!drawn.ok) throw new Error(drawn.reason)
  return things.map(({ id }) => id)
}

/** What stands in a hall, as short as a test can say it. */
export async function standing(database: Database, hallId: string) {
  const [booths, furniture] = await Promise.all([
    readHallBooths(database.read, hallId),
    readFurniture(database.read, hallId),
  ])
  return {
    booths: Object.fromEntries(
      booths.map(({ code, box }) => [code, box && [box.x, box.y, box.width, box.depth]]),
    ),
    furniture: furniture.map(({ kind }) => kind),
  }
}
