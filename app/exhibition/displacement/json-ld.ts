import { type Language, type Localized, localize } from '../../i18n/languages.ts'
import { translator } from '../../i18n/translator.ts'
import type { DisplacementView } from './view.server.ts'
import { datasetName, whatIsCounted } from './words.ts'

type Given = {
  event: { slug: string; name: Localized; state: 'draft' | 'published' | 'cancelled' }
  language: Language
  appUrl: string
}

/**
 * What search engines may read of a dataset (schema.org/Dataset): whose it is, from when to when, and where its files are.
 * Null for a draft. Safe inside `<script type="application/ld+json">`, whatever the texts say.
 */
export function displacementJsonLd(
  view: DisplacementView,
  { event, language, appUrl }: Given,
): string | null {
  if (event.state === 'draft') return null
  const t = translator(language)
  const { dataset, rounds } = view
  const file = (ending: string, encodingFormat: string) => ({
    '@type': 'DataDownload',
    encodingFormat,
    contentUrl: `${appUrl}/${event.slug}/displacement.${ending}?dataset=${dataset.slug}`,
  })
  const listing = {
    '@context': 'https://schema.org',
    '@type': 'Dataset',
    name: `${whatIsCounted(view, { t })} · ${datasetName(dataset, language).text}`,
    description: t('displacement:description'),
    inLanguage: language,
    url: `${appUrl}/${language}/${event.slug}/exhibition/displacement?dataset=${dataset.slug}`,
    creator: { '@type': 'Organization', name: localize(dataset.source, language) || undefined },
    isBasedOn: dataset.sourceUrl ?? undefined,
    temporalCoverage: `${rounds[0]?.reportedOn}/${rounds.at(-1)?.reportedOn}`,
    spatialCoverage: { '@type': 'Country', identifier: 'IQ' },
    distribution: [file('csv', 'text/csv'), file('json', 'application/json')],
  }
  // `</script>` and `<!--` in a text would end or confuse the element; the rest of JSON is inert there.
  return JSON.stringify(listing).replaceAll('<', '\\u003c')
}
