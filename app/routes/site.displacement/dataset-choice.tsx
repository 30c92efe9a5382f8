import { useLoaderData } from '@remix-run/react'
import { datasetName } from '#app/exhibition/displacement/words.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { displacementAddress } from './address.ts'
import type { loader } from './route.tsx'

/** From one dataset to the others; nothing where there is only one. */
export function DatasetChoice() {
  const { event, datasets, view } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  const page = `/${language}/${event.slug}/exhibition/displacement`
  if (datasets.length < 2) return null
  return (
    <nav className="filters" aria-label={t('displacement:datasets')}>
      {datasets.map((dataset) => (
        <a
          key={dataset.slug}
          href={displacementAddress(page, { dataset: dataset.slug, round: null })}
          aria-current={dataset.slug === view?.dataset.slug ? 'true' : undefined}
        >
          {t(`displacement:population.${dataset.population}`)}
          {' · '}
          <bdi>{datasetName(dataset, language).text}</bdi>
        </a>
      ))}
    </nav>
  )
}
