import { formatDayNumber, formatInstant } from '../i18n/format.ts'
import { useLanguage } from '../i18n/use-language.ts'

/** A day as a calendar leaf. Decoration: the same day stands beside it in words. */
export function DateLeaf({ at, zone }: { at: Date | null; zone: string }) {
  const language = useLanguage()
  return (
    <div className="date" aria-hidden="true">
      <b>{at ? formatInstant(at, 'month', language, zone) : '\u00a0'}</b>
      <span>{at ? formatDayNumber(at, language, zone) : '–'}</span>
    </div>
  )
}
