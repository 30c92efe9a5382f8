import { and, eq, inArray, or } from 'drizzle-orm'
import type { Tx } from '#db/client.server.ts'
import { importCells, imports } from '#db/schema/directory.server.ts'
import { type Chapter, none } from '../chapter.ts'
import { holdsAny } from '../naming.server.ts'
import type { Subject } from '../subject.server.ts'
import { jsonWithoutWords, withoutWords } from '../words.ts'

/** Guest lists that came in: their reports, and the cells of those still open. */
export const importsChapter: Chapter = {
  name: 'imports',
  async held() {
    return []
  },
  async erase(tx, subject) {
    if (subject.reach === 'event') return none
    return { imports: (await leaveOutOfReports(tx, subject)) + (await leaveOutOfCells(tx, subject)) }
  },
}

async function leaveOutOfReports(tx: Tx, { officeId, words }: Subject): Promise<number> {
  const found = await tx
    .select({ id: imports.id, fileName: imports.fileName, report: imports.report })
    .from(imports)
    .where(
      and(
        eq(imports.officeId, officeId),
        or(holdsAny(imports.report, words), holdsAny(imports.fileName, words)),
      ),
    )
  for (const { id, fileName, report } of found)
    await tx
      .update(imports)
      .set({ fileName: withoutWords(fileName, words), report: jsonWithoutWords(report, words) })
      .where(eq(imports.id, id))
  return found.length
}

async function leaveOutOfCells(tx: Tx, { officeId, words }: Subject): Promise<number> {
  const ours = tx.select({ id: imports.id }).from(imports).where(eq(imports.officeId, officeId))
  const found = await tx
    .select()
    .from(importCells)
    .where(and(inArray(importCells.importId, ours), holdsAny(importCells.lines, words)))
  for (const { importId, position, lines } of found)
    await tx
      .update(importCells)
      .set({ lines: jsonWithoutWords(lines, words) as string[][] })
      .where(and(eq(importCells.importId, importId), eq(importCells.position, position)))
  return found.length
}
