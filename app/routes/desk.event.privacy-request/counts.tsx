import { formatNumber } from '#app/i18n/format.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'

const kinds = [
  'names',
  'seats',
  'answers',
  'said',
  'files',
  'messages',
  'mentions',
  'inbox',
  'letters',
  'clearance',
  'roles',
  'directory',
  'imports',
  'suppression',
  'enquiries',
  'history',
] as const

/** How many rows of what. */
export function Counts({ counts }: { counts: Record<string, number> }) {
  const t = useText()
  const language = useLanguage()
  return (
    <ul>
      {kinds
        .filter((kind) => counts[kind])
        .map((kind) => (
          <li key={kind}>
            {t(`privacy:effect.${kind}`)}: <bdi>{formatNumber(counts[kind] ?? 0, language)}</bdi>
          </li>
        ))}
    </ul>
  )
}
