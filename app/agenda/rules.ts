export const itemKinds = [
  'opening',
  'session',
  'panel',
  'discussion',
  'break',
  'meal',
  'visit',
  'closing',
] as const
export type ItemKind = (typeof itemKinds)[number]

export const roleKinds = ['chair', 'moderator', 'speaker', 'rapporteur', 'interpreter'] as const
export type RoleKind = (typeof roleKinds)[number]

/** The most characters of a description, in each language: typed or from a file. */
export const longestAbstract = 20_000

/** Breaks and meals are set quietly: nobody comes for them, everybody looks for when they are. */
export function isPause(kind: ItemKind): boolean {
  return kind === 'break' || kind === 'meal'
}

/** What the order of an agenda is decided by. */
export type Placed = {
  id: string
  startsAt: Date
  position: number
  room: { id: string; position: number } | null
}

/** By time; what starts together stands in the order of the rooms, what has no room last. */
export function inOrder<Item extends Placed>(items: readonly Item[]): Item[] {
  const roomRank = ({ room }: Placed) => room?.position ?? Number.MAX_SAFE_INTEGER
  return items.toSorted(
    (a, b) =>
      a.startsAt.getTime() - b.startsAt.getTime() ||
      roomRank(a) - roomRank(b) ||
      a.position - b.position ||
      (a.id < b.id ? -1 : 1),
  )
}

type Span = { startsAt: Date; endsAt: Date }

/** Whether two spans share time; one that begins when the other ends does not. */
export function overlaps(a: Span, b: Span): boolean {
  return a.startsAt < b.endsAt && b.startsAt < a.endsAt
}

/** Every two items that share time, the earlier one first. */
export function overlappingPairs<Item extends Span>(items: readonly Item[]): [Item, Item][] {
  const byStart = items.toSorted((a, b) => a.startsAt.getTime() - b.startsAt.getTime())
  return byStart.flatMap((item, index) =>
    byStart
      .slice(index + 1)
      .filter((other) => overlaps(item, other))
      .map((other): [Item, Item] => [item, other]),
  )
}

/**
 * Who follows one another in the same role, as a programme names them: “Speakers: …”. Their order is protocol's and stays;
 * interpreters, who work at an item and do not speak on it, are told apart, after the others.
 */
export function inRuns<Role extends { role: RoleKind }>(roles: readonly Role[]): Role[][] {
  const runs: Role[][] = []
  const apart = [false, true].flatMap((last) => roles.filter(({ role }) => (role === 'interpreter') === last))
  for (const role of apart) {
    const run = runs.at(-1)
    if (run?.[0]?.role === role.role) run.push(role)
    else runs.push([role])
  }
  return runs
}

/** What begins at the same moment, side by side. The items are in order. */
export function atOnce<Item extends Span>(items: readonly Item[]): Item[][] {
  return [...Map.groupBy(items, ({ startsAt }) => startsAt.getTime()).values()]
}
