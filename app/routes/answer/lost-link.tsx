import { isRouteErrorResponse } from '@remix-run/react'
import { useText } from '#app/i18n/use-text.ts'
import { GuestFrame } from './guest-frame.tsx'

/** The link leads nowhere, or something broke: what happened, what is kept, what to do; `gone` says it of other links than those of guests. */
export function LostLink({ error, gone }: { error: unknown; gone?: string }) {
  const t = useText()
  const isGone = isRouteErrorResponse(error) && error.status === 404
  return (
    <GuestFrame office={null} href={(language) => `?lang=${language}`}>
      <h1>{isGone ? t('answer:gone.title') : t('errors:brokenTitle')}</h1>
      <p className="lead">{isGone ? (gone ?? t('answer:gone.text')) : t('errors:broken')}</p>
    </GuestFrame>
  )
}
