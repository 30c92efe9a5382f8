import { and, eq, gt, isNotNull, lte, min } from 'drizzle-orm'
import { type EventScope, systemEventScope } from '#app/accounts/scope.server.ts'
import { lockEvent } from '#app/events/lock.server.ts'
import { note } from '#app/events/note.server.ts'
import { dayInZone, instantFromLocal } from '#app/i18n/zoned.ts'
import { isTooLate } from '#app/invitations/schedule.ts'
import type { Site } from '#app/invitations/token.server.ts'
import type { Database, Reader, Tx } from '#db/client.server.ts'
import { agendaItems, agendaRoles, speakers } from '#db/schema/agenda.server.ts'
import { events } from '#db/schema/events.server.ts'
import { submitSpeakerRequests } from './ask-speakers.server.ts'

/** So many days before their first open role speakers are reminded by themselves; null for never. */
export async function setSpeakerReminder(
  tx: Tx,
  scope: EventScope,
  { days, now }: { days: number | null; now: Date },
): Promise<void> {
  await lockEvent(tx, scope.eventId)
  const [before] = await tx
    .select({ days: events.speakerReminderDays })
    .from(events)
    .where(eq(events.id, scope.eventId))
  await tx
    .update(events)
    .set({ speakerReminderDays: days, updatedAt: now })
    .where(eq(events.id, scope.eventId))
  const fact = { subjectId: scope.eventId, before, after: { days }, now }
  await note(tx, scope, { action: 'agenda.speaker.reminderDays', ...fact })
}

/** The event's setting; see `setSpeakerReminder`. */
export async function readSpeakerReminder(read: Reader, { eventId }: EventScope): Promise<number | null> {
  const [event] = await read
    .select({ days: events.speakerReminderDays })
    .from(events)
    .where(eq(events.id, eventId))
  return event?.days ?? null
}

/**
 * Reminds speakers who have not answered on the day that their event has set; how many mails were written. What was done
 * stands in the rows, so it may be killed at any moment and several may run at once: each is reminded once for a day, and
 * not on one on which somebody has reminded them by hand.
 */
export async function remindSpeakers(
  database: Database,
  { site, now }: { site: Site; now: Date },
): Promise<number> {
  let written = 0
  const due = (await readSilent(database.read, now)).filter((one) => isDue(one, now))
  for (const theirs of Map.groupBy(due, ({ event }) => event.id).values()) {
    const [{ event } = {}] = theirs
    if (!event) continue
    const asked = await submitSpeakerRequests(database, systemEventScope(event), {
      ...{ kind: 'remind', word: {}, site, now },
      speakerIds: theirs.map(({ speakerId }) => speakerId),
      byItselfOn: dayInZone(now, event.zone),
    })
    if (asked.ok) written += asked.mailed
  }
  return written
}

const dayMs = 86_400_000
/** A year at most: further ahead nothing can be due. */
const furthest = 366 * dayMs

/** Speakers who were asked and have not answered, with the first role that they could still answer for. */
async function readSilent(read: Reader, now: Date) {
  const first = min(agendaItems.startsAt)
  const rows = await read
    .select({
      speakerId: speakers.id,
      askedAt: speakers.askedAt,
      remindedFor: speakers.remindedFor,
      startsAt: first,
      event: {
        id: events.id,
        officeId: events.officeId,
        slug: events.slug,
        zone: events.zone,
        days: events.speakerReminderDays,
      },
    })
    .from(agendaRoles)
    .innerJoin(agendaItems, and(eq(agendaItems.id, agendaRoles.itemId), eq(agendaItems.isScheduled, true)))
    .innerJoin(speakers, eq(speakers.id, agendaRoles.speakerId))
    .innerJoin(events, eq(events.id, speakers.eventId))
    .where(
      and(
        eq(agendaRoles.confirmation, 'asked'),
        eq(events.state, 'published'),
        isNotNull(events.speakerReminderDays),
        gt(agendaItems.startsAt, now),
        lte(agendaItems.startsAt, new Date(now.getTime() + furthest)),
      ),
    )
    .groupBy(speakers.id, events.id)
  return rows
}

type Silent = Awaited<ReturnType<typeof readSilent>>[number]

/** At nine in the morning of that day, or as soon as the server runs again on it; not to whoever was asked just before. */
function isDue({ startsAt, askedAt, remindedFor, event }: Silent, now: Date): boolean {
  if (!startsAt || !askedAt || event.days === null) return false
  const day = dayInZone(startsAt, event.zone, -event.days)
  const at = instantFromLocal(`${day}T09:00`, event.zone)
  if (!at || day === remindedFor || at > now || isTooLate(at, now)) return false
  return at.getTime() - askedAt.getTime() >= dayMs
}
