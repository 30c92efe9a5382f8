import { type ReactNode, useId } from 'react'
import { scores } from '#app/exhibition/voices/forms.ts'
import { useText } from '#app/i18n/use-text.ts'
import { Face } from './face.tsx'

type Given = {
  /** The page on which it is said. */
  page: string
  route?: string | undefined
  /** The question. */
  children: ReactNode
}

/** Three faces, each the way to the page on which it is then chosen: nothing is said by following a link. */
export function FaceLinks({ page, route, children }: Given) {
  const t = useText()
  const id = useId()
  const address = (score: number) =>
    `${page}?${new URLSearchParams({ ...(route && { route }), score: `${score}` })}`
  return (
    <nav className="tight" aria-labelledby={id}>
      <p id={id} className="strong">
        {children}
      </p>
      <ul className="plain-list face-links">
        {scores.map((score) => (
          <li key={score}>
            <a href={address(score)} rel="nofollow">
              <Face score={score} />
              {t(`voices:score.${score}`)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
