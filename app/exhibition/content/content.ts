import { z } from 'zod'
import { localizedText } from '../../ui/localized-schema.ts'
import { governorates, isGovernorate } from '../governorates.ts'
import { sectors } from '../sectors.ts'
import { areDistinct, line, mailAddress, mediaId, rowId, rows, webAddress } from './blocks/fields.ts'
import { block } from './blocks.ts'

export const mostBlocks = 40
export const mostPictures = 24
export const mostLinks = 12

/** As `Focus` in focus.ts; the middle where nobody chose. */
const focus = z
  .object({
    x: z.number().int().min(0).max(100).default(50),
    y: z.number().int().min(0).max(100).default(50),
  })
  .prefault({})

/** What is said about a picture wherever it is shown; its file is the row of `exhibit_media` with the same id. */
export const pictureFields = {
  alt: localizedText(400),
  caption: localizedText(300),
  credit: line(160),
  focus,
}
const picture = z.object({ id: rowId, ...pictureFields })

/** What every exhibit says about itself. */
export const headFields = {
  title: localizedText(160),
  summary: localizedText(400),
  /** Empty: the directory's, when an organisation is chosen. */
  organisationName: localizedText(200),
  sectors: z.array(z.enum(sectors)).max(sectors.length).default([]),
  /** OCHA p-codes. */
  governorates: z.array(z.string().refine(isGovernorate, 'invalid')).max(governorates.length).default([]),
  contact: z.object({ name: line(120), email: mailAddress, phone: line(40) }).prefault({}),
  links: rows({ url: webAddress, label: localizedText(120) }, mostLinks),
  /** The picture on cards and above the text. */
  coverPicture: mediaId,
}

/**
 * All that an exhibit says, in all its languages: its head, what is said about its pictures, and its blocks in order. Every
 * part may be empty while it is written. Where it stands and under which address is not in it: `exhibits` knows.
 */
export const exhibitContent = z.object({
  ...headFields,
  pictures: z.array(picture).max(mostPictures, 'tooLong').refine(areDistinct, 'invalid').default([]),
  blocks: z.array(block).max(mostBlocks, 'tooLong').refine(areDistinct, 'invalid').default([]),
})

export type ExhibitContent = z.output<typeof exhibitContent>
export type PictureTexts = ExhibitContent['pictures'][number]
export type ExhibitContact = ExhibitContent['contact']
export type ExhibitLink = ExhibitContent['links'][number]

/** A whole document from the parts that are given; what is left out is empty. Throws when a part could never be shown. */
export function contentOf(given: Partial<z.input<typeof exhibitContent>>): ExhibitContent {
  return exhibitContent.parse(given)
}
