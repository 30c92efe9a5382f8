import { type Language, type Localized, localize } from '../i18n/languages.ts'
import { translator } from '../i18n/translator.ts'
import type { ExhibitContent } from './content/content.ts'
import { governorates } from './governorates.ts'
import { area, written } from './map/json-ld.ts'

type Given = {
  event: { slug: string; name: Localized; state: 'draft' | 'published' | 'cancelled' }
  exhibit: { slug: string; booth: string | null; hall: Localized | null }
  content: ExhibitContent
  language: Language
  appUrl: string
  image: { url: string } | null
}

/**
 * What search engines may read of an exhibit (schema.org/CreativeWork): what it is about and where, who made it, and at
 * which booth it is shown. Null for a draft. Safe inside `<script type="application/ld+json">`, whatever the texts say.
 */
export function exhibitJsonLd({ event, exhibit, content, ...page }: Given): string | null {
  if (event.state === 'draft') return null
  const { language, appUrl, image } = page
  const t = translator(language)
  const home = `${appUrl}/${language}/${event.slug}`
  const organisation = localize(content.organisationName, language)
  return written({
    '@context': 'https://schema.org',
    '@type': 'CreativeWork',
    name: localize(content.title, language),
    description: localize(content.summary, language) || undefined,
    inLanguage: language,
    url: `${home}/exhibition/${exhibit.slug}`,
    image: image?.url,
    creator: organisation ? { '@type': 'Organization', name: organisation } : undefined,
    about: content.sectors.map((sector) => ({ '@type': 'Thing', name: t(`visitor:sector.${sector}`) })),
    spatialCoverage: governorates
      .filter(({ pcode }) => content.governorates.includes(pcode))
      .map((governorate) => area(governorate, language)),
    contentLocation: exhibit.booth ? boothPlace(exhibit, language) : undefined,
    isPartOf: {
      '@type': 'ExhibitionEvent',
      name: localize(event.name, language) || undefined,
      url: `${home}/exhibition`,
    },
  })
}

function boothPlace({ booth, hall }: Given['exhibit'], language: Language) {
  const name = `${translator(language)('visitor:exhibit.booth')} ${booth}`
  const within = localize(hall, language)
  return { '@type': 'Place', name, containedInPlace: within ? { '@type': 'Place', name: within } : undefined }
}
