import { type Asking, saidInOrder } from '#app/answers/asked.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import type { Question, Said } from '#app/questions/rules.ts'
import { saidText } from '#app/questions/text.ts'
import { LocalizedText } from '#app/ui/localized-text.tsx'

/** What somebody has said to the event's questions; nothing when they have said nothing. */
export function SaidList({
  questions,
  said,
  files,
  fileLink,
}: {
  questions: readonly Question[]
  said: Readonly<Record<string, Said>>
  files: Asking['files']
  /** Where a file can be had; without, only its name is told. */
  fileLink?: (questionId: string, fileId: string) => string
}) {
  const t = useText()
  const language = useLanguage()
  const list = saidInOrder(questions, said)
  if (list.length === 0) return null
  const fileOf = (questionId: string, id: string) => {
    const name = files[id]?.name
    return fileLink ? <a href={fileLink(questionId, id)}>{name}</a> : name
  }
  return (
    <dl className="said" aria-label={t('questions:answers')}>
      {list.map(({ question, answer }) => (
        <div key={question.id}>
          <dt>
            <LocalizedText text={question.label} language={language} />
            {question.isSensitive && <span className="tag quiet">{t('questions:sensitive.tag')}</span>}
          </dt>
          <dd>
            <bdi className="wraps lines">
              {question.kind === 'file'
                ? fileOf(question.id, answer[0] ?? '')
                : saidText(question, answer, language)}
            </bdi>
          </dd>
        </div>
      ))}
    </dl>
  )
}
