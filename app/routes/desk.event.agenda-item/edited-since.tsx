import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { formatInstant, isolate } from '#app/i18n/format.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'

type Given = { edit: { by: string | null; at: Date }; zone: string; children: ReactNode }

/**
 * Stands in a form whose item somebody else has changed since it was opened: what it says now is `children`. Saved once
 * more, the form takes its place, now knowingly; or it is left.
 */
export function EditedSince({ edit, zone, children }: Given) {
  const t = useText()
  const language = useLanguage()
  const at = isolate(formatInstant(edit.at, 'time', language, zone))
  return (
    <section className="notice warning stack conflict" role="alert" aria-labelledby="edited-since">
      <h2 id="edited-since">
        {edit.by
          ? t('planner:conflict.by', { name: isolate(edit.by), at })
          : t('planner:conflict.changed', { at })}
      </h2>
      <p>{t('speakers:editedSince')}</p>
      <dl className="conflict-texts">
        <div>
          <dt>{t('planner:conflict.theirs')}</dt>
          <dd dir="auto">{children}</dd>
        </div>
      </dl>
      <p>
        <Link className="button quiet" to="." reloadDocument>
          {t('planner:conflict.leave')}
        </Link>
      </p>
    </section>
  )
}
