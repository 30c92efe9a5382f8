import type { ExhibitContent } from '../content/content.ts'

/** The fields of the head that its two forms ask for, each under the name with which its paths of `flatten` begin. */
export const formFields = {
  texts: ['title', 'summary', 'organisationName'],
  facts: ['sectors', 'governorates', 'contact', 'links'],
} as const

export type HeadField = (typeof formFields)[keyof typeof formFields][number]

/** What of a document can be locked: every field of its head, and every block. */
export function lockableParts({ blocks }: ExhibitContent): string[] {
  return [...formFields.texts, ...formFields.facts, ...blocks.map(({ id }) => `blocks/${id}`)]
}

/** Whether nothing of this part is left to its team: a field, a block, or a form all of whose fields are locked. */
export function isLocked(locks: readonly string[], part: string): boolean {
  const fields: readonly string[] = formFields[part as keyof typeof formFields] ?? [part]
  return fields.every((field) => locks.includes(field))
}

/** The locked parts to which these paths of `flatten` belong. Where a block stands among others is no part of it. */
export function touchedLocks(locks: readonly string[], paths: readonly string[]): string[] {
  const isWithin = (path: string, part: string) =>
    path === part || path === `${part}#` || path.startsWith(`${part}/`)
  return locks.filter((lock) => paths.some((path) => isWithin(path, lock)))
}
