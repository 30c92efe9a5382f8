import { eq } from 'drizzle-orm'
import type { Reader, Tx } from '#db/client.server.ts'
import { displacementShown } from '#db/schema/displacement.server.ts'
import type { EventScope } from '../../accounts/scope.server.ts'
import { lockEvent } from '../../events/lock.server.ts'
import { note } from '../../events/note.server.ts'
import { readDatasets } from './datasets.server.ts'

type ShowingEvent = { id: string; officeId: string }

/** Which datasets an event has chosen to show; null: all of its office's, also those that come later. */
export async function readChosen(read: Reader, eventId: string): Promise<string[] | null> {
  const [row] = await read.select().from(displacementShown).where(eq(displacementShown.eventId, eventId))
  return row?.datasetIds ?? null
}

/** The datasets that an event shows, each with at least one round. */
export async function readShown(read: Reader, event: ShowingEvent) {
  const [chosen, datasets] = await Promise.all([readChosen(read, event.id), readDatasets(read, event)])
  return datasets.filter(({ id, rounds }) => rounds > 0 && (!chosen || chosen.includes(id)))
}

/** Chooses which datasets an event shows; null for all. What is not the office's is left out. */
export async function chooseShown(
  tx: Tx,
  scope: EventScope,
  { datasetIds, now }: { datasetIds: readonly string[] | null; now: Date },
): Promise<void> {
  await lockEvent(tx, scope.eventId)
  const before = await readChosen(tx, scope.eventId)
  const ours = new Set((await readDatasets(tx, scope)).map(({ id }) => id))
  const after = datasetIds?.filter((id) => ours.has(id)) ?? null
  await tx.delete(displacementShown).where(eq(displacementShown.eventId, scope.eventId))
  if (after) await tx.insert(displacementShown).values({ eventId: scope.eventId, datasetIds: after })
  await note(tx, scope, { action: 'displacement.show', before, after, now })
}
