import type { Reader } from '#db/client.server.ts'
import { readVisitTotal } from '../visits/read.server.ts'
import { countEnquiries } from './enquiries.server.ts'
import { readScores } from './feedback.server.ts'

/** What visitors did with one exhibit, in a few numbers: came, asked, judged. */
export async function readVisitorSummary(read: Reader, place: { eventId: string; exhibitId: string }) {
  const [visits, enquiries, scores] = await Promise.all([
    readVisitTotal(read, place),
    countEnquiries(read, place),
    readScores(read, place),
  ])
  return { visits, enquiries, scores: scores.get(place.exhibitId) ?? { 1: 0, 2: 0, 3: 0 } }
}

export type VisitorSummary = Awaited<ReturnType<typeof readVisitorSummary>>
