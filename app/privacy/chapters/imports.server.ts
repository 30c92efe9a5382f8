import { and, eq, inArray, isNull, or } from 'drizzle-orm'
import type { Tx } from '#db/client.server.ts'
import { uploadPieces, uploads } from '#db/schema/uploads.server.ts'
import type { Chapter } from '../chapter.ts'
import { holdsAny } from '../naming.server.ts'
import type { Subject } from '../subject.server.ts'
import { jsonWithoutWords, withoutPerson, withoutWords } from '../words.ts'

/** Guest lists and schedules that came in: their reports, and what was read of those still open. */
export const importsChapter: Chapter = {
  name: 'imports',
  async held() {
    return []
  },
  async erase(tx, subject) {
    return { imports: (await leaveOutOfUploads(tx, subject)) + (await leaveOutOfPieces(tx, subject)) }
  },
}

/** Those of their events, and of the office when the whole office forgets them. */
function ours({ officeId, eventIds, reach }: Subject) {
  const ofOffice = and(eq(uploads.officeId, officeId), isNull(uploads.eventId))
  return or(inArray(uploads.eventId, eventIds), reach === 'office' ? ofOffice : undefined)
}

async function leaveOutOfUploads(tx: Tx, subject: Subject): Promise<number> {
  const { words } = subject
  const named = [uploads.fileName, uploads.head, uploads.report].map((column) => holdsAny(column, words))
  const found = await tx
    .select()
    .from(uploads)
    .where(and(ours(subject), or(...named)))
  for (const { id, fileName, head, report } of found)
    await tx
      .update(uploads)
      .set({
        fileName: withoutWords(fileName, words),
        head: without(head, words),
        report: without(report, words),
      })
      .where(eq(uploads.id, id))
  return found.length
}

async function leaveOutOfPieces(tx: Tx, subject: Subject): Promise<number> {
  const { words } = subject
  const ids = tx.select({ id: uploads.id }).from(uploads).where(ours(subject))
  const found = await tx
    .select()
    .from(uploadPieces)
    .where(and(inArray(uploadPieces.uploadId, ids), holdsAny(uploadPieces.lines, words)))
  for (const { uploadId, position, lines } of found)
    await tx
      .update(uploadPieces)
      .set({ lines: without(lines, words) as unknown[] })
      .where(and(eq(uploadPieces.uploadId, uploadId), eq(uploadPieces.position, position)))
  return found.length
}

function without(told: unknown, words: readonly string[]): unknown {
  return jsonWithoutWords(withoutPerson(told, words), words)
}
