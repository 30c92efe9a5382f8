import { Link, useLoaderData } from '@remix-run/react'
import { formatNumber } from '#app/i18n/format.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import type { loader } from './route.tsx'

/** To what visitors asked and said, with how much of it waits for an answer. */
export function VoicesLinks({ home }: { home: string }) {
  const { enquiries } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  return (
    <>
      <Link className="button quiet" to={`${home}/enquiries`}>
        {t('voices:desk.enquiries')}
        {enquiries.open > 0 && (
          <span className="filter-count">
            <span className="visually-hidden">{t('voices:desk.shown.open')}: </span>
            <bdi>{formatNumber(enquiries.open, language)}</bdi>
          </span>
        )}
      </Link>
      <Link className="button quiet" to={`${home}/feedback`}>
        {t('voices:desk.feedback')}
      </Link>
    </>
  )
}
