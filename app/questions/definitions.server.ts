import { and, asc, eq, isNull, max } from 'drizzle-orm'
import type { EventScope } from '#app/accounts/scope.server.ts'
import { lockEvent } from '#app/events/lock.server.ts'
import { note } from '#app/events/note.server.ts'
import { type Direction, moved } from '#app/events/order.ts'
import { keepUnseen } from '#app/events/rules.ts'
import type { Language } from '#app/i18n/languages.ts'
import type { Reader, Tx } from '#db/client.server.ts'
import { newId } from '#db/id.server.ts'
import { madeBefore } from '#db/made-before.server.ts'
import { parts } from '#db/schema/events.server.ts'
import { questionAnswers, questions } from '#db/schema/questions.server.ts'
import type { QuestionContent } from './forms.ts'
import { type Option, pointsUpwards } from './rules.ts'

export const mostQuestions = 40

type Refusal = 'notFound' | 'conditionBelow' | 'optionUsed' | 'othersDepend' | 'tooMany'
type Outcome = { ok: true; id: string } | { ok: false; reason: Refusal }
const refused = (reason: Refusal) => ({ ok: false, reason }) as const

/** Adds a question as the last one; once, however often its form is sent. Refused: a part or condition that is not there. */
export async function addQuestion(
  tx: Tx,
  scope: EventScope,
  { id = newId(), content, now }: { id?: string; content: QuestionContent; now: Date },
): Promise<Outcome> {
  await lockEvent(tx, scope.eventId)
  const before = await madeBefore(tx, questions, { id, ours: eq(questions.eventId, scope.eventId) })
  if (before) return before
  const ordered = await askedInOrder(tx, scope)
  if (ordered.length >= mostQuestions) return refused('tooMany')
  const refusal = await refuseContent(tx, scope, content, ordered)
  if (refusal) return refused(refusal)
  const options = content.options.map((option) => ({ ...option, id: newId() }))
  const after = { ...content, options }
  await tx.insert(questions).values({
    ...after,
    ...{ id, eventId: scope.eventId, position: await nextPosition(tx, scope) },
    createdAt: now,
    updatedAt: now,
  })
  await note(tx, scope, { action: 'question.add', subjectId: id, after, now })
  return { ok: true, id }
}

/**
 * Changes a question; its kind stays. Options keep their ids, so that whoever chose one still has; one that goes is kept
 * out of sight while somebody chose it. Refused: a condition on a question below; an option that another question waits for.
 */
export async function editQuestion(
  tx: Tx,
  scope: EventScope,
  { questionId, content, now }: { questionId: string; content: QuestionContent; now: Date },
): Promise<Outcome> {
  const event = await lockEvent(tx, scope.eventId)
  const before = await findQuestion(tx, scope, questionId)
  if (!before) return refused('notFound')
  const ordered = await askedInOrder(tx, scope)
  const place = ordered.findIndex(({ id }) => id === questionId)
  const above = place < 0 ? ordered : ordered.slice(0, place)
  const refusal = await refuseContent(tx, scope, content, above)
  if (refusal) return refused(refusal)
  const options = await optionsAfter(tx, before, { content, ordered, languages: event.languages })
  if (!options) return refused('optionUsed')
  const { kind: _, ...rest } = content
  const after = {
    ...rest,
    label: keepUnseen(before.label, content.label, event.languages),
    hint: keepUnseen(before.hint, content.hint, event.languages),
    options,
    updatedAt: now,
  }
  await tx.update(questions).set(after).where(eq(questions.id, before.id))
  await note(tx, scope, { action: 'question.edit', subjectId: questionId, before, after, now })
  return { ok: true, id: questionId }
}

/** Moves a question one place. Refused where it would stand above what its condition speaks of, or below what waits for it. */
export async function moveQuestion(
  tx: Tx,
  scope: EventScope,
  { questionId, direction, now }: { questionId: string; direction: Direction; now: Date },
): Promise<Outcome> {
  await lockEvent(tx, scope.eventId)
  const order = moved(await askedInOrder(tx, scope), questionId, direction)
  if (!order) return refused('notFound')
  if (!pointsUpwards(order)) return refused('conditionBelow')
  for (const [position, { id }] of order.entries())
    await tx.update(questions).set({ position }).where(eq(questions.id, id))
  await note(tx, scope, { action: 'question.move', subjectId: questionId, after: { direction }, now })
  return { ok: true, id: questionId }
}

/** Takes a question off the page: gone when nobody answered it, else archived with its answers. Refused while others wait for it. */
export async function removeQuestion(
  tx: Tx,
  scope: EventScope,
  { questionId, now }: { questionId: string; now: Date },
): Promise<Outcome> {
  await lockEvent(tx, scope.eventId)
  const before = await findQuestion(tx, scope, questionId)
  if (!before) return refused('notFound')
  const others = await askedInOrder(tx, scope)
  if (others.some(({ condition }) => condition?.questionId === questionId)) return refused('othersDepend')
  const isAnswered = await tx.$count(questionAnswers, eq(questionAnswers.questionId, questionId))
  const ours = eq(questions.id, before.id)
  if (isAnswered) await tx.update(questions).set({ archivedAt: now, updatedAt: now }).where(ours)
  else await tx.delete(questions).where(ours)
  const action = isAnswered ? 'question.archive' : 'question.remove'
  await note(tx, scope, { action, subjectId: questionId, before, now })
  return { ok: true, id: questionId }
}

/** Asks an archived question again, as the last one; its condition goes when what it speaks of is no longer asked. */
export async function restoreQuestion(
  tx: Tx,
  scope: EventScope,
  { questionId, now }: { questionId: string; now: Date },
): Promise<Outcome> {
  await lockEvent(tx, scope.eventId)
  const before = await findQuestion(tx, scope, questionId)
  if (!before) return refused('notFound')
  if (!before.archivedAt) return { ok: true, id: questionId }
  const ordered = await askedInOrder(tx, scope)
  if (ordered.length >= mostQuestions) return refused('tooMany')
  const isAsked = ordered.some(({ id }) => id === before.condition?.questionId)
  const after = {
    archivedAt: null,
    condition: isAsked ? before.condition : null,
    position: await nextPosition(tx, scope),
    updatedAt: now,
  }
  await tx.update(questions).set(after).where(eq(questions.id, before.id))
  await note(tx, scope, { action: 'question.restore', subjectId: questionId, after, now })
  return { ok: true, id: questionId }
}

/** The questions on the page, from the top. */
export function askedInOrder(read: Reader, { eventId }: { eventId: string }) {
  return read
    .select()
    .from(questions)
    .where(and(eq(questions.eventId, eventId), isNull(questions.archivedAt)))
    .orderBy(asc(questions.position), asc(questions.id))
}

export async function nextPosition(tx: Tx, { eventId }: { eventId: string }): Promise<number> {
  const [last] = await tx
    .select({ position: max(questions.position) })
    .from(questions)
    .where(eq(questions.eventId, eventId))
  return (last?.position ?? -1) + 1
}

type Row = typeof questions.$inferSelect

async function refuseContent(
  tx: Tx,
  scope: EventScope,
  { partId, condition }: QuestionContent,
  above: readonly Row[],
): Promise<'notFound' | 'conditionBelow' | null> {
  const ours = and(eq(parts.id, partId ?? ''), eq(parts.eventId, scope.eventId))
  if (partId && !(await tx.$count(parts, ours))) return 'notFound'
  if (!condition) return null
  const cause = above.find(({ id }) => id === condition.questionId)
  if (!cause) return 'conditionBelow'
  return condition.options.every((id) => cause.options.some((option) => option.id === id)) ? null : 'notFound'
}

type Edited = { content: QuestionContent; ordered: readonly Row[]; languages: readonly Language[] }

/** The options as they shall stand; null when one would go that another question's condition speaks of. */
async function optionsAfter(
  tx: Tx,
  before: Row,
  { content, ordered, languages }: Edited,
): Promise<Option[] | null> {
  const chosen = await tx
    .selectDistinct({ id: questionAnswers.optionId })
    .from(questionAnswers)
    .where(eq(questionAnswers.questionId, before.id))
  const awaited = ordered.flatMap(({ condition }) =>
    condition?.questionId === before.id ? condition.options : [],
  )
  const known = (id: string | null) => before.options.find((option) => option.id === id)
  const stays = ({ id, isOffered }: { id: string; isOffered: boolean }) =>
    isOffered || chosen.some((one) => one.id === id) || awaited.includes(id)
  const given = content.options.map(({ id, text, isOffered }) => {
    const old = known(id)
    return old
      ? { id: old.id, text: keepUnseen(old.text, text, languages), isOffered }
      : { id: newId(), text, isOffered }
  })
  const left = before.options
    .filter(({ id }) => !given.some((option) => option.id === id))
    .map((option) => ({ ...option, isOffered: false }))
  if (awaited.some((id) => !given.find((option) => option.id === id)?.isOffered)) return null
  return [...given, ...left].filter(stays)
}

async function findQuestion(tx: Tx, scope: EventScope, questionId: string): Promise<Row | null> {
  const [row] = await tx
    .select()
    .from(questions)
    .where(and(eq(questions.id, questionId), eq(questions.eventId, scope.eventId)))
  return row ?? null
}
