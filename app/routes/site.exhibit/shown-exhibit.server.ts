import type { EventRow } from '#app/events/lock.server.ts'
import type { ExhibitContent } from '#app/exhibition/content/content.ts'
import { readNamed } from '#app/exhibition/content/named.server.ts'
import { readNeighbours, readShownMedia } from '#app/exhibition/exhibit-page.server.ts'
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
}

/** All that an exhibit's page shows: what it says, the files it names, and the exhibits beside it. */
export async function shownExhibit(
  context: MajlisContext,
  { content, ...exhibit }: Found,
  { event, language, isPreview, isFramed = false, handouts = `/${event.slug}/handouts` }: Visit,
) {
  const { read } = context.database
  const [media, named, neighbours] = await Promise.all([
    readShownMedia(read, exhibit.id, content),
    readNamed(read, { event, language }, content),
    readNeighbours(read, event.id, exhibit.id),
  ])
  const { id, slug, code, booth, boothX, hall } = exhibit
  const { name, state, cancellationNote } = event
  return {
    event: { slug: event.slug, name, state, cancellationNote },
    exhibit: { id, slug, code, booth, boothX, hall },
    ...{ content: published(content), media, named, isPreview, isFramed, handouts },
    ...neighbours,
    title: `${localize(content.title, language)} · ${localize(name, language)}`,
    description: localize(content.summary, language),
    image: sharedPicture(context, media.pictures[content.coverPicture ?? ''], language),
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
