import { formatInstant } from '#app/i18n/format.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { Notice } from '#app/ui/notice.tsx'

type State = { error: string; connectedAt: Date | null; readAt: Date | null; failedAt: Date | null }

/** How reading the mailbox goes, and what is wrong when it does not. */
export function MailboxNotice({
  isSetUp,
  state,
  zone,
}: {
  isSetUp: boolean
  state: State | null
  zone: string
}) {
  const t = useText()
  const language = useLanguage()
  const time = (at: Date | null) => (at ? formatInstant(at, 'dayAndTime', language, zone) : '–')
  if (!isSetUp) return <Notice kind="info">{t('inbox:mailbox.none')}</Notice>
  if (state?.error)
    return (
      <Notice kind="warning">
        <bdi className="wraps">
          {t('inbox:mailbox.failing', { error: `“${state.error}”`, at: time(state.failedAt) })}
        </bdi>
      </Notice>
    )
  if (!state?.readAt) return <Notice kind="info">{t('inbox:mailbox.never')}</Notice>
  const { connectedAt, readAt } = state
  return (
    <p className="muted">{t('inbox:mailbox.reading', { since: time(connectedAt), read: time(readAt) })}</p>
  )
}
