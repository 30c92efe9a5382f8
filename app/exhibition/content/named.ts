import type { ExhibitContent } from './content.ts'
import { flatten } from './flat.ts'

/** Paths of what names a picture: `coverPicture`, `blocks/{id}/items/{id}/picture`. */
export const namesPicture = /(^|\/)(\w*P|p)icture$/
export const namesDocument = /\/document$/

/** The pictures that head and blocks show, the cover first, each once. */
export function picturesNamed(content: ExhibitContent): string[] {
  const { pictures: _, coverPicture, ...rest } = content
  return [...new Set([coverPicture, ...named(rest, namesPicture)])].filter((id) => id !== null)
}

/** The documents that blocks offer, each once. */
export function documentsNamed(content: ExhibitContent): string[] {
  return [...new Set(named({ blocks: content.blocks }, namesDocument))]
}

/** Every picture and document that the document has or shows, each once. */
export function mediaNamed(content: ExhibitContent): string[] {
  const ids = [...content.pictures.map(({ id }) => id), ...picturesNamed(content), ...documentsNamed(content)]
  return [...new Set(ids)]
}

/** Where a picture is shown: `coverPicture`, and the paths of blocks in their order. */
export function placesOfPicture({ coverPicture, blocks }: ExhibitContent, id: string): string[] {
  const inBlocks = blocks.filter((block) => named({ block }, namesPicture).includes(id))
  return [...(coverPicture === id ? ['coverPicture'] : []), ...inBlocks.map((block) => `blocks/${block.id}`)]
}

function named(part: object, name: RegExp): string[] {
  return [...flatten(part)].flatMap(([path, id]) => (name.test(path) && typeof id === 'string' ? [id] : []))
}
