import type { ComponentType } from 'react'
import type { Block, BlockKind, BlockOf } from '#app/exhibition/content/blocks.ts'
import type { Named } from '#app/exhibition/content/named.server.ts'
import type { ShownMedia } from '#app/exhibition/exhibit-page.server.ts'
import { BeforeAfterBlock } from './before-after.tsx'
import { ContactBlock } from './contact.tsx'
import { DocumentBlock } from './document.tsx'
import { FiguresBlock } from './figures.tsx'
import { GalleryBlock } from './gallery.tsx'
import { PartnersBlock } from './partners.tsx'
import { ProgrammeBlock } from './programme.tsx'
import { QuotationBlock } from './quotation.tsx'
import { TextBlock } from './text.tsx'
import { TimelineBlock } from './timeline.tsx'
import { VideoBlock } from './video.tsx'

/**
 * What a block's component is given: the block, the files of what it names, and what it names that is kept elsewhere. A
 * name without either shows nothing.
 */
export type Shown<Kind extends BlockKind> = { block: BlockOf<Kind>; media: ShownMedia; named: Named }

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
  programme: ProgrammeBlock,
}

/** Blocks in their order, as a visitor sees them. */
export function Blocks({ blocks, ...shown }: { blocks: readonly Block[]; media: ShownMedia; named: Named }) {
  return blocks.map((block) => {
    const Show = shows[block.kind] as ComponentType<{ block: Block; media: ShownMedia; named: Named }>
    return <Show key={block.id} block={block} {...shown} />
  })
}
