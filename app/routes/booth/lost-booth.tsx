import { useRouteError } from '@remix-run/react'
import { useText } from '#app/i18n/use-text.ts'
import { LostLink } from '../answer/lost-link.tsx'

/** A team's link that leads nowhere any more. */
export function LostBooth() {
  const t = useText()
  return <LostLink error={useRouteError()} gone={t('team:own.gone')} />
}
