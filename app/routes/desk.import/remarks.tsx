import type { Finding } from '#app/directory/import/findings.ts'
import { formatNumber, isolate } from '#app/i18n/format.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'

/** What is remarked upon one row, in the reader's words. */
export function Remarks({ of }: { of: Finding[] }) {
  const t = useText()
  const language = useLanguage()
  if (!of.length) return null
  return (
    <ul className="plain-list small remarks">
      {of.map(({ code, detail, line }) => (
        <li key={`${code} ${detail}`}>
          {t(`imports:finding.${code}`, {
            detail: detail === undefined ? '' : isolate(detail),
            line: formatNumber((line ?? 0) + 1, language, { useGrouping: false }),
          })}
        </li>
      ))}
    </ul>
  )
}
