export type Direction = 'up' | 'down'

/** The list with `id` one place up or down, unchanged at its end; null when `id` is not in it. */
export function moved<Row extends { id: string }>(
  rows: readonly Row[],
  id: string,
  direction: Direction,
): Row[] | null {
  const from = rows.findIndex((row) => row.id === id)
  const row = rows[from]
  if (!row) return null
  const to = Math.min(Math.max(from + (direction === 'up' ? -1 : 1), 0), rows.length - 1)
  return rows.toSpliced(from, 1).toSpliced(to, 0, row)
}
