import { addTour } from '#app/exhibition/tours/tours.server.ts'
import { keepEnquiry } from '#app/exhibition/voices/enquiries.server.ts'
import type { Database } from '#db/client.server.ts'
import { newId } from '#db/id.server.ts'
import { type anEvent, now } from './builders.ts'

type Given = { exhibitId: string; booth: string; mark: string }

/** A suggested route, and what a visitor left at an exhibit. */
export async function visitorsOf(
  database: Database,
  { id: eventId, scope }: Awaited<ReturnType<typeof anEvent>>,
  { exhibitId, booth, mark }: Given,
) {
  const enquiry = newId()
  const words = { name: `Visitor of ${mark}`, email: `visitor@${mark}.example`, phone: '', message: 'How?' }
  const about = { eventId, exhibitId, language: 'en' as const, createdAt: now }
  const made = await database.write(async (tx) => {
    await keepEnquiry(tx, { ...words, ...about, id: enquiry })
    return addTour(tx, scope, { content: { name: { en: `Route of ${mark}` }, booths: [booth] }, now })
  })
  if (!made.ok) throw new Error(made.reason)
  return { enquiry, tour: made.id }
}
