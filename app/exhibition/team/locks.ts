import type { ExhibitContent } from '../content/content.ts'

/** The names of the head's parts that stand in one form each, as paths of `flatten` begin with them. */
const heads: Record<string, readonly string[]> = {
  texts: ['title', 'summary', 'organisationName'],
  facts: ['sectors', 'governorates', 'contact', 'links'],
}

/** What of a document can be locked: its two forms of the head, and every block. */
export function lockableParts({ blocks }: ExhibitContent): string[] {
  return [...Object.keys(heads), ...blocks.map(({ id }) => `blocks/${id}`)]
}

/** The locked parts to which these paths of `flatten` belong. Where a block stands among others is no part of it. */
export function touchedLocks(locks: readonly string[], paths: readonly string[]): string[] {
  const isWithin = (path: string, part: string) =>
    path === part || path === `${part}#` || path.startsWith(`${part}/`)
  return locks.filter((lock) =>
    (heads[lock] ?? [lock]).some((part) => paths.some((path) => isWithin(path, part))),
  )
}
