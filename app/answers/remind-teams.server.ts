import { and, between, eq, isNotNull, ne, or } from 'drizzle-orm'
import { type EventScope, systemEventScope } from '#app/accounts/scope.server.ts'
import { lockEvent } from '#app/events/lock.server.ts'
import { note } from '#app/events/note.server.ts'
import { dayInZone, instantFromLocal } from '#app/i18n/zoned.ts'
import { isTooLate } from '#app/invitations/schedule.ts'
import type { Site } from '#app/invitations/token.server.ts'
import type { Database, Reader, Tx } from '#db/client.server.ts'
import { events } from '#db/schema/events.server.ts'
import { exhibitTeams } from '#db/schema/exhibit-teams.server.ts'
import { exhibits } from '#db/schema/exhibition.server.ts'
import { writeToTeam } from './booth-mails.server.ts'

/** So many days before an exhibit is to be handed in, and so many after; null for never. */
export type TeamReminders = { before: number | null; after: number | null }

const columns = { before: events.boothReminderDays, after: events.boothOverdueDays }

/** When the teams of an event's exhibits are reminded by themselves. */
export async function setTeamReminders(
  tx: Tx,
  scope: EventScope,
  { before, after, now }: TeamReminders & { now: Date },
): Promise<void> {
  await lockEvent(tx, scope.eventId)
  const was = await readTeamReminders(tx, scope)
  await tx
    .update(events)
    .set({ boothReminderDays: before, boothOverdueDays: after, updatedAt: now })
    .where(eq(events.id, scope.eventId))
  const fact = { subjectId: scope.eventId, before: was, after: { before, after }, now }
  await note(tx, scope, { action: 'exhibit.team.reminderDays', ...fact })
}

/** The event's setting; see `setTeamReminders`. */
export async function readTeamReminders(read: Reader, { eventId }: EventScope): Promise<TeamReminders> {
  const [event] = await read.select(columns).from(events).where(eq(events.id, eventId))
  return event ?? { before: null, after: null }
}

/**
 * Reminds the teams of exhibits that are not handed in on the days that their event has set, before the deadline and after
 * it; how many mails were written. What was done stands in the rows, so it may be killed at any moment and several may run
 * at once: each member is reminded once for a day, and not on one on which somebody has reminded them by hand.
 */
export async function remindTeams(
  database: Database,
  { site, now }: { site: Site; now: Date },
): Promise<number> {
  let written = 0
  const due = (await readOpen(database.read, now)).flatMap((one) => {
    const step = stepOf(one, now)
    return step ? [{ ...one, ...step }] : []
  })
  for (const theirs of Map.groupBy(due, ({ exhibitId }) => exhibitId).values()) {
    const [{ event, exhibitId, kind, day } = {}] = theirs
    if (!event || !exhibitId || !kind || !day) continue
    const asked = await writeToTeam(database, systemEventScope(event), {
      ...{ id: `by-itself:${day}`, kind, exhibitId, word: '', site, now },
      ...{ memberIds: theirs.map(({ memberId }) => memberId), byItselfOn: day },
    })
    if (asked.ok) written += asked.mailed
  }
  return written
}

const dayMs = 86_400_000
/** The form takes ninety days; a deadline further away has nothing due. */
const furthest = 92 * dayMs

/** Who was asked to write an exhibit with a deadline that is not handed in, or that they have changed since. */
function readOpen(read: Reader, now: Date) {
  const isOpen = or(eq(exhibits.state, 'draft'), eq(exhibits.ahead, 'changed'))
  const near = [new Date(now.getTime() - furthest), new Date(now.getTime() + furthest)] as const
  return read
    .select({
      memberId: exhibitTeams.id,
      invitedAt: exhibitTeams.invitedAt,
      remindedAt: exhibitTeams.remindedAt,
      remindedFor: exhibitTeams.remindedFor,
      exhibitId: exhibits.id,
      dueAt: exhibits.dueAt,
      event: { id: events.id, officeId: events.officeId, slug: events.slug, zone: events.zone, ...columns },
    })
    .from(exhibitTeams)
    .innerJoin(exhibits, eq(exhibits.id, exhibitTeams.exhibitId))
    .innerJoin(events, eq(events.id, exhibits.eventId))
    .where(
      and(
        ne(events.state, 'cancelled'),
        or(isNotNull(events.boothReminderDays), isNotNull(events.boothOverdueDays)),
        between(exhibits.dueAt, ...near),
        isNotNull(exhibitTeams.invitedAt),
        isOpen,
      ),
    )
}

type Open = Awaited<ReturnType<typeof readOpen>>[number]

/** Which reminder is due to somebody now; null for none. */
function stepOf(one: Open, now: Date) {
  const { dueAt, event } = one
  if (!dueAt) return null
  const steps = [
    { kind: 'remind', days: event.before && -event.before },
    { kind: 'overdue', days: event.after },
  ] as const
  for (const { kind, days } of steps) {
    const day = days && dayInZone(dueAt, event.zone, days)
    if (day && isDue(one, day, now)) return { kind, day }
  }
  return null
}

/** At nine in the morning of that day, or as soon as the server runs again on it; not to whoever was asked just before. */
function isDue({ invitedAt, remindedAt, remindedFor, event }: Open, day: string, now: Date): boolean {
  const at = instantFromLocal(`${day}T09:00`, event.zone)
  if (!at || day === remindedFor || at > now || isTooLate(at, now)) return false
  if (remindedAt && dayInZone(remindedAt, event.zone) === day) return false
  return invitedAt !== null && at.getTime() - invitedAt.getTime() >= dayMs
}
