import type { Block, BlockKind, BlockOf } from '../content/blocks.ts'
import type { ShownMedia } from '../exhibit-page.server.ts'
import { frameOf, type Source } from './envelope.ts'
import { pictureShape } from './picture-shape.ts'

/** The files that blocks name, and the addresses of the programmes they name by their ids. */
export type Files = { source: Source; media: ShownMedia; programmes: Readonly<Record<string, string>> }

type Shape = Record<string, unknown> | null

/**
 * What a file for other systems says of each kind of block, apart from its `kind` and `heading`; null for what is not told
 * or shows nothing. A contact is somebody's name and address, and is told on the exhibit's page alone.
 */
const shapes: { [Kind in BlockKind]: (block: BlockOf<Kind>, files: Files) => Shape } = {
  text: ({ text }) => ({ text }),
  figures: ({ items }) => ({ items: items.map(({ id: _, ...figure }) => figure) }),
  gallery: ({ items }, files) => ({
    pictures: items.flatMap(({ picture }) => pictureIn(files, picture) ?? []),
  }),
  beforeAfter: (block, files) => ({
    before: {
      on: block.beforeOn,
      caption: block.beforeCaption,
      picture: pictureIn(files, block.beforePicture),
    },
    after: { on: block.afterOn, caption: block.afterCaption, picture: pictureIn(files, block.afterPicture) },
  }),
  video: ({ url, about, posterPicture }, files) => ({ url, about, picture: pictureIn(files, posterPicture) }),
  document: ({ document, about }, { source, media }) => {
    const file = media.documents[document ?? '']
    if (!document || !file) return null
    const { name, mediaType, bytes } = file
    return {
      about,
      name,
      mediaType,
      bytes,
      url: `${source.appUrl}/${source.event.slug}/handouts/${document}`,
    }
  },
  quotation: ({ text, role }) => ({ text, role }),
  timeline: ({ items }) => ({ items: items.map(({ id: _, ...one }) => one) }),
  partners: ({ items }, files) => ({
    items: items.map(({ name, role, url, logoPicture }) => ({
      ...{ name, role, url },
      logo: pictureIn(files, logoPicture),
    })),
  }),
  contact: () => null,
  programme: ({ programme }, { source, programmes }) => {
    const slug = programmes[programme ?? '']
    return slug ? { json: `${source.appUrl}/${source.event.slug}/programmes/${slug}.json` } : null
  },
  displacement: ({ view }, { source }) => ({
    view,
    json: `${source.appUrl}/${source.event.slug}/displacement.json`,
    embed: `${frameOf(source, 'displacement')}?view=${view}`,
  }),
}

/** A block as such a file tells it; null when it does not. */
export function blockShape(block: Block, files: Files) {
  const shape = shapes[block.kind] as (block: Block, files: Files) => Shape
  const told = shape(block, files)
  return told && { kind: block.kind, ...('heading' in block && { heading: block.heading }), ...told }
}

function pictureIn({ source, media }: Files, id: string | null) {
  const picture = media.pictures[id ?? '']
  return picture ? pictureShape(source.appUrl, picture) : null
}
