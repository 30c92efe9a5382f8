import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { useText } from '#app/i18n/use-text.ts'

/** A page of one act on many guests: the way back to them, what it is called, and the act, unless nobody is meant. */
export function ActPage(page: { back: string; title: string; isForNobody: boolean; children: ReactNode }) {
  const { back, title, isForNobody, children } = page
  const t = useText()
  return (
    <div className="stack form-page">
      <p>
        <Link to={back} className="target">
          {t('guests:backToList')}
        </Link>
      </p>
      <h1>{title}</h1>
      {isForNobody ? <p className="card empty">{t('roster:bulk.nobody')}</p> : children}
    </div>
  )
}
