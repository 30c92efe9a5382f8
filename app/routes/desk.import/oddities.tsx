import type { Oddity } from '#app/directory/import/header.ts'
import { oddityText } from '#app/directory/import/oddity-text.ts'
import { formatNumber } from '#app/i18n/format.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { Notice } from '#app/ui/notice.tsx'

/** What is odd about the file as a whole. */
export function Oddities({ of }: { of: Oddity[] }) {
  const t = useText()
  const language = useLanguage()
  if (!of.length) return null
  const sentences = of.map((oddity) => oddityText(oddity, t, (value) => formatNumber(value, language)))
  return (
    <Notice kind="warning">
      <ul className="plain-list">
        {[...new Set(sentences)].map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </Notice>
  )
}
