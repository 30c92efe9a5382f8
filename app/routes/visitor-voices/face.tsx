import type { Score } from '#app/exhibition/voices/forms.ts'

const mouths: Record<Score, string> = {
  3: 'M7.5 14.5a5 5 0 0 0 9 0',
  2: 'M8 15.5h8',
  1: 'M7.5 17a5 5 0 0 1 9 0',
}

/** One of three faces, beside the word that says the same. */
export function Face({ score }: { score: Score }) {
  return (
    <svg className={`face of-${score}`} viewBox="0 0 24 24" aria-hidden="true">
      <circle cx="12" cy="12" r="10.25" />
      <path d={`M8.5 9.2v.8M15.5 9.2v.8${mouths[score]}`} />
    </svg>
  )
}
