import { and, asc, eq, exists, inArray, type SQL, type SQLWrapper, sql } from 'drizzle-orm'
import type { Reader, Tx } from '#db/client.server.ts'
import { attendees } from '#db/schema/invitations.server.ts'
import { questionAnswers, questions } from '#db/schema/questions.server.ts'
import { isChosen, type Question, type Said, type SaidByQuestion } from './rules.ts'

type Answered = {
  attendeeId: string
  eventId: string
  /** The questions that were put to them: what they do not say to one of these is taken back. */
  asked: readonly Pick<Question, 'id' | 'kind'>[]
  said: SaidByQuestion
  now: Date
}

/** Writes what somebody says to what they were asked; what they said to other questions stays. */
export async function saveSaid(tx: Tx, { attendeeId, eventId, asked, said, now }: Answered): Promise<void> {
  if (!asked.length) return
  const ids = asked.map(({ id }) => id)
  await tx
    .delete(questionAnswers)
    .where(and(eq(questionAnswers.attendeeId, attendeeId), inArray(questionAnswers.questionId, ids)))
  const rows = asked.flatMap(({ id: questionId, kind }) =>
    (said.get(questionId) ?? []).map((value) => ({
      ...{ attendeeId, questionId, eventId, answeredAt: now },
      optionId: isChosen(kind) ? value : '',
      value: isChosen(kind) ? '' : value,
      amount: kind === 'number' ? Number(value) : null,
    })),
  )
  if (rows.length) await tx.insert(questionAnswers).values(rows)
}

/** What these attendees have said, by attendee and question. */
export async function readSaid(
  read: Reader,
  attendeeIds: readonly string[],
): Promise<Map<string, Map<string, Said>>> {
  if (!attendeeIds.length) return new Map()
  const rows = await read
    .select()
    .from(questionAnswers)
    .where(inArray(questionAnswers.attendeeId, [...attendeeIds]))
    .orderBy(asc(questionAnswers.questionId), asc(questionAnswers.optionId))
  return byPerson(rows)
}

/** What everybody of the event has said, for a list of them all. */
export async function readAllSaid(read: Reader, eventId: string): Promise<Map<string, Map<string, Said>>> {
  const rows = await read
    .select()
    .from(questionAnswers)
    .where(inArray(questionAnswers.questionId, questionsOf(read, eventId)))
    .orderBy(asc(questionAnswers.questionId), asc(questionAnswers.optionId))
  return byPerson(rows)
}

// By the question, for which there is an index.
function questionsOf(read: Reader, eventId: string) {
  return read.select({ id: questions.id }).from(questions).where(eq(questions.eventId, eventId))
}

type Row = typeof questionAnswers.$inferSelect

function byPerson(rows: readonly Row[]): Map<string, Map<string, Said>> {
  const people = Map.groupBy(rows, ({ attendeeId }) => attendeeId)
  return new Map([...people].map(([id, theirs]) => [id, byQuestion(theirs)]))
}

function byQuestion(rows: readonly Row[]): Map<string, Said> {
  const said = new Map<string, Said>()
  for (const { questionId, optionId, value } of rows)
    said.set(questionId, [...(said.get(questionId) ?? []), optionId || value])
  return said
}

/** Every question of the event, archived ones too, in the order in which answers are shown. */
export function questionsEverAsked(read: Reader, eventId: string) {
  return read
    .select()
    .from(questions)
    .where(eq(questions.eventId, eventId))
    .orderBy(
      sql`case when ${questions.archivedAt} is null then 0 else 1 end`,
      asc(questions.position),
      asc(questions.id),
    )
}

/**
 * For a list of guests: true of an invitation when somebody on it chose this option; without an option, when somebody
 * answered this question. `invitationId` is the list's own column. Another event's question matches nobody.
 */
export function someoneSaid(
  read: Reader,
  { eventId, questionId, optionId }: { eventId: string; questionId: string; optionId: string | null },
  invitationId: SQLWrapper,
): SQL {
  return exists(
    read
      .select({ one: sql`1` })
      .from(questionAnswers)
      .innerJoin(attendees, eq(attendees.id, questionAnswers.attendeeId))
      .where(
        and(
          eq(questionAnswers.eventId, eventId),
          eq(questionAnswers.questionId, questionId),
          optionId ? eq(questionAnswers.optionId, optionId) : undefined,
          eq(attendees.invitationId, invitationId),
        ),
      ),
  )
}
