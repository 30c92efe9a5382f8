import { and, asc, inArray, or } from 'drizzle-orm'
import { guestNotes, guestWords } from '#db/schema/desk.server.ts'
import { guestViews } from '#db/schema/guest-views.server.ts'
import type { Chapter, Fact } from '../chapter.ts'
import { holdsAny } from '../naming.server.ts'

/** What the desk noted about them, the words by which it finds them, and kept views that look for them. */
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
  async erase(tx, { attendeeIds, ownInvitationIds, eventIds, words }) {
    await tx.delete(guestWords).where(inArray(guestWords.attendeeId, attendeeIds))
    // A kept view may search for them by name: without it, it would show somebody else.
    await tx
      .delete(guestViews)
      .where(
        and(
          inArray(guestViews.eventId, eventIds),
          or(holdsAny(guestViews.query, words), holdsAny(guestViews.name, words)),
        ),
      )
    const gone = await tx
      .delete(guestNotes)
      .where(inArray(guestNotes.invitationId, ownInvitationIds))
      .returning({ id: guestNotes.id })
    return { notes: gone.length }
  },
}
