import type { ComponentType } from 'react'
import type { Block, BlockKind, BlockOf } from '#app/exhibition/content/blocks.ts'
import type { ShownMedia } from '#app/exhibition/exhibit-page.server.ts'
import { BeforeAfterBlock } from './before-after.tsx'
import { ContactBlock } from './contact.tsx'
import { DocumentBlock } from './document.tsx'
import { FiguresBlock } from './figures.tsx'
import { GalleryBlock } from './gallery.tsx'
import { PartnersBlock } from './partners.tsx'
import { QuotationBlock } from './quotation.tsx'
import { TextBlock } from './text.tsx'
import { TimelineBlock } from './timeline.tsx'
import { VideoBlock } from './video.tsx'

/** What a block's component is given: the block, and the files of what it names. A name without a file shows nothing. */
export type Shown<Kind extends BlockKind> = { block: BlockOf<Kind>; media: ShownMedia }

/** Who shows which kind: to visitors, in a preview, in a frame elsewhere. */
const shows: { [Kind in BlockKind]: ComponentType<Shown<Kind>> } = {
  text: TextBlock,
  figures: FiguresBlock,
  gallery: GalleryBlock,
  beforeAfter: BeforeAfterBlock,
  video: VideoBlock,
  document: DocumentBlock,
  quotation: QuotationBlock,
  timeline: TimelineBlock,
  partners: PartnersBlock,
  contact: ContactBlock,
}

/** Blocks in their order, as a visitor sees them. */
export function Blocks({ blocks, media }: { blocks: readonly Block[]; media: ShownMedia }) {
  return blocks.map((block) => {
    const Show = shows[block.kind] as ComponentType<{ block: Block; media: ShownMedia }>
    return <Show key={block.id} block={block} media={media} />
  })
}
