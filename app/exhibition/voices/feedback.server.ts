import { and, asc, count, desc, eq, ne, type SQL } from 'drizzle-orm'
import type { Reader, Tx } from '#db/client.server.ts'
import { booths, exhibits } from '#db/schema/exhibition.server.ts'
import { visitorFeedback } from '#db/schema/visitor-voices.server.ts'
import { walkingOrder } from '../cards.server.ts'
import type { VisitedPlace } from '../visits/read.server.ts'

/** Keeps what somebody made of an exhibit or of the whole; once, however often its form comes. */
export async function keepFeedback(tx: Tx, feedback: typeof visitorFeedback.$inferInsert): Promise<void> {
  await tx.insert(visitorFeedback).values(feedback).onConflictDoNothing({ target: visitorFeedback.id })
}

/** How many said each of the three steps. */
export type Scores = Record<1 | 2 | 3, number>

const nobody: Scores = { 1: 0, 2: 0, 3: 0 }

function isOf({ eventId, exhibitId }: VisitedPlace): SQL | undefined {
  const ofEvent = eq(visitorFeedback.eventId, eventId)
  return exhibitId ? and(ofEvent, eq(visitorFeedback.exhibitId, exhibitId)) : ofEvent
}

/** How many said what of each exhibit; under `null` of the exhibition as a whole. */
export async function readScores(read: Reader, place: VisitedPlace): Promise<Map<string | null, Scores>> {
  const rows = await read
    .select({ exhibitId: visitorFeedback.exhibitId, score: visitorFeedback.score, times: count() })
    .from(visitorFeedback)
    .where(isOf(place))
    .groupBy(visitorFeedback.exhibitId, visitorFeedback.score)
  const scores = new Map<string | null, Scores>()
  for (const { exhibitId, score, times } of rows)
    scores.set(exhibitId, { ...(scores.get(exhibitId) ?? nobody), [score]: Number(times) })
  return scores
}

/** The whole exhibition first, then every published exhibit in walking order, each with what was said of it. */
export async function readScoresByExhibit(read: Reader, eventId: string) {
  const [scores, rows] = await Promise.all([
    readScores(read, { eventId, exhibitId: null }),
    read
      .select({ id: exhibits.id, title: exhibits.title, booth: booths.code })
      .from(exhibits)
      .leftJoin(booths, eq(booths.id, exhibits.boothId))
      .where(and(eq(exhibits.eventId, eventId), eq(exhibits.state, 'published')))
      .orderBy(...walkingOrder),
  ])
  return {
    whole: scores.get(null) ?? nobody,
    exhibits: rows.map((exhibit) => ({ ...exhibit, scores: scores.get(exhibit.id) ?? nobody })),
  }
}

/** Everything that was said, for a spreadsheet, in the order in which it came. */
export function readAllFeedback(read: Reader, place: VisitedPlace) {
  return read
    .select({
      ...{ score: visitorFeedback.score, text: visitorFeedback.text, language: visitorFeedback.language },
      ...{ createdAt: visitorFeedback.createdAt, title: exhibits.title, booth: booths.code },
    })
    .from(visitorFeedback)
    .leftJoin(exhibits, eq(exhibits.id, visitorFeedback.exhibitId))
    .leftJoin(booths, eq(booths.id, exhibits.boothId))
    .where(isOf(place))
    .orderBy(asc(visitorFeedback.createdAt), asc(visitorFeedback.id))
}

export const wordsPerPage = 30

/** A page of what was said in words, the latest first, and how many said something. */
export async function readWords(read: Reader, place: VisitedPlace, page: number) {
  const saySomething = and(isOf(place), ne(visitorFeedback.text, ''))
  const [words, total] = await Promise.all([
    read
      .select({
        ...{ id: visitorFeedback.id, score: visitorFeedback.score, text: visitorFeedback.text },
        ...{ language: visitorFeedback.language, createdAt: visitorFeedback.createdAt },
        ...{ title: exhibits.title, booth: booths.code },
      })
      .from(visitorFeedback)
      .leftJoin(exhibits, eq(exhibits.id, visitorFeedback.exhibitId))
      .leftJoin(booths, eq(booths.id, exhibits.boothId))
      .where(saySomething)
      .orderBy(desc(visitorFeedback.createdAt), asc(visitorFeedback.id))
      .limit(wordsPerPage)
      .offset((page - 1) * wordsPerPage),
    read.$count(visitorFeedback, saySomething),
  ])
  return { words, total }
}

export type SaidWords = Awaited<ReturnType<typeof readWords>>['words'][number]
