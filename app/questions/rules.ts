import type { Localized } from '../i18n/languages.ts'

export const questionKinds = ['short', 'long', 'choice', 'several', 'number', 'date', 'file'] as const
export type QuestionKind = (typeof questionKinds)[number]

/** Who is asked: everybody, guests invited by name, those an institution names, those who come in a guest's place. */
export const questionAudiences = ['everybody', 'persons', 'delegates', 'substitutes'] as const
export type QuestionAudience = (typeof questionAudiences)[number]

export type Option = { id: string; text: Localized; isOffered: boolean }
export type Condition = { questionId: string; options: readonly string[] }

export type Question = {
  id: string
  partId: string | null
  kind: QuestionKind
  label: Localized
  hint: Localized
  options: readonly Option[]
  isRequired: boolean
  audience: QuestionAudience
  condition: Condition | null
  least: string | null
  most: string | null
  isSensitive: boolean
}

/** What is said to one question: the ids of options, one text, or nothing. */
export type Said = readonly string[]
/** By the question's id; what was not answered is not in it. */
export type SaidByQuestion = ReadonlyMap<string, Said>

/** Megabytes of a file where the question does not say. */
export const usualFileSize = 5

/** Whether an answer is one of some options, and not what the guest writes. */
export function isChosen(kind: QuestionKind): boolean {
  return kind === 'choice' || kind === 'several'
}

/** Which parts somebody says they come to: `likely` ones, accepted or still open, and those among them that are `sure`. */
export type Coming = { likely: ReadonlySet<string>; sure: ReadonlySet<string> }

/**
 * The questions for one person in the order of the page, each with whether it must be answered: only of those who are
 * sure to come is an answer demanded. Conditions are not looked at here, see `isMet`.
 */
export function askedOf<Q extends Pick<Question, 'partId' | 'audience' | 'isRequired'>>(
  questions: readonly Q[],
  group: Exclude<QuestionAudience, 'everybody'>,
  { likely, sure }: Coming,
): (Q & { isDemanded: boolean })[] {
  const among = (parts: ReadonlySet<string>, { partId }: Q) => (partId ? parts.has(partId) : parts.size > 0)
  return questions
    .filter((question) => question.audience === 'everybody' || question.audience === group)
    .filter((question) => among(likely, question))
    .map((question) => ({ ...question, isDemanded: question.isRequired && among(sure, question) }))
}

/** Whether what was said so far lets a question with this condition be asked. */
export function isMet(condition: Condition | null, said: SaidByQuestion): boolean {
  if (!condition) return true
  const answer = said.get(condition.questionId)
  if (!answer?.length) return false
  return condition.options.length === 0 || answer.some((option) => condition.options.includes(option))
}

type Ordered = { id: string; condition: Condition | null }

/** Whether every condition speaks of a question above its own: then a page can be read from top to bottom. */
export function pointsUpwards(ordered: readonly Ordered[]): boolean {
  return ordered.every(
    ({ condition }, index) =>
      !condition || ordered.slice(0, index).some(({ id }) => id === condition.questionId),
  )
}

/** The chain of conditions above a question, from the top: all of them must be met for it to be seen. */
export function conditionsAbove(questions: readonly Ordered[], id: string): Condition[] {
  const condition = questions.find((question) => question.id === id)?.condition
  return condition ? [...conditionsAbove(questions, condition.questionId), condition] : []
}
