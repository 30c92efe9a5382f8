import { and, eq, gte, lt } from 'drizzle-orm'
import { Temporal } from 'temporal-polyfill'
import type { EventScope } from '#app/accounts/scope.server.ts'
import type { Reader } from '#db/client.server.ts'
import { answers } from '#db/schema/invitations.server.ts'

const days = 14

/** How many answers came in on each of the last fourteen days of the event's zone, today included, the oldest first. */
export async function readTrend(read: Reader, scope: EventScope, { zone, now }: { zone: string; now: Date }) {
  const today = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(zone).startOfDay()
  const starts = Array.from({ length: days + 1 }, (_, i) => today.add({ days: i - days + 1 }))
  const at = (i: number) => new Date(starts[i]?.epochMilliseconds ?? 0)
  return Promise.all(
    Array.from({ length: days }, async (_, i) => ({
      at: at(i),
      count: await read.$count(
        answers,
        and(eq(answers.eventId, scope.eventId), gte(answers.at, at(i)), lt(answers.at, at(i + 1))),
      ),
    })),
  )
}
