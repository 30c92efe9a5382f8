import { and, asc, count, desc, eq, inArray, isNull, ne } from 'drizzle-orm'
import type { EventScope } from '#app/accounts/scope.server.ts'
import { lockEvent } from '#app/events/lock.server.ts'
import { note } from '#app/events/note.server.ts'
import type { Reader, Tx } from '#db/client.server.ts'
import { newId } from '#db/id.server.ts'
import { madeBefore } from '#db/made-before.server.ts'
import { events, parts } from '#db/schema/events.server.ts'
import { questions } from '#db/schema/questions.server.ts'
import { askedInOrder, mostQuestions, nextPosition } from './definitions.server.ts'

/**
 * Adds another event's questions below this one's, once for each form. A question about a part goes to the first part of
 * the same kind, or to the whole event where there is none. Refused: when there would be too many, or none to copy.
 */
export async function copyQuestions(
  tx: Tx,
  scope: EventScope,
  { from, id = newId(), now }: { from: EventScope; id?: string; now: Date },
) {
  await lockEvent(tx, scope.eventId)
  const before = await madeBefore(tx, questions, { id, ours: eq(questions.eventId, scope.eventId) })
  if (before) return before
  const found = await askedInOrder(tx, from)
  if (!found.length || scope.eventId === from.eventId) return { ok: false, reason: 'notFound' } as const
  const here = await askedInOrder(tx, scope)
  if (here.length + found.length > mostQuestions) return { ok: false, reason: 'tooMany' } as const
  const partFor = await partsAlike(tx, from, scope)
  const first = await nextPosition(tx, scope)
  const idFor = new Map(found.map((question, index) => [question.id, index ? newId() : id]))
  const rows = found.map((question, index) => ({
    ...question,
    id: idFor.get(question.id) ?? newId(),
    eventId: scope.eventId,
    partId: partFor.get(question.partId ?? '') ?? null,
    condition: question.condition && {
      ...question.condition,
      questionId: idFor.get(question.condition.questionId) ?? '',
    },
    position: first + index,
    createdAt: now,
    updatedAt: now,
  }))
  await tx.insert(questions).values(rows)
  const after = { from: from.eventId, copied: rows.length }
  await note(tx, scope, { action: 'question.copy', subjectId: id, after, now })
  return { ok: true, id } as const
}

/** Each part of `from` with the part of `to` that is most like it. */
async function partsAlike(read: Reader, from: EventScope, to: EventScope): Promise<Map<string, string>> {
  const rows = await read
    .select({ id: parts.id, eventId: parts.eventId, kind: parts.kind })
    .from(parts)
    .where(inArray(parts.eventId, [from.eventId, to.eventId]))
    .orderBy(asc(parts.position), asc(parts.id))
  const ours = rows.filter(({ eventId }) => eventId === to.eventId)
  const alike = rows.flatMap(({ id, kind }): [string, string][] => {
    const like = ours.find((part) => part.kind === kind)
    return like ? [[id, like.id]] : []
  })
  return new Map(alike)
}

/** The office's other events that ask something, latest first, to be copied from. */
export async function eventsWithQuestions(read: Reader, { officeId, eventId }: EventScope) {
  return read
    .select({ slug: events.slug, name: events.name, count: count() })
    .from(events)
    .innerJoin(questions, and(eq(questions.eventId, events.id), isNull(questions.archivedAt)))
    .where(and(eq(events.officeId, officeId), ne(events.id, eventId)))
    .groupBy(events.id)
    .orderBy(desc(events.createdAt), desc(events.id))
    .limit(50)
}
