import { Link } from '@remix-run/react'
import { countWords } from '#app/agenda/change-words.ts'
import type { ChangeKind } from '#app/agenda/changes.ts'
import { formatInstant, formatNumber, isolate } from '#app/i18n/format.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'

export type ReleaseState = {
  last: { number: number; releasedAt: Date } | null
  counts: { kind: ChangeKind; count: number }[]
}

/** Which version the public sees and what was changed since, with the way to release it. */
export function ReleaseNotice({ state, slug, zone }: { state: ReleaseState; slug: string; zone: string }) {
  const { last, counts } = state
  const t = useText()
  const language = useLanguage()
  const changes = countWords(counts, { t, language, zone })
  if (!last && counts.length === 0) return null
  return (
    <section
      className={counts.length ? 'notice info stack' : 'notice success'}
      aria-label={t('programme:desk.title')}
    >
      <p>
        {last
          ? t('programme:desk.public', {
              version: formatNumber(last.number, language),
              at: isolate(formatInstant(last.releasedAt, 'dayAndTime', language, zone)),
            })
          : t('programme:desk.none')}{' '}
        {last && (counts.length ? t('programme:desk.since', { changes }) : t('programme:desk.same'))}
      </p>
      <p className="row">
        <Link className={counts.length ? 'button' : 'target'} to={`/desk/events/${slug}/agenda/release`}>
          {counts.length ? t('programme:desk.go') : t('programme:desk.versions')}
        </Link>
      </p>
    </section>
  )
}
