import { isRouteErrorResponse, useRouteError } from '@remix-run/react'
import { useText } from '../i18n/use-text.ts'

/** What went wrong and what to do, for the inside of any shell. Belongs in an `ErrorBoundary`. */
export function ErrorPage({ home }: { home: string }) {
  const error = useRouteError()
  const t = useText()
  const isMissing = isRouteErrorResponse(error) && (error.status === 404 || error.status === 405)
  return (
    <div className="stack error-page">
      <h1>{isMissing ? t('errors:notFoundTitle') : t('errors:brokenTitle')}</h1>
      <p className="lead">{isMissing ? t('errors:notFound') : t('errors:broken')}</p>
      <p>
        <a className="button quiet" href={home}>
          {t('desk:toStart')}
        </a>
      </p>
    </div>
  )
}
