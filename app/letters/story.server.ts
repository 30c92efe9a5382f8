import { and, asc, eq, inArray } from 'drizzle-orm'
import type { EventScope } from '#app/accounts/scope.server.ts'
import type { Reader } from '#db/client.server.ts'
import { auditEntries, users } from '#db/schema/accounts.server.ts'
import { letters } from '#db/schema/letters.server.ts'

type LetterChapter = {
  kind: 'letter'
  id: string
  at: Date
  by: string | null
  what: 'issued' | 'received' | 'scanned' | 'voided'
  letterId: string
  reference: string
}

/** Letters on paper to an invitation: issued, its signed copy filed, what came back, and what was declared void. */
export async function tellLetters(read: Reader, { eventId }: EventScope, invitationId: string) {
  const rows = await read
    .select({
      id: letters.id,
      way: letters.way,
      reference: letters.reference,
      at: letters.createdAt,
      voidedAt: letters.voidedAt,
      by: users.name,
    })
    .from(letters)
    .leftJoin(users, eq(users.id, letters.createdBy))
    .where(and(eq(letters.invitationId, invitationId), eq(letters.eventId, eventId)))
    .orderBy(asc(letters.createdAt))
  const known = new Map(rows.map((row) => [row.id, row]))
  const scans = rows.length ? await readScans(read, eventId, [...known.keys()]) : []
  const chapter = (what: LetterChapter['what'], id: string, at: Date, by: string | null): LetterChapter => {
    const letterId = known.get(id)?.id ?? id
    return {
      kind: 'letter',
      id: `${what}-${id}-${at.getTime()}`,
      at,
      by,
      what,
      letterId,
      reference: known.get(id)?.reference ?? '',
    }
  }
  return [
    ...rows.map(({ id, way, at, by }) => chapter(way === 'out' ? 'issued' : 'received', id, at, by)),
    ...scans.map(({ letterId, at, by }) => chapter('scanned', letterId ?? '', at, by)),
    ...rows.flatMap(({ id, voidedAt }) => (voidedAt ? [chapter('voided', id, voidedAt, null)] : [])),
  ]
}

function readScans(read: Reader, eventId: string, letterIds: string[]) {
  return read
    .select({ letterId: auditEntries.subjectId, at: auditEntries.at, by: users.name })
    .from(auditEntries)
    .leftJoin(users, eq(users.id, auditEntries.actorId))
    .where(
      and(
        inArray(auditEntries.subjectId, letterIds),
        eq(auditEntries.eventId, eventId),
        eq(auditEntries.action, 'letter.scan'),
      ),
    )
    .orderBy(asc(auditEntries.at))
}
