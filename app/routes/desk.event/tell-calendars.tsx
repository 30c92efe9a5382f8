import { Form, useSearchParams } from '@remix-run/react'
import type { Localized } from '#app/i18n/languages.ts'
import { localize } from '#app/i18n/languages.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { Notice } from '#app/ui/notice.tsx'

export type Outdated = { partId: string; name: Localized; count: number; isCancelled: boolean }

/** Whose calendars say what is true no more, and the one click that tells them. */
export function TellCalendars({ outdated, home }: { outdated: Outdated[]; home: string }) {
  const t = useText()
  const language = useLanguage()
  const [search] = useSearchParams()
  const told = Number.parseInt(search.get('told') ?? '', 10)
  const count = outdated.reduce((sum, part) => sum + part.count, 0)
  if (count === 0)
    return told > 0 ? <Notice kind="success">{t('calendar:tell.done', { count: told })}</Notice> : null
  return (
    <section className="notice warning stack" aria-labelledby="outdated">
      <h2 id="outdated">{t('calendar:tell.title')}</h2>
      {outdated.map((part) => (
        <p key={part.partId}>
          {t(part.isCancelled ? 'calendar:tell.cancelled' : 'calendar:tell.changed', {
            name: localize(part.name, language),
            count: part.count,
          })}
        </p>
      ))}
      <Form method="post" action={`${home}?index`} className="row">
        <button type="submit" className="button" name="intent" value="tell">
          {t('calendar:tell.button', { count })}
        </button>
        <span className="small">{t('calendar:tell.hint')}</span>
      </Form>
    </section>
  )
}
