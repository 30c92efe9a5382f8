import { and, eq, inArray } from 'drizzle-orm'
import { clearDocuments } from '#app/files/document.server.ts'
import { clearUnused, type Stores } from '#app/files/unused.server.ts'
import { type Actor, audit } from '#db/audit.server.ts'
import type { Database, Tx } from '#db/client.server.ts'
import { documents } from '#db/schema/documents.server.ts'
import type { PrivacyCounts } from '#db/schema/privacy.server.ts'
import { chapters } from './chapters.server.ts'
import { type Reach, readSubject, type Subject, type Whose } from './subject.server.ts'
import { blank } from './words.ts'

/**
 * Takes a person out of everything within `subject`'s reach, keeping the rows that figures are counted from, and writes
 * into the history that it was done and how much it touched. Once more for the same person changes nothing. The bytes of
 * files go afterwards: `clearErasedFiles`.
 */
export async function erasePerson(
  tx: Tx,
  subject: Subject,
  { actor, now }: { actor: Actor; now: Date },
): Promise<PrivacyCounts> {
  const counts: PrivacyCounts = {}
  for (const chapter of chapters.toReversed())
    for (const [kind, rows] of Object.entries(await chapter.erase(tx, subject, now)))
      counts[kind] = (counts[kind] ?? 0) + rows
  const [attendeeId] = subject.attendeeIds
  await audit(tx, actor, {
    officeId: subject.officeId,
    eventId: subject.eventIds[0] ?? null,
    action: 'privacy.erase',
    subjectId: attendeeId ?? null,
    after: { reach: subject.reach, counts },
    now,
  })
  return counts
}

class Undone extends Error {}

/** What an erasure would touch: it is done and undone again. Null when there is no such attendee. */
export async function previewErasure(
  database: Database,
  whose: Whose,
  { reach, now }: { reach: Reach; now: Date },
): Promise<PrivacyCounts | null> {
  let counts: PrivacyCounts | null = null
  try {
    await database.write(async (tx) => {
      const subject = await readSubject(tx, whose, reach)
      if (subject) counts = await erasePerson(tx, subject, { actor: { kind: 'system', id: null }, now })
      throw new Undone()
    })
  } catch (error) {
    if (!(error instanceof Undone)) throw error
  }
  return counts
}

/** Takes away the bytes of files that an erasure or a purge has let go. */
export async function clearErasedFiles(
  stores: Stores,
  { officeId, eventIds, now }: { officeId: string; eventIds: readonly string[]; now: Date },
): Promise<void> {
  for (const eventId of eventIds) {
    const gone = await stores.database.read
      .select({ id: documents.id })
      .from(documents)
      .where(
        and(
          eq(documents.officeId, officeId),
          inArray(documents.eventId, [eventId]),
          eq(documents.bytes, 0),
          eq(documents.name, blank),
        ),
      )
    await clearDocuments(stores, { officeId, eventId }, { ids: gone.map(({ id }) => id), now })
    await clearUnused(stores, { officeId, eventId }, { fileIds: [], now })
  }
}
