import type { ComponentType } from 'react'
import type { BlockKind } from '#app/exhibition/content/blocks.ts'
import { ProgrammeFields } from './edit-named.tsx'
import { BeforeAfterFields, QuotationFields, VideoFields } from './edit-pictured.tsx'
import { ContactBlockFields, DocumentFields, TextFields } from './edit-plain.tsx'
import { FiguresFields, GalleryFields, PartnersFields, TimelineFields } from './edit-rows.tsx'
import type { Fields } from './fields.tsx'

/** Who asks for what is written in which kind of block. */
export const edits: Record<BlockKind, ComponentType<{ fields: Fields }>> = {
  text: TextFields,
  figures: FiguresFields,
  gallery: GalleryFields,
  beforeAfter: BeforeAfterFields,
  video: VideoFields,
  document: DocumentFields,
  quotation: QuotationFields,
  timeline: TimelineFields,
  partners: PartnersFields,
  contact: ContactBlockFields,
  programme: ProgrammeFields,
}
