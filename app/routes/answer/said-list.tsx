import { saidInOrder } from '#app/answers/asked.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import type { Question, Said } from '#app/questions/rules.ts'
import { saidText } from '#app/questions/text.ts'
import { LocalizedText } from '#app/ui/localized-text.tsx'

/** What somebody has said to the event's questions; nothing when they have said nothing. */
export function SaidList({
  questions,
  said,
}: {
  questions: readonly Question[]
  said: Readonly<Record<string, Said>>
}) {
  const t = useText()
  const language = useLanguage()
  const list = saidInOrder(questions, said)
  if (list.length === 0) return null
  return (
    <dl className="said" aria-label={t('questions:answers')}>
      {list.map(({ question, answer }) => (
        <div key={question.id}>
          <dt>
            <LocalizedText text={question.label} language={language} />
            {question.isSensitive && <span className="tag quiet">{t('questions:sensitive.tag')}</span>}
          </dt>
          <dd>
            <bdi className="wraps lines">{saidText(question, answer, language)}</bdi>
          </dd>
        </div>
      ))}
    </dl>
  )
}
