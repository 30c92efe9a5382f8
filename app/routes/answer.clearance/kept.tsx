import { Link, useLoaderData } from '@remix-run/react'
import { formatInstant } from '#app/i18n/format.ts'
import type { Language } from '#app/i18n/languages.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { Notice } from '#app/ui/notice.tsx'
import type { loader } from './route.tsx'

/** What is held, as far as whoever has the link may see it: enough to know it by, and the ways to be rid of it. */
export function Kept({
  address,
}: {
  address: (language: Language, further?: Record<string, string>) => string
}) {
  const { page } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  const { savedAt, state } = page.person
  return (
    <section className="card stack recorded" aria-labelledby="kept">
      <h2 id="kept">{t('clearance:form.kept.title')}</h2>
      {page.kept && (
        <p>
          {t('clearance:form.kept.document', {
            kind: t(`clearance:document.${page.kept.kind}`),
            number: `\u2066${page.kept.number}\u2069`,
          })}
        </p>
      )}
      <p className="small muted">
        {savedAt &&
          t('clearance:form.kept.savedAt', {
            date: formatInstant(savedAt, 'dayAndTime', language, page.event.zone),
          })}
        {'. '}
        {t('clearance:form.kept.hidden')}
      </p>
      {state === 'incomplete' && <Notice kind="warning">{t('clearance:form.kept.incomplete')}</Notice>}
      {page.takesForms && (
        <p>
          <Link className="button quiet" to={address(language, { replace: '1' })}>
            {t('clearance:form.kept.replace')}
          </Link>
        </p>
      )}
      <details className="confirm">
        <summary>{t('clearance:form.kept.withdraw')}</summary>
        <form method="post" action={address(language)} className="stack">
          <p>{t('clearance:form.kept.withdrawEffect')}</p>
          <p>
            <button type="submit" className="button danger" name="intent" value="withdraw">
              {t('clearance:form.kept.withdraw')}
            </button>
          </p>
        </form>
      </details>
    </section>
  )
}
