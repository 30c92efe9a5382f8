import { useLoaderData } from '@remix-run/react'
import { useText } from '#app/i18n/use-text.ts'
import { planAddress } from '../site.plan/address.ts'
import type { loader } from './route.tsx'

/** To the floor plan, with what was searched for; nothing while none is drawn. */
export function PlanLink({ home }: { home: string }) {
  const { hasPlan, choice } = useLoaderData<typeof loader>()
  const t = useText()
  if (!hasPlan) return null
  const { search, sector } = choice
  return (
    <p>
      <a className="button quiet" href={planAddress(`${home}/plan`, { search, sector })}>
        {t('plan:toPlan')}
      </a>
    </p>
  )
}
