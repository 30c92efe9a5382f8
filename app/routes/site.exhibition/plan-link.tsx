import { useLoaderData } from '@remix-run/react'
import { useText } from '#app/i18n/use-text.ts'
import { planAddress } from '../site.plan/address.ts'
import type { loader } from './route.tsx'

/** What was searched for, or a theme, on the floor plan; nothing while none is drawn, or nothing of the kind is chosen. */
export function PlanLink({ home }: { home: string }) {
  const { hasPlan, choice } = useLoaderData<typeof loader>()
  const t = useText()
  const { search, sector } = choice
  if (!hasPlan || !(search || sector)) return null
  return (
    <a className="more end" href={planAddress(`${home}/plan`, { search, sector })}>
      {t('plan:showOnPlan')}
    </a>
  )
}
