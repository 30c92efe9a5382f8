/** Whom a place is of: a whole delegation, by its organisation, or one person. */
export type Subject = { subject: 'organisation' | 'attendee'; id: string }

export const placings = ['first', 'last', 'before', 'after'] as const

/** `attendee:{id}` or `organisation:{id}` as addresses and forms write a subject; null for anything else. */
export function subjectOf(text: unknown): Subject | null {
  const [, subject, id] = /^(attendee|organisation):([\w-]{1,64})$/.exec(String(text ?? '')) ?? []
  return subject && id ? { subject: subject as Subject['subject'], id } : null
}

/** Whether following the places from `from` leads to `to`. */
export function leadsTo(
  places: ReadonlyMap<string, { anchorId: string | null }>,
  from: string,
  to: string,
): boolean {
  const passed = new Set<string>()
  for (let next: string | null = from; next && !passed.has(next); next = places.get(next)?.anchorId ?? null) {
    if (next === to) return true
    passed.add(next)
  }
  return false
}

/** The page that an address asks for, from 1. */
export function pageNumber(parameters: URLSearchParams): number {
  const page = Number.parseInt(parameters.get('page') ?? '1', 10)
  return page > 0 && page < 100_000 ? page : 1
}
