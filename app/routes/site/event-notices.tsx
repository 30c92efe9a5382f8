import type { Localized } from '#app/i18n/languages.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { Markdown } from '#app/ui/markdown.tsx'
import { Notice } from '#app/ui/notice.tsx'

type Told = { slug: string; state: 'draft' | 'published' | 'cancelled'; cancellationNote: Localized }

/** What a reader must know before the rest: that this is a preview of a draft, or that the event is cancelled. */
export function EventNotices({ event }: { event: Told }) {
  const t = useText()
  const language = useLanguage()
  if (event.state === 'published') return null
  return (
    <div className="wrap before-hero">
      {event.state === 'draft' ? (
        <Notice kind="warning">
          {t('site:event.preview')}{' '}
          <a href={`/desk/events/${event.slug}/settings`}>{t('site:event.toSettings')}</a>
        </Notice>
      ) : (
        <div className="notice error stack" role="status">
          <p className="strong">{t('site:event.cancelled')}</p>
          <Markdown text={event.cancellationNote} language={language} />
        </div>
      )}
    </div>
  )
}
