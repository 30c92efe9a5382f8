import { eq, inArray } from 'drizzle-orm'
import type { Reader } from '#db/client.server.ts'
import { clearanceForms, clearanceSettings } from '#db/schema/clearance.server.ts'

/** What a letter says of the gate: of whom it still wants something, for which parts, by when. */
export type GateAsk = { partIds: readonly string[]; dueAt: Date; filledBy: ReadonlySet<string> }

/** Null where the event asks for no clearance. Only whether a form is there is read, never what it says. */
export async function readGateAsk(
  read: Reader,
  eventId: string,
  attendeeIds: readonly string[],
): Promise<GateAsk | null> {
  const [settings] = await read.select().from(clearanceSettings).where(eq(clearanceSettings.eventId, eventId))
  if (!settings?.isOn) return null
  const filled = await read
    .select({ id: clearanceForms.attendeeId })
    .from(clearanceForms)
    .where(inArray(clearanceForms.attendeeId, [...attendeeIds]))
  return { ...settings, filledBy: new Set(filled.map(({ id }) => id)) }
}

/** By when this reader has to fill the gate's form after these changes; null when they need not, or have. */
export function gateDue(
  gate: GateAsk | null,
  attendeeId: string,
  changes: readonly { partId: string; to: string }[],
): Date | null {
  const comes = changes.some(({ partId, to }) => to === 'accepted' && gate?.partIds.includes(partId))
  return gate && comes && !gate.filledBy.has(attendeeId) ? gate.dueAt : null
}
