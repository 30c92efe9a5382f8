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
