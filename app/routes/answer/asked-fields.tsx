import type { ReactNode } from 'react'
import { type Asking, askedName, type Problems, shownMark, type Typed } from '#app/answers/asked.ts'
import { formatList } from '#app/i18n/format.ts'
import { localize } from '#app/i18n/languages.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import type { Question, Said } from '#app/questions/rules.ts'
import { slotsNeeded, slotsOf } from '#app/questions/slots.ts'
import { optionText } from '#app/questions/text.ts'
import { AskedField } from './asked-field.tsx'

export type AskedOfOne = {
  personId: string
  questions: readonly (Question & { isDemanded: boolean })[]
  said: Readonly<Record<string, Said>>
}

/** The questions of an event for one person, each shown when its condition is met, also without a script. */
export function AskedFields({
  personId,
  questions,
  said,
  typed,
  problems,
  openParts = [],
  files = {},
}: AskedOfOne & {
  typed?: Typed | undefined
  problems?: Problems | null | undefined
  /** The parts in the order of the replies above, so that who declines one is not asked about it. */
  openParts?: readonly string[]
  files?: Asking['files']
}) {
  const slots = slotsOf(questions)
  const sent = typed?.[personId]
  return (
    <div className="asked">
      <input type="hidden" name={askedName(personId, shownMark)} value="1" />
      {questions.map((question) => {
        const part = question.partId ? openParts.indexOf(question.partId) : -1
        return (
          <div key={question.id} data-part={part < 0 ? undefined : part}>
            <Revealed needed={slotsNeeded(slots, questions, question.id) ?? []}>
              <OnlyIf question={question} among={questions} />
              <AskedField
                question={question}
                name={askedName(personId, question.id)}
                value={sent ? (sent[question.id] ?? []) : (said[question.id] ?? [])}
                before={said[question.id] ?? []}
                problem={problems?.[personId]?.[question.id]}
                slots={slots}
                files={files}
              />
            </Revealed>
          </div>
        )
      })}
    </div>
  )
}

/** One frame for each condition above: it is seen when all of them open. */
function Revealed({ needed, children }: { needed: readonly string[]; children: ReactNode }) {
  const [first, ...rest] = needed
  if (first === undefined) return children
  return (
    <div data-when={first}>
      <Revealed needed={rest}>{children}</Revealed>
    </div>
  )
}

function OnlyIf({ question, among }: { question: Question; among: readonly Question[] }) {
  const t = useText()
  const language = useLanguage()
  const cause = among.find(({ id }) => id === question.condition?.questionId)
  if (!question.condition || !cause) return null
  const label = localize(cause.label, language)
  const answers = question.condition.options.map((id) => optionText(cause.options, id, language))
  return (
    <p className="only-if">
      {answers.length
        ? t('questions:onlyIf', { question: label, answer: formatList(answers, language) })
        : t('questions:onlyIfAnswered', { question: label })}
    </p>
  )
}
