import { type ExhibitContent, exhibitContent } from '../content/content.ts'
import { flatten, unflatten } from '../content/flat.ts'
import { namesDocument, namesPicture } from '../content/named.ts'

/** The document with other ids of its pictures and documents, wherever they are named; what has none there is left out. */
export function withMediaIds(content: ExhibitContent, idFor: ReadonlyMap<string, string>): ExhibitContent {
  const { pictures, ...rest } = content
  const flat = flatten(rest)
  for (const [path, value] of flat)
    if (typeof value === 'string' && (namesPicture.test(path) || namesDocument.test(path)))
      flat.set(path, idFor.get(value) ?? null)
  const named = exhibitContent.parse(unflatten(flat))
  return {
    ...named,
    pictures: pictures.flatMap((picture) => {
      const id = idFor.get(picture.id)
      return id ? { ...picture, id } : []
    }),
  }
}
