import { type ReactNode, useEffect, useState } from 'react'
import { useText } from '#app/i18n/use-text.ts'
import { type Paper, papers } from './paper.ts'

/** Posters as they will be printed, under a bar that is not. */
export function PosterPage({
  title,
  back,
  paper,
  page = 1,
  children,
}: {
  title: string
  back: string
  paper: Paper
  page?: number
  children: ReactNode
}) {
  const t = useText()
  return (
    <main id="content" className="poster-page stack">
      <div className="wrap poster-bar stack">
        <p>
          <a className="more" href={back}>
            {t('visitor:poster.toDesk')}
          </a>
        </p>
        <h1>{title}</h1>
        <div className="row">
          <PrintButton />
          <nav className="filters" aria-label={t('visitor:poster.size')}>
            {papers.map((one) => (
              <a
                key={one}
                href={`?${new URLSearchParams({ paper: one, ...(page > 1 ? { page: String(page) } : {}) })}`}
                aria-current={one === paper ? 'true' : undefined}
              >
                {one.toUpperCase()}
              </a>
            ))}
          </nav>
        </div>
        <p className="muted">{t('visitor:poster.hint')}</p>
      </div>
      {children}
    </main>
  )
}

/** Only where script runs: without it, the browser's own menu prints. */
function PrintButton() {
  const t = useText()
  const [canPrint, setCanPrint] = useState(false)
  useEffect(() => setCanPrint(true), [])
  if (!canPrint) return null
  return (
    <button type="button" className="button" onClick={() => window.print()}>
      {t('visitor:poster.print')}
    </button>
  )
}
