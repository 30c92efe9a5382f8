import { useLoaderData } from '@remix-run/react'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { planAddress } from '../site.plan/address.ts'
import type { loader } from './route.tsx'

/** To the booth's place on the plan, where the visitor then stands; nothing while it is not drawn, or was said above. */
export function OnPlan() {
  const { event, exhibit, isHere } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  if (isHere || !exhibit.booth || exhibit.boothX === null) return null
  const plan = `/${language}/${event.slug}/exhibition/plan`
  return (
    <p>
      <a className="more" href={planAddress(plan, { at: exhibit.booth })}>
        {t('plan:showOnPlan')}
      </a>
    </p>
  )
}
