import { type Direction, moved } from '../../events/order.ts'
import type { Language } from '../../i18n/languages.ts'
import type { Block } from './blocks.ts'
import { type ExhibitContent, exhibitContent, type PictureTexts } from './content.ts'
import { flatten, languageOf, unflatten } from './flat.ts'
import { namesDocument, namesPicture } from './named.ts'

/*
 * What can be done to a document. Each takes it as its writer saw it and answers what they made of it; `saveDraft` puts
 * that together with what others have done meanwhile.
 */
export type Change = (content: ExhibitContent) => ExhibitContent

/** Other parts of the head in place of what they were. */
export function withHead(
  head: Partial<Omit<ExhibitContent, 'pictures' | 'blocks'>>,
  seen: readonly Language[],
): Change {
  return (content) => keepUnseen(content, { ...content, ...head }, seen)
}

/** The block in place of the one with its id; the last one where there is none such. */
export function withBlock(written: Block, seen: readonly Language[]): Change {
  return (content) => {
    const before = content.blocks.find(({ id }) => id === written.id)
    const { blocks } = content
    if (!before) return { ...content, blocks: [...blocks, written] }
    const all = { ...content, blocks: blocks.map((one) => (one === before ? written : one)) }
    return keepUnseen(content, all, seen)
  }
}

export function withoutBlock(blockId: string): Change {
  return (content) => ({ ...content, blocks: content.blocks.filter(({ id }) => id !== blockId) })
}

/** The block one place up or down; at the end of the list, and where there is none such, nothing happens. */
export function withBlockMoved(blockId: string, direction: Direction): Change {
  return (content) => ({ ...content, blocks: moved(content.blocks, blockId, direction) ?? content.blocks })
}

/** What is said about a picture; a picture that is new comes last. */
export function withPicture(written: PictureTexts, seen: readonly Language[]): Change {
  return (content) => {
    const { pictures } = content
    if (!pictures.some(({ id }) => id === written.id))
      return {
        ...content,
        pictures: [...pictures, written],
        coverPicture: content.coverPicture ?? written.id,
      }
    const all = pictures.map((one) => (one.id === written.id ? written : one))
    return keepUnseen(content, { ...content, pictures: all }, seen)
  }
}

/** Another picture wherever the first was shown, with what is said about it. */
export function withPictureReplaced(
  pictureId: string,
  written: PictureTexts,
  seen: readonly Language[],
): Change {
  return (content) => {
    const known = withPicture({ ...written, id: pictureId }, seen)(content)
    const flat = flatten(known)
    for (const [path, value] of flat)
      if (value === pictureId && namesPicture.test(path)) flat.set(path, written.id)
    const swapped = unflatten(flat) as ExhibitContent
    const pictures = known.pictures.map((one) => (one.id === pictureId ? { ...one, id: written.id } : one))
    return exhibitContent.parse({ ...swapped, pictures })
  }
}

/** Without a picture, wherever it was shown. */
export function withoutPicture(pictureId: string): Change {
  return withoutMedia(pictureId, namesPicture)
}

/** Without a document, wherever it was offered. */
export function withoutDocument(documentId: string): Change {
  return withoutMedia(documentId, namesDocument)
}

function withoutMedia(mediaId: string, name: RegExp): Change {
  return (content) => {
    const flat = flatten({ ...content, pictures: content.pictures.filter(({ id }) => id !== mediaId) })
    for (const [path, value] of flat) if (value === mediaId && name.test(path)) flat.set(path, null)
    const bare = exhibitContent.parse(unflatten(flat))
    const blocks = bare.blocks.map((block) =>
      block.kind === 'gallery' ? { ...block, items: block.items.filter(({ picture }) => picture) } : block,
    )
    return { ...bare, blocks }
  }
}

/** What was written in languages that the form did not show outlives the form. */
function keepUnseen(
  before: ExhibitContent,
  written: ExhibitContent,
  seen: readonly Language[],
): ExhibitContent {
  const flat = flatten(written)
  for (const [path, value] of flatten(before)) {
    const language = languageOf(path)
    if (language && !seen.includes(language)) flat.set(path, value)
  }
  return exhibitContent.parse(unflatten(flat))
}

/** The change, but for these paths, of which others' wording is taken. */
export function withTheirs(change: Change, paths: readonly string[]): Change {
  if (!paths.length) return change
  return (content) => {
    const [theirs, mine] = [flatten(content), flatten(change(content))]
    for (const path of paths) {
      const value = theirs.get(path)
      if (value === undefined) mine.delete(path)
      else mine.set(path, value)
    }
    return exhibitContent.parse(unflatten(mine))
  }
}

/** One of the pictures on cards and above the text. */
export function withCover(pictureId: string): Change {
  return (content) =>
    content.pictures.some(({ id }) => id === pictureId) ? { ...content, coverPicture: pictureId } : content
}
