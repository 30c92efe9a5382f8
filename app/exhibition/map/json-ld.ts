import { type Language, type Localized, localize } from '../../i18n/languages.ts'
import { type Governorate, governorates } from '../governorates.ts'

type Given = {
  event: { name: Localized; state: 'draft' | 'published' | 'cancelled' }
  /** The page's whole address. */
  url: string
  language: Language
}

/**
 * What search engines may read of the map (schema.org): a page about Iraq's governorates, each with its own. Null for a
 * draft. Safe inside `<script type="application/ld+json">`, whatever the texts say.
 */
export function mapJsonLd({ event, url, language, title }: Given & { title: string }): string | null {
  if (event.state === 'draft') return null
  return written({
    '@context': 'https://schema.org',
    '@type': 'CollectionPage',
    name: title,
    inLanguage: language,
    url,
    isPartOf: { '@type': 'ExhibitionEvent', name: localize(event.name, language) || undefined },
    about: governorates.map((governorate) => ({
      ...area(governorate, language),
      url: `${url}/${governorate.pcode}`,
    })),
  })
}

type Exhibit = { slug: string; title: Localized }

/** What search engines may read of a governorate's page: which area it is about, and what of the exhibition works there. */
export function governorateJsonLd(
  governorate: Governorate,
  { event, url, language, exhibits, exhibition }: Given & { exhibits: Exhibit[]; exhibition: string },
): string | null {
  if (event.state === 'draft') return null
  return written({
    '@context': 'https://schema.org',
    '@type': 'CollectionPage',
    name: governorate.name[language],
    inLanguage: language,
    url,
    isPartOf: { '@type': 'ExhibitionEvent', name: localize(event.name, language) || undefined },
    about: area(governorate, language),
    mainEntity: {
      '@type': 'ItemList',
      itemListElement: exhibits.map(({ slug, title }, index) => ({
        '@type': 'ListItem',
        position: index + 1,
        name: localize(title, language),
        url: `${exhibition}/${slug}`,
      })),
    },
  })
}

/** A governorate as schema.org calls it, by its OCHA p-code. */
export function area({ pcode, name }: Governorate, language: Language) {
  return {
    '@type': 'AdministrativeArea',
    name: name[language],
    identifier: { '@type': 'PropertyValue', propertyID: 'OCHA p-code', value: pcode },
    containedInPlace: { '@type': 'Country', identifier: 'IQ' },
  }
}

/** `</script>` and `<!--` in a title would end or confuse the element; the rest of JSON is inert there. */
export function written(listing: object): string {
  return JSON.stringify(listing).replaceAll('<', '\\u003c')
}
