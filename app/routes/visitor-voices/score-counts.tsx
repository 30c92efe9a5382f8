import type { Scores } from '#app/exhibition/voices/feedback.server.ts'
import { scores as steps } from '#app/exhibition/voices/forms.ts'
import { formatNumber } from '#app/i18n/format.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { Face } from './face.tsx'

/** How many said each of the three steps. */
export function ScoreCounts({ scores }: { scores: Scores }) {
  const t = useText()
  const language = useLanguage()
  return (
    <ul className="plain-list score-counts">
      {steps.map((step) => (
        <li key={step}>
          <Face score={step} />
          <span className="visually-hidden">{t(`voices:score.${step}`)}: </span>
          <bdi>{formatNumber(scores[step], language)}</bdi>
        </li>
      ))}
    </ul>
  )
}
