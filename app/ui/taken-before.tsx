import { Link } from '@remix-run/react'
import { formatInstant, isolate } from '../i18n/format.ts'
import { useLanguage } from '../i18n/use-language.ts'
import { useText } from '../i18n/use-text.ts'
import { Notice } from './notice.tsx'

type Given = {
  of: { id: string; closedAt: Date | null; by: string | null } | null
  zone: string
  /** Where that upload is: `{to}/{id}`. */
  to: string
}

/** Says that the very same file was taken before, with the way to its report. */
export function TakenBefore({ of, zone, to }: Given) {
  const t = useText()
  const language = useLanguage()
  if (!of?.closedAt) return null
  const when = isolate(formatInstant(of.closedAt, 'dayAndTime', language, zone))
  return (
    <Notice kind="info">
      {of.by
        ? t('uploads:takenBefore.by', { when, name: isolate(of.by) })
        : t('uploads:takenBefore.on', { when })}{' '}
      <Link to={`${to}/${of.id}`}>{t('uploads:takenBefore.report')}</Link>
    </Notice>
  )
}
