import { and, asc, eq, inArray, or } from 'drizzle-orm'
import type { Tx } from '#db/client.server.ts'
import { guestNotes, undoEntries, undoRows } from '#db/schema/desk.server.ts'
import { guestViews } from '#db/schema/guest-views.server.ts'
import type { Chapter, Fact } from '../chapter.ts'
import { holdsAny } from '../naming.server.ts'
import type { Subject } from '../subject.server.ts'

/** What the desk noted about them, kept views that look for them, and what could still be taken back of what was done. */
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
    await removeViewsFor(tx, subject)
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

/** A kept view that searches for them by name would show somebody else once they are gone. */
async function removeViewsFor(tx: Tx, { eventIds, words }: Subject): Promise<void> {
  const namesThem = or(holdsAny(guestViews.query, words), holdsAny(guestViews.name, words))
  await tx.delete(guestViews).where(and(inArray(guestViews.eventId, eventIds), namesThem))
}
