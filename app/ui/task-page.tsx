import type { ReactNode } from 'react'
import { useText } from '../i18n/use-text.ts'
import { LanguageForm } from './language-switch.tsx'
import { Mark } from './mark.tsx'

/** A page with one task and nothing around it: sign-in, set-up, a new password. */
export function TaskPage({
  title,
  returnTo,
  children,
}: {
  title: string
  returnTo: string
  children: ReactNode
}) {
  const t = useText()
  return (
    <>
      <div className="band" />
      <div className="wrap narrow">
        <header className="top">
          <span className="office">
            <Mark />
            {t('common:appName')}
          </span>
          <LanguageForm returnTo={returnTo} />
        </header>
        <main className="stack page">
          <h1>{title}</h1>
          {children}
        </main>
      </div>
    </>
  )
}
