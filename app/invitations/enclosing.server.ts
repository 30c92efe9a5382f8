import { and, eq, exists, isNotNull, isNull, lte, type SQL, sql } from 'drizzle-orm'
import type { EventScope } from '#app/accounts/scope.server.ts'
import { largestEnclosure } from '#app/mail/enclosures.ts'
import type { Reader } from '#db/client.server.ts'
import { documents } from '#db/schema/documents.server.ts'
import { attendees, invitations } from '#db/schema/invitations.server.ts'
import { letters } from '#db/schema/letters.server.ts'
import type { Enclosing, Enclosure } from '#db/schema/mail.server.ts'
import type { Audience } from './audience.ts'

/**
 * Lays at hand, stored for good, what of each reader's letter goes with their mail; by invitation. The register makes it
 * (`encloseLetters`), before the transaction that writes the mails.
 */
export type Enclose = (
  scope: EventScope,
  wanted: { enclosing: Enclosing; invitationIds: readonly string[]; now: Date },
) => Promise<ReadonlyMap<string, Enclosure>>

/**
 * Letters that may go with a mail, in a query of `letters` with its scan in `documents`: of the batch, not void, and
 * with a scan that mail can carry where it is the scan that goes.
 */
export function mayGo({ eventId }: EventScope, { batch, form }: Enclosing): SQL | undefined {
  return and(
    eq(letters.eventId, eventId),
    eq(letters.way, 'out'),
    isNull(letters.voidedAt),
    isNotNull(letters.snapshot),
    batch ? eq(letters.batchId, batch) : undefined,
    form === 'signed' ? hasScan : undefined,
  )
}

/** The scan is there and not too large for a mail. */
export const hasScan = and(
  isNotNull(letters.scanId),
  sql`${documents.bytes} > 0`,
  lte(documents.bytes, largestEnclosure),
)

/** For a query of readers: whether a letter goes with the mail to them; none does to those whom others named. */
export function carries(
  read: Reader,
  scope: EventScope,
  { enclosing, audience }: { enclosing?: Enclosing | null; audience: Audience },
): SQL {
  if (!enclosing || audience.side === 'delegates') return sql`1 = 0`
  const theirs = exists(
    read
      .select({ id: letters.id })
      .from(letters)
      .leftJoin(documents, eq(documents.id, letters.scanId))
      .where(and(eq(letters.invitationId, invitations.id), mayGo(scope, enclosing))),
  )
  // An institution that has named nobody has no attendee yet.
  return sql`(coalesce(${attendees.source}, 'invitation') = 'invitation' and ${theirs})`
}
