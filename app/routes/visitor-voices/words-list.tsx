import type { SaidWords } from '#app/exhibition/voices/feedback.server.ts'
import type { Score } from '#app/exhibition/voices/forms.ts'
import { formatInstant } from '#app/i18n/format.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { LocalizedText } from '#app/ui/localized-text.tsx'
import { Face } from './face.tsx'

type Given = { words: readonly SaidWords[]; zone: string; hasExhibits: boolean }

/** What was said in words, each with the step that was chosen with it. */
export function WordsList({ words, zone, hasExhibits }: Given) {
  const t = useText()
  const language = useLanguage()
  return (
    <ul className="plain-list rows card">
      {words.map(({ id, score, text, title, booth, createdAt }) => (
        <li key={id} className="said-words">
          <Face score={score as Score} />
          <div className="tight">
            <p className="visually-hidden">{t(`voices:score.${score as Score}`)}</p>
            <p className="voice-text" dir="auto">
              {text}
            </p>
            <p className="muted small">
              {hasExhibits && (
                <span className="apart">
                  {booth && (
                    <>
                      <bdi>{booth}</bdi> ·{' '}
                    </>
                  )}
                  {title ? <LocalizedText text={title} language={language} /> : t('voices:desk.whole')}
                </span>
              )}
              <span className="apart">
                {formatInstant(new Date(createdAt), 'dayAndTime', language, zone)}
              </span>
            </p>
          </div>
        </li>
      ))}
    </ul>
  )
}
