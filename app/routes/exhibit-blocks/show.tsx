import type { ComponentType } from 'react'
import type { Block, BlockKind, BlockOf } from '#app/exhibition/content/blocks.ts'
import type { Named } from '#app/exhibition/content/named.server.ts'
import type { ShownMedia } from '#app/exhibition/exhibit-page.server.ts'
import { BeforeAfterBlock } from './before-after.tsx'
import { ContactBlock } from './contact.tsx'
import { DisplacementBlock } from './displacement.tsx'
import { DocumentBlock } from './document.tsx'
import { FiguresBlock } from './figures.tsx'
import { GalleryBlock } from './gallery.tsx'
import { PartnersBlock } from './partners.tsx'
import { ProgrammeBlock } from './programme.tsx'
import { QuotationBlock } from './quotation.tsx'
import { TextBlock } from './text.tsx'
import { TimelineBlock } from './timeline.tsx'
import { VideoBlock } from './video.tsx'

type Around = {
  media: ShownMedia
  named: Named
  /** Below which address its documents are. */
  handouts: string
}

/**
 * What a block's component is given: the block, the files of what it names, and what it names that is kept elsewhere. A
 * name without either shows nothing.
 */
export type Shown<Kind extends BlockKind> = { block: BlockOf<Kind> } & Around

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
  displacement: DisplacementBlock,
}

/** Blocks in their order, as a visitor sees them. */
export function Blocks({ blocks, ...around }: { blocks: readonly Block[] } & Around) {
  return blocks.map((block) => {
    const Show = shows[block.kind] as ComponentType<{ block: Block } & Around>
    return <Show key={block.id} block={block} {...around} />
  })
}
