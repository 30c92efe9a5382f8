import { and, asc, count, desc, eq, isNotNull, isNull, type SQL } from 'drizzle-orm'
import type { Reader, Tx } from '#db/client.server.ts'
import { booths, exhibits } from '#db/schema/exhibition.server.ts'
import { visitorEnquiries } from '#db/schema/visitor-voices.server.ts'
import type { EventScope } from '../../accounts/scope.server.ts'
import { note } from '../../events/note.server.ts'
import type { VisitedPlace } from '../visits/read.server.ts'
import type { enquiriesShown } from './forms.ts'

export type NewEnquiry = Omit<typeof visitorEnquiries.$inferInsert, 'doneAt'>

/*
 * No `lockEvent` here: no public page shows an enquiry, and raising the event's revision would throw away every cached
 * page in a full hall. The row's own id is the arbiter.
 */

/** Keeps what a visitor left; false when the form with this id came before. */
export async function keepEnquiry(tx: Tx, enquiry: NewEnquiry): Promise<boolean> {
  const kept = await tx
    .insert(visitorEnquiries)
    .values(enquiry)
    .onConflictDoNothing({ target: visitorEnquiries.id })
    .returning({ id: visitorEnquiries.id })
  return kept.length > 0
}

type Settling = { enquiryId: string; exhibitId: string | null; isDone: boolean; now: Date }

/**
 * Marks an enquiry as answered, or as open again; of one exhibit for its team, of any for the desk. One that is so already
 * is left alone. Refused: `notFound`.
 */
export async function settleEnquiry(
  tx: Tx,
  scope: EventScope,
  { enquiryId, exhibitId, isDone, now }: Settling,
) {
  const { doneAt } = visitorEnquiries
  const isIt = and(eq(visitorEnquiries.id, enquiryId), isOf({ eventId: scope.eventId, exhibitId }))
  if (!(await tx.$count(visitorEnquiries, isIt))) return { ok: false, reason: 'notFound' } as const
  const set = await tx
    .update(visitorEnquiries)
    .set({ doneAt: isDone ? now : null })
    .where(and(isIt, isDone ? isNull(doneAt) : isNotNull(doneAt)))
    .returning({ id: visitorEnquiries.id })
  if (!set.length) return { ok: true } as const
  await note(tx, scope, {
    ...{ action: isDone ? 'enquiry.settle' : 'enquiry.reopen', subjectId: enquiryId, now },
  })
  return { ok: true } as const
}

function isOf({ eventId, exhibitId }: VisitedPlace): SQL | undefined {
  const ofEvent = eq(visitorEnquiries.eventId, eventId)
  return exhibitId ? and(ofEvent, eq(visitorEnquiries.exhibitId, exhibitId)) : ofEvent
}

export const enquiriesPerPage = 30

type Asked = { shown: (typeof enquiriesShown)[number]; page: number }

/** A page of what visitors left for an exhibit, or for all of an event, the latest first. */
export async function readEnquiries(read: Reader, place: VisitedPlace, { shown, page }: Asked) {
  const { doneAt } = visitorEnquiries
  const standing = { open: isNull(doneAt), done: isNotNull(doneAt), all: undefined }[shown]
  return read
    .select({
      ...{ id: visitorEnquiries.id, name: visitorEnquiries.name, email: visitorEnquiries.email },
      ...{ phone: visitorEnquiries.phone, message: visitorEnquiries.message },
      ...{ language: visitorEnquiries.language, createdAt: visitorEnquiries.createdAt, doneAt },
      exhibit: { id: exhibits.id, title: exhibits.title, booth: booths.code },
    })
    .from(visitorEnquiries)
    .innerJoin(exhibits, eq(exhibits.id, visitorEnquiries.exhibitId))
    .leftJoin(booths, eq(booths.id, exhibits.boothId))
    .where(and(isOf(place), standing))
    .orderBy(desc(visitorEnquiries.createdAt), desc(visitorEnquiries.id))
    .limit(enquiriesPerPage)
    .offset((page - 1) * enquiriesPerPage)
}

export type Enquiry = Awaited<ReturnType<typeof readEnquiries>>[number]

/** Everything that visitors left, for a spreadsheet, in the order in which it came. */
export function readAllEnquiries(read: Reader, place: VisitedPlace) {
  return read
    .select({
      ...{ name: visitorEnquiries.name, email: visitorEnquiries.email, phone: visitorEnquiries.phone },
      ...{ message: visitorEnquiries.message, language: visitorEnquiries.language },
      ...{ createdAt: visitorEnquiries.createdAt, doneAt: visitorEnquiries.doneAt },
      ...{ title: exhibits.title, booth: booths.code },
    })
    .from(visitorEnquiries)
    .innerJoin(exhibits, eq(exhibits.id, visitorEnquiries.exhibitId))
    .leftJoin(booths, eq(booths.id, exhibits.boothId))
    .where(isOf(place))
    .orderBy(asc(visitorEnquiries.createdAt), asc(visitorEnquiries.id))
}

/** How many wait for an answer, and how many had one. */
export async function countEnquiries(read: Reader, place: VisitedPlace) {
  const [row] = await read
    .select({ all: count(), done: count(visitorEnquiries.doneAt) })
    .from(visitorEnquiries)
    .where(isOf(place))
  const [all, done] = [Number(row?.all ?? 0), Number(row?.done ?? 0)]
  return { open: all - done, done, all }
}
