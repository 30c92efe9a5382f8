import { and, asc, count, countDistinct, eq, inArray, max, min, type SQL, sum } from 'drizzle-orm'
import type { EventScope } from '#app/accounts/scope.server.ts'
import type { Reader } from '#db/client.server.ts'
import { documents } from '#db/schema/documents.server.ts'
import { parts } from '#db/schema/events.server.ts'
import { attendances, attendees } from '#db/schema/invitations.server.ts'
import { questionAnswers, questions } from '#db/schema/questions.server.ts'
import { questionsEverAsked } from './said.server.ts'

/** All questions of an event with how many people have answered each. */
export async function readQuestions(read: Reader, { eventId }: EventScope) {
  const [all, answered] = await Promise.all([
    questionsEverAsked(read, eventId),
    read
      .select({ questionId: questionAnswers.questionId, n: countDistinct(questionAnswers.attendeeId) })
      .from(questionAnswers)
      .where(eq(questionAnswers.eventId, eventId))
      .groupBy(questionAnswers.questionId),
  ])
  const counted = new Map(answered.map(({ questionId, n }) => [questionId, Number(n)]))
  return all.map((question) => ({ ...question, answered: counted.get(question.id) ?? 0 }))
}

export type ListedQuestion = Awaited<ReturnType<typeof readQuestions>>[number]

/** The parts a question can be about. */
export function readQuestionParts(read: Reader, { eventId }: EventScope) {
  return read
    .select({ id: parts.id, name: parts.name, audience: parts.audience })
    .from(parts)
    .where(eq(parts.eventId, eventId))
    .orderBy(asc(parts.position))
}

export const answersPerPage = 50

/**
 * What was said to one question by those who come or may come: how many chose each option, what the numbers come to, and
 * a page of answers with who gave them. Null when the question is not this event's.
 */
export async function readAnswers(read: Reader, { eventId }: EventScope, questionId: string, page: number) {
  const [question] = await read
    .select()
    .from(questions)
    .where(and(eq(questions.id, questionId), eq(questions.eventId, eventId)))
  if (!question) return null
  const counted = and(eq(questionAnswers.questionId, questionId), fromThoseWhoCome(read, eventId))
  const [options, [numbers], given] = await Promise.all([
    read
      .select({ id: questionAnswers.optionId, n: count() })
      .from(questionAnswers)
      .where(counted)
      .groupBy(questionAnswers.optionId),
    read
      .select({
        people: countDistinct(questionAnswers.attendeeId),
        total: sum(questionAnswers.amount),
        least: min(questionAnswers.amount),
        most: max(questionAnswers.amount),
      })
      .from(questionAnswers)
      .where(counted),
    pageOfAnswers(read, counted, page),
  ])
  return {
    question,
    options: question.options.map((option) => ({
      ...option,
      people: Number(options.find(({ id }) => id === option.id)?.n ?? 0),
    })),
    people: Number(numbers?.people ?? 0),
    numbers:
      question.kind === 'number' && numbers?.people
        ? { total: Number(numbers.total), least: Number(numbers.least), most: Number(numbers.most) }
        : null,
    given,
  }
}

export type QuestionAnswers = NonNullable<Awaited<ReturnType<typeof readAnswers>>>

/** A page of people in order, each with what they said and, of a file, its name. */
async function pageOfAnswers(read: Reader, counted: SQL | undefined, page: number) {
  const people = await read
    .selectDistinct({ id: attendees.id, sortKey: attendees.sortKey })
    .from(questionAnswers)
    .innerJoin(attendees, eq(attendees.id, questionAnswers.attendeeId))
    .where(counted)
    .orderBy(asc(attendees.sortKey), asc(attendees.id))
    .limit(answersPerPage)
    .offset((page - 1) * answersPerPage)
  const ids = people.map(({ id }) => id)
  const rows = await read
    .select({
      attendeeId: attendees.id,
      invitationId: attendees.invitationId,
      names: attendees.names,
      organisationName: attendees.organisationName,
      optionId: questionAnswers.optionId,
      value: questionAnswers.value,
      fileName: documents.name,
    })
    .from(questionAnswers)
    .innerJoin(attendees, eq(attendees.id, questionAnswers.attendeeId))
    .leftJoin(documents, eq(documents.id, questionAnswers.value))
    .where(and(counted, inArray(questionAnswers.attendeeId, ids)))
    .orderBy(asc(questionAnswers.optionId))
  const theirs = Map.groupBy(rows, ({ attendeeId }) => attendeeId)
  return ids.flatMap((id) => {
    const [first, ...more] = theirs.get(id) ?? []
    if (!first) return []
    const { optionId, value, ...who } = first
    return [{ ...who, said: [first, ...more].map((row) => row.optionId || row.value) }]
  })
}

/** Whoever has declined everything needs no bed and no headset, though what they said stays on record. */
function fromThoseWhoCome(read: Reader, eventId: string) {
  return inArray(
    questionAnswers.attendeeId,
    read
      .select({ id: attendances.attendeeId })
      .from(attendances)
      .where(
        and(
          eq(attendances.eventId, eventId),
          inArray(attendances.status, [
            'accepted',
            'tentative',
            'offered',
            'waitlisted',
            'proposed',
            'attended',
          ]),
        ),
      ),
  )
}
