import { and, eq } from 'drizzle-orm'
import type { EventScope } from '#app/accounts/scope.server.ts'
import { note } from '#app/events/note.server.ts'
import type { Tx } from '#db/client.server.ts'
import { visitorEnquiries } from '#db/schema/visitor-voices.server.ts'
import { eraseEnquiry } from './chapters/enquiries.server.ts'

/**
 * Erases at the desk what a visitor left at a booth, and the mails that told of it: most visitors are no guests, and have
 * no page of their own to ask for it. Refused: `notFound`.
 */
export async function eraseVisitorEnquiry(
  tx: Tx,
  scope: EventScope,
  { enquiryId, now }: { enquiryId: string; now: Date },
) {
  const isOurs = and(eq(visitorEnquiries.id, enquiryId), eq(visitorEnquiries.eventId, scope.eventId))
  if (!(await tx.$count(visitorEnquiries, isOurs))) return { ok: false, reason: 'notFound' } as const
  await eraseEnquiry(tx, enquiryId, now)
  await note(tx, scope, { action: 'enquiry.erase', subjectId: enquiryId, now })
  return { ok: true } as const
}
