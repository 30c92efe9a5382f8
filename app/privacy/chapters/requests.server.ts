import { asc, inArray } from 'drizzle-orm'
import { privacyRequests } from '#db/schema/privacy.server.ts'
import type { Chapter, Fact } from '../chapter.ts'

/** What they have asked before, and what they were answered. */
export const requestsChapter: Chapter = {
  name: 'requests',
  async held(read, { attendeeIds }) {
    const rows = await read
      .select()
      .from(privacyRequests)
      .where(inArray(privacyRequests.attendeeId, attendeeIds))
      .orderBy(asc(privacyRequests.createdAt))
    return rows.map(
      ({ reason, wanted, answer, createdAt }): Fact => ({
        label: 'request',
        value: [reason, wanted?.name ?? '', wanted?.phone ?? '', answer],
        at: createdAt,
      }),
    )
  },
  async erase(tx, { attendeeIds }) {
    const rows = await tx
      .update(privacyRequests)
      .set({ reason: '', wanted: null, answer: '' })
      .where(inArray(privacyRequests.attendeeId, attendeeIds))
      .returning({ id: privacyRequests.id })
    return { requests: rows.length }
  },
}
