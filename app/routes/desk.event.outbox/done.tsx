import { formatNumber } from '#app/i18n/format.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import type { OutboxSearch } from '#app/mail/forms.ts'
import { Notice } from '#app/ui/notice.tsx'

/** What came of the last button. */
export function Done({ of: { done, count } }: { of: Pick<OutboxSearch, 'done' | 'count'> }) {
  const t = useText()
  const language = useLanguage()
  switch (done) {
    case undefined:
      return null
    case 'none':
      return <Notice kind="info">{t('mail:done.none')}</Notice>
    case 'secondPerson':
      return <Notice kind="error">{t('mailing:message.refused.secondPerson')}</Notice>
    case 'edited':
    case 'resent':
      return <Notice kind="success">{t(`mailing:message.done.${done}`)}</Notice>
    default:
      return (
        <Notice kind="success">
          {t(`mail:done.${done}`, { count, number: formatNumber(count, language) })}
        </Notice>
      )
  }
}
