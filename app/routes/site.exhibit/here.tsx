import { useLoaderData } from '@remix-run/react'
import { isolate } from '#app/i18n/format.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { LocalizedText } from '#app/ui/localized-text.tsx'
import { planAddress } from '../site.plan/address.ts'
import type { loader } from './route.tsx'

/** For whoever has just read the booth's code: where they are standing, and that place on the plan. */
export function Here() {
  const { event, exhibit, isHere, tour } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  const { booth, boothX, hall } = exhibit
  if (!isHere || !booth) return null
  const plan = `/${language}/${event.slug}/exhibition/plan`
  return (
    <p className="here-sign">
      <span>
        <strong>{t('tours:youAreAt', { code: isolate(booth) })}</strong>
        {Object.values(hall ?? {}).some(Boolean) && (
          <span className="here-hall">
            <LocalizedText text={hall} language={language} />
          </span>
        )}
      </span>
      {boothX !== null && (
        <a className="more" href={planAddress(plan, { at: booth, route: tour?.slug })}>
          {t('tours:whereAmI')}
        </a>
      )}
    </p>
  )
}
