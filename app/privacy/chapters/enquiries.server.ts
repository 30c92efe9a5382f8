import { and, eq, inArray, or, sql } from 'drizzle-orm'
import { enquiryKey } from '#app/answers/enquiry.server.ts'
import type { Reader, Tx } from '#db/client.server.ts'
import { events } from '#db/schema/events.server.ts'
import { exhibits } from '#db/schema/exhibition.server.ts'
import { messages } from '#db/schema/mail.server.ts'
import { visitorEnquiries, visitorFeedback } from '#db/schema/visitor-voices.server.ts'
import type { Chapter, Fact } from '../chapter.ts'
import { holdsAny } from '../naming.server.ts'
import type { Subject } from '../subject.server.ts'
import { readShared } from '../subject-speakers.server.ts'
import { withoutWords } from '../words.ts'
import { makeUnreadable } from './messages.server.ts'

/** What they left at booths to be answered, and what others said of them in words. */
export const enquiriesChapter: Chapter = {
  name: 'enquiries',
  async held(read, subject) {
    const rows = await readTheirs(read, subject)
    return rows.map(
      ({ enquiry: { name, email, phone, message, createdAt }, title }): Fact => ({
        label: 'message',
        value: [title, name, email, phone, message],
        at: createdAt,
      }),
    )
  },
  async erase(tx, subject, now) {
    const ids = (await readTheirs(tx, subject)).map(({ enquiry }) => enquiry.id)
    for (const id of ids) await eraseEnquiry(tx, id, now)
    return { enquiries: ids.length + (await leaveOut(tx, subject)) }
  },
}

/** Takes away what somebody left at a booth, and makes unreadable what its team was told by mail. */
export async function eraseEnquiry(tx: Tx, enquiryId: string, now: Date): Promise<void> {
  await tx.delete(visitorEnquiries).where(eq(visitorEnquiries.id, enquiryId))
  const about = `${enquiryKey(enquiryId)}%`
  await makeUnreadable(tx, sql`${messages.dedupeKey} like ${about}`, now)
}

/** By their address or telephone; where somebody else has the address too, the name has to be theirs as well. */
async function readTheirs(read: Reader, subject: Subject) {
  const { officeId, eventIds, reach, words } = subject
  if (!words.length) return []
  const known = words.map((word) => word.toLowerCase())
  const addresses = known.filter((word) => word.includes('@'))
  const rows = await read
    .select({ enquiry: visitorEnquiries, title: exhibits.title })
    .from(visitorEnquiries)
    .innerJoin(events, eq(events.id, visitorEnquiries.eventId))
    .innerJoin(exhibits, eq(exhibits.id, visitorEnquiries.exhibitId))
    .where(
      and(
        eq(events.officeId, officeId),
        reach === 'event' ? inArray(visitorEnquiries.eventId, eventIds) : undefined,
        or(
          inArray(sql`lower(${visitorEnquiries.email})`, addresses),
          inArray(visitorEnquiries.phone, [...words]),
        ),
      ),
    )
  const shared = await readShared(read, subject, addresses)
  const isTheirName = (name: string) => known.includes(name.trim().toLowerCase())
  return rows.filter(({ enquiry: { email, name } }) => !shared.has(email.toLowerCase()) || isTheirName(name))
}

async function leaveOut(tx: Tx, { eventIds, words }: Subject): Promise<number> {
  const found = await tx
    .select({ id: visitorFeedback.id, text: visitorFeedback.text })
    .from(visitorFeedback)
    .where(and(inArray(visitorFeedback.eventId, eventIds), holdsAny(visitorFeedback.text, words)))
  for (const { id, text } of found)
    await tx
      .update(visitorFeedback)
      .set({ text: withoutWords(text, words) })
      .where(eq(visitorFeedback.id, id))
  return found.length
}
