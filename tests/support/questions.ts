import type { EventScope } from '#app/accounts/scope.server.ts'
import { addQuestion } from '#app/questions/definitions.server.ts'
import type { QuestionContent } from '#app/questions/forms.ts'
import type { Question } from '#app/questions/rules.ts'
import type { Database } from '#db/client.server.ts'
import { newId } from '#db/id.server.ts'
import { questions } from '#db/schema/questions.server.ts'
import { now } from './builders.ts'

/** A short text that nobody must answer, asked of everybody about the whole event. */
export function questionContent(given: Partial<QuestionContent> = {}): QuestionContent {
  return {
    kind: 'short',
    label: { en: 'Flight number', ar: 'رقم الرحلة' },
    hint: {},
    partId: null,
    audience: 'everybody',
    isRequired: false,
    isSensitive: false,
    options: [],
    condition: null,
    least: null,
    most: null,
    ...given,
  }
}

export const yesAndNo = [
  { id: null, text: { en: 'Yes', ar: 'نعم' }, isOffered: true },
  { id: null, text: { en: 'No', ar: 'لا' }, isOffered: true },
]

/** A question of this event as it stands after it was added. */
export async function aQuestion(
  database: Database,
  { scope }: { scope: EventScope },
  given: Partial<QuestionContent> = {},
): Promise<Question> {
  const added = await database.write((tx) =>
    addQuestion(tx, scope, { id: newId(), content: questionContent(given), now }),
  )
  if (!added.ok) throw new Error(added.reason)
  const rows = await database.read.select().from(questions)
  const row = rows.find(({ id }) => id === added.id)
  if (!row) throw new Error('The question is not there')
  return row
}

/** The id of a question's option, by its place. */
export function optionOf(question: Question, index: number): string {
  return question.options[index]?.id ?? ''
}
