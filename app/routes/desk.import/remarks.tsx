import type { Finding } from '#app/directory/import/findings.ts'
import { formatNumber, isolate } from '#app/i18n/format.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'

/** What is remarked upon one row, in the reader's words. */
export function Remarks({ of }: { of: Finding[] }) {
  const t = useText()
  const language = useLanguage()
  if (!of.length) return null
  const sentences = of.map(({ code, detail, line }) =>
    t(`imports:finding.${code}`, {
      detail: detail === undefined ? '' : isolate(detail),
      line: formatNumber((line ?? 0) + 1, language, { useGrouping: false }),
    }),
  )
  return (
    <ul className="plain-list small remarks">
      {[...new Set(sentences)].map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  )
}
