type Span = { startsAt: Date; endsAt: Date }

/**
 * The part that something of this time belongs to: the shortest of those whose time holds it, for a reception within
 * an exhibition is the likelier; else the one most of it is in, else the nearest. Null where there is no part.
 */
export function partFor<Part extends Span>(
  parts: readonly Part[],
  item: { startsAt: number; endsAt: number },
): Part | null {
  const length = (part: Part) => part.endsAt.getTime() - part.startsAt.getTime()
  const holding = parts.filter((part) => holds(part, item)).toSorted((a, b) => length(a) - length(b))
  if (holding[0]) return holding[0]
  // Shared time counts as a negative distance.
  const distance = (part: Part) =>
    Math.max(part.startsAt.getTime() - item.endsAt, item.startsAt - part.endsAt.getTime())
  return parts.toSorted((a, b) => distance(a) - distance(b))[0] ?? null
}

export function holds(part: Span, item: { startsAt: number; endsAt: number }): boolean {
  return part.startsAt.getTime() <= item.startsAt && part.endsAt.getTime() >= item.endsAt
}
