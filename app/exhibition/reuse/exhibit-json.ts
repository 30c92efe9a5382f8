import type { Localized } from '../../i18n/languages.ts'
import type { ExhibitCard } from '../cards.server.ts'
import type { ExhibitContent } from '../content/content.ts'
import type { ShownMedia } from '../exhibit-page.server.ts'
import { blockShape, type Files } from './block-shapes.ts'
import { frameOf, pageOf, reuseFile, type Source } from './envelope.ts'
import { pictureShape, type StoredPicture } from './picture-shape.ts'

type Card = ExhibitCard

/** A page of the exhibition's published exhibits, as cards show them. */
export function exhibitsJson(
  source: Source,
  { exhibits, page, pages, total }: { exhibits: readonly Card[]; page: number; pages: number; total: number },
): string {
  const list = `${source.appUrl}/${source.event.slug}/exhibits.json`
  return reuseFile('exhibits', source, {
    page: pageOf(source, 'exhibition'),
    pages: { number: page, of: pages, next: page < pages ? `${list}?page=${page + 1}` : null },
    total,
    exhibits: exhibits.map((card) => ({
      ...addressesOf(source, card.slug),
      ...{ title: card.title, summary: card.summary, organisation: card.organisationName },
      ...{ booth: card.booth, hall: card.hall, sectors: card.sectors, governorates: card.governorates },
      picture: card.picture && coverShape(source, card.picture),
    })),
  })
}

/** Of the cover a card knows no more than what it shows. */
function coverShape(source: Source, picture: StoredPicture) {
  return pictureShape(source.appUrl, { ...picture, caption: {}, credit: '' })
}

type Found = {
  slug: string
  booth: string | null
  hall: Localized | null
  content: ExhibitContent
  media: ShownMedia
  /** The addresses of the programmes that its blocks name, by their ids. */
  programmes: Readonly<Record<string, string>>
}

/** All that a published exhibit says, but whom to ask and who is quoted: people are named on its page alone. */
export function exhibitJson(source: Source, exhibit: Found): string {
  const { slug, booth, hall, content, media, programmes } = exhibit
  const { title, summary, organisationName, sectors, governorates, links, coverPicture, blocks } = content
  const files: Files = { source, media, programmes }
  const cover = media.pictures[coverPicture ?? '']
  return reuseFile('exhibit', source, {
    page: pageOf(source, `exhibition/${slug}`),
    exhibit: {
      ...addressesOf(source, slug),
      ...{ title, summary, organisation: organisationName, booth, hall, sectors, governorates },
      links: links.map(({ url, label }) => ({ url, label })),
      picture: cover ? pictureShape(source.appUrl, cover) : null,
      blocks: blocks.flatMap((block) => blockShape(block, files) ?? []),
    },
  })
}

function addressesOf(source: Source, slug: string) {
  return {
    slug,
    url: source.appUrl + pageOf(source, `exhibition/${slug}`),
    json: `${source.appUrl}/${source.event.slug}/exhibits/${slug}.json`,
    embed: frameOf(source, `exhibits/${slug}`),
  }
}
