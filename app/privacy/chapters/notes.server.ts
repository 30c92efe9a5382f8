import { and, asc, eq, inArray } from 'drizzle-orm'
import type { Tx } from '#db/client.server.ts'
import { guestNotes, undoEntries, undoRows } from '#db/schema/desk.server.ts'
import type { Chapter, Fact } from '../chapter.ts'
import { holdsAny } from '../naming.server.ts'
import type { Subject } from '../subject.server.ts'

/** What the desk noted about them, and what it could still take back of what it did to them. */
export const notesChapter: Chapter = {
  name: 'notes',
  async held(read, { ownInvitationIds }, audience) {
    // A link can be passed on; what the office thinks goes only to whoever was recognised.
    if (audience === 'link') return []
    const rows = await read
      .select({ text: guestNotes.text, at: guestNotes.at })
      .from(guestNotes)
      .where(inArray(guestNotes.invitationId, ownInvitationIds))
      .orderBy(asc(guestNotes.at))
    return rows.filter(({ text }) => text).map(({ text, at }): Fact => ({ label: 'notes', value: text, at }))
  },
  async erase(tx, subject) {
    const gone = await tx
      .delete(guestNotes)
      .where(inArray(guestNotes.invitationId, subject.ownInvitationIds))
      .returning({ id: guestNotes.id })
    await leaveOutOfUndo(tx, subject)
    return { notes: gone.length }
  },
}

/** They are not changed back any more, and what they were before goes. */
async function leaveOutOfUndo(tx: Tx, subject: Subject): Promise<void> {
  const { eventIds, attendeeIds, ownInvitationIds, personId, reach } = subject
  const theirs = [...attendeeIds, ...ownInvitationIds, ...(personId && reach === 'office' ? [personId] : [])]
  const found = await tx
    .select({ undoId: undoRows.undoId, position: undoRows.position, rows: undoRows.rows })
    .from(undoRows)
    .innerJoin(undoEntries, eq(undoEntries.id, undoRows.undoId))
    .where(and(inArray(undoEntries.eventId, eventIds), holdsAny(undoRows.rows, theirs)))
  for (const { undoId, position, rows } of found)
    await tx
      .update(undoRows)
      .set({ rows: rows.filter(({ id }) => !theirs.includes(id)) })
      .where(and(eq(undoRows.undoId, undoId), eq(undoRows.position, position)))
}
