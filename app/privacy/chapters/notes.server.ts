import { asc, inArray } from 'drizzle-orm'
import { guestNotes, guestWords } from '#db/schema/desk.server.ts'
import type { Chapter, Fact } from '../chapter.ts'

/** What the desk noted about them, and the words by which it finds them. */
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
  async erase(tx, { attendeeIds, ownInvitationIds }) {
    await tx.delete(guestWords).where(inArray(guestWords.attendeeId, attendeeIds))
    const gone = await tx
      .delete(guestNotes)
      .where(inArray(guestNotes.invitationId, ownInvitationIds))
      .returning({ id: guestNotes.id })
    return { notes: gone.length }
  },
}
