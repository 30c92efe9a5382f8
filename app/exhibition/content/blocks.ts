import { z } from 'zod'
import { beforeAfterFields } from './blocks/before-after.ts'
import { contactFields } from './blocks/contact.ts'
import { documentFields } from './blocks/document.ts'
import { rowId } from './blocks/fields.ts'
import { figuresFields } from './blocks/figures.ts'
import { galleryFields } from './blocks/gallery.ts'
import { partnersFields } from './blocks/partners.ts'
import { programmeFields } from './blocks/programme.ts'
import { quotationFields } from './blocks/quotation.ts'
import { textFields } from './blocks/text.ts'
import { timelineFields } from './blocks/timeline.ts'
import { videoFields } from './blocks/video.ts'

/*
 * The kinds of block. A new kind takes: its fields in `blocks/`, a line in `blockForms` and in `block` below, its name
 * `exhibit:kind.{kind}`, what it needs before it is published (`lackOf` in needs.ts), and a component each that shows it
 * (`shows` in routes/exhibit-blocks/show.tsx) and that edits it (`edits` in routes/exhibit-editor/edit.tsx): the compiler
 * asks for all of these. A kind that only names what is kept elsewhere holds ids and no figures; what it names is read as
 * it is now by `readShownMedia` (exhibit-page.server.ts) and given to its component beside pictures and documents.
 */

/** The forms of the kinds: what is written in a block besides its kind and id. */
export const blockForms = {
  text: z.object(textFields),
  figures: z.object(figuresFields),
  gallery: z.object(galleryFields),
  beforeAfter: z.object(beforeAfterFields),
  video: z.object(videoFields),
  document: z.object(documentFields),
  quotation: z.object(quotationFields),
  timeline: z.object(timelineFields),
  partners: z.object(partnersFields),
  contact: z.object(contactFields),
  programme: z.object(programmeFields),
}

export type BlockKind = keyof typeof blockForms
export const blockKinds = Object.keys(blockForms) as BlockKind[]

export function isBlockKind(kind: unknown): kind is BlockKind {
  return blockKinds.includes(kind as BlockKind)
}

/** A block as it is kept. */
export const block = z.discriminatedUnion('kind', [
  z.object({ id: rowId, kind: z.literal('text'), ...textFields }),
  z.object({ id: rowId, kind: z.literal('figures'), ...figuresFields }),
  z.object({ id: rowId, kind: z.literal('gallery'), ...galleryFields }),
  z.object({ id: rowId, kind: z.literal('beforeAfter'), ...beforeAfterFields }),
  z.object({ id: rowId, kind: z.literal('video'), ...videoFields }),
  z.object({ id: rowId, kind: z.literal('document'), ...documentFields }),
  z.object({ id: rowId, kind: z.literal('quotation'), ...quotationFields }),
  z.object({ id: rowId, kind: z.literal('timeline'), ...timelineFields }),
  z.object({ id: rowId, kind: z.literal('partners'), ...partnersFields }),
  z.object({ id: rowId, kind: z.literal('contact'), ...contactFields }),
  z.object({ id: rowId, kind: z.literal('programme'), ...programmeFields }),
])

export type Block = z.output<typeof block>
export type BlockOf<Kind extends BlockKind> = Extract<Block, { kind: Kind }>
