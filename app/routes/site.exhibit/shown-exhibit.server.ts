import type { EventRow } from '#app/events/lock.server.ts'
import type { ExhibitContent } from '#app/exhibition/content/content.ts'
import { readNamed } from '#app/exhibition/content/named.server.ts'
import { exhibitJsonLd } from '#app/exhibition/exhibit-json-ld.ts'
import { readNeighbours, readShownMedia } from '#app/exhibition/exhibit-page.server.ts'
import { findTour } from '#app/exhibition/tours/read.server.ts'
import { type Language, type Localized, localize } from '#app/i18n/languages.ts'
import type { MajlisContext } from '#app/load-context.ts'
import { pictureAddress, plainFormat, type StoredPicture, widthFor } from '#app/ui/picture.tsx'

type Found = {
  id: string
  slug: string
  code: string
  booth: string | null
  boothX: number | null
  hall: Localized | null
  content: ExhibitContent
}

type Visit = {
  event: EventRow
  language: Language
  isPreview: boolean
  /** Inside a frame of the desk, where nothing runs. */
  isFramed?: boolean
  /** Below which address the exhibit's documents are, where it is not the event's own. */
  handouts?: string
  /** The address of the suggested route along which somebody walks. */
  route?: string
  /** The code of the booth before which they stand, as its QR said it. */
  at?: string
}

/** All that an exhibit's page shows: what it says, the files it names, and the exhibits beside it. */
export async function shownExhibit(context: MajlisContext, { content, ...exhibit }: Found, visit: Visit) {
  const { event, language, isPreview, isFramed = false, route = '', at = '' } = visit
  const { handouts = `/${event.slug}/handouts` } = visit
  const { read } = context.database
  const [media, named, neighbours, tour] = await Promise.all([
    readShownMedia(read, exhibit.id, content),
    readNamed(read, { event, language }, content),
    readNeighbours(read, event.id, exhibit.id),
    findTour(read, event.id, route),
  ])
  const { id, slug, code, booth, boothX, hall } = exhibit
  const { name, state, cancellationNote } = event
  const image = sharedPicture(context, media.pictures[content.coverPicture ?? ''], language)
  return {
    event: { slug: event.slug, name, state, cancellationNote },
    exhibit: { id, slug, code, booth, boothX, hall },
    ...{ content: published(content), media, named, isPreview, isFramed, handouts },
    ...neighbours,
    tour: tour?.stops.some(({ code }) => code === booth) ? tour : null,
    isHere: booth !== null && at.toLowerCase() === booth.toLowerCase(),
    title: `${localize(content.title, language)} · ${localize(name, language)}`,
    description: localize(content.summary, language),
    image,
    listing:
      isPreview || isFramed
        ? null
        : exhibitJsonLd({ event, exhibit, content, language, appUrl: context.env.APP_URL, image }),
  }
}

/** Pictures that no block shows are nobody's business. */
function published({ pictures: _, ...content }: ExhibitContent): ExhibitContent {
  return { ...content, pictures: [] }
}

function sharedPicture(context: MajlisContext, picture: StoredPicture | undefined, language: Language) {
  if (!picture) return null
  const width = widthFor(picture, 1200)
  return {
    url: context.env.APP_URL + pictureAddress(picture, width, plainFormat(picture)),
    width,
    height: Math.round((picture.height * width) / picture.width),
    alt: localize(picture.alt, language),
  }
}
