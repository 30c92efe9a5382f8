import type { BulkEffect } from '#app/answers/bulk.server.ts'
import { useText } from '#app/i18n/use-text.ts'

/** Who is meant, in numbers. */
export function Who({ effect }: { effect: BulkEffect }) {
  const t = useText()
  return (
    <ul>
      {effect.people > 0 && <li>{t('roster:bulk.people', { count: effect.people })}</li>}
      {effect.institutions > 0 && <li>{t('roster:bulk.institutions', { count: effect.institutions })}</li>}
      {effect.answered > 0 && <li>{t('roster:bulk.answered', { count: effect.answered })}</li>}
    </ul>
  )
}
