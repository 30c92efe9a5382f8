import { type Condition, conditionsAbove, isChosen, type Question } from './rules.ts'

/*
 * How a page without script shows a question only when its condition is met: inputs bear the numbers of the conditions
 * that they meet, questions the numbers of which one must be met, and the stylesheet has a rule for each number
 * (`[data-slot]` and `[data-when]` in questions.css).
 */

/** As many numbers as the stylesheet has rules for; what goes beyond is always shown, and judged by the server. */
export const mostSlots = 24

type Slotted = Pick<Question, 'id' | 'kind' | 'condition'>
export type Slots = ReadonlyMap<string, number>

const keysOf = ({ questionId, options }: Condition) =>
  options.length ? options.map((option) => `${questionId}:${option}`) : [questionId]

/** Numbers for all that conditions speak of, from the top of the page. */
export function slotsOf(questions: readonly Slotted[]): Slots {
  const keys = questions.flatMap(({ condition }) => (condition ? keysOf(condition) : []))
  return new Map([...new Set(keys)].slice(0, mostSlots).map((key, index) => [key, index + 1]))
}

/** The numbers an input bears: of an option, or of any answer to the question. */
export function slotsMetBy(slots: Slots, questionId: string, optionId?: string): string | undefined {
  const met = [slots.get(questionId), optionId ? slots.get(`${questionId}:${optionId}`) : undefined]
  return met.filter((slot) => slot !== undefined).join(' ') || undefined
}

/**
 * For each condition above a question, the numbers of which one must be met. Null when the page cannot tell: there are
 * too many, or it is about a day or a file, which no stylesheet knows to be there.
 */
export function slotsNeeded(slots: Slots, questions: readonly Slotted[], id: string): string[] | null {
  const needed = conditionsAbove(questions, id).map((condition) => {
    const cause = questions.find((question) => question.id === condition.questionId)
    const numbers = keysOf(condition).map((key) => slots.get(key))
    const isSeen = cause && (isChosen(cause.kind) || !['date', 'file'].includes(cause.kind))
    return isSeen && !numbers.includes(undefined) ? numbers.join(' ') : null
  })
  return needed.includes(null) ? null : (needed as string[])
}
