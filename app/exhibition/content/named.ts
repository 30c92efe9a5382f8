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

function named(part: object, name: RegExp): string[] {
  return [...flatten(part)].flatMap(([path, id]) => (name.test(path) && typeof id === 'string' ? [id] : []))
}
