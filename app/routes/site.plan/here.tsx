import { useLoaderData } from '@remix-run/react'
import { isolate } from '#app/i18n/format.ts'
import { localize } from '#app/i18n/languages.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { planAddress } from './address.ts'
import type { loader } from './route.tsx'
import type { Plan } from './use-plan.ts'

/** Where the visitor stands, in words, and which booths come before and after it. */
export function Here({ plan }: { plan: Plan }) {
  const { event, choice } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  const { here, told } = plan
  if (!here) {
    return choice.at ? (
      <p className="notice warning" role="status">
        {t('plan:notThere', { code: isolate(choice.at) })}
      </p>
    ) : null
  }
  const at = told.findIndex(({ id }) => id === here.id)
  const address = `/${language}/${event.slug}/exhibition/plan`
  const step = (booth: (typeof told)[number] | undefined, word: 'plan:previous' | 'plan:next') =>
    booth && (
      <a className="button quiet" href={planAddress(address, { at: booth.code, search: choice.search })}>
        {t(word, { code: isolate(booth.code) })}
      </a>
    )
  const [exhibit] = here.exhibits
  return (
    <div className="notice row between" id="here">
      <p>
        <strong>{t('plan:youAreHere')}</strong> <bdi className="booth-code">{here.code}</bdi>
        {exhibit && (
          <>
            {' · '}
            <a href={`/${language}/${event.slug}/exhibition/${exhibit.slug}`}>
              <bdi>{localize(exhibit.title, language)}</bdi>
            </a>
          </>
        )}
      </p>
      <p className="row">
        {at > 0 && step(told[at - 1], 'plan:previous')}
        {step(told[at + 1], 'plan:next')}
      </p>
    </div>
  )
}
