import { inArray } from 'drizzle-orm'
import { clearanceForms } from '#db/schema/clearance.server.ts'
import type { Chapter, Fact } from '../chapter.ts'

/**
 * What they wrote for the gate, sealed: that there is such a form is told, its contents stand on its own page. Access
 * lists handed to the guard are sealed as a whole and go with the event's own purge.
 */
export const clearanceChapter: Chapter = {
  name: 'clearance',
  async held(read, { attendeeIds }) {
    const rows = await read
      .select({ at: clearanceForms.savedAt })
      .from(clearanceForms)
      .where(inArray(clearanceForms.attendeeId, attendeeIds))
    return rows.map(({ at }): Fact => ({ label: 'clearance', value: at }))
  },
  async erase(tx, { attendeeIds }) {
    const gone = await tx
      .delete(clearanceForms)
      .where(inArray(clearanceForms.attendeeId, attendeeIds))
      .returning({ id: clearanceForms.attendeeId })
    return { clearance: gone.length }
  },
}
