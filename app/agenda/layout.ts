type Span = { startsAt: Date; endsAt: Date }

/** Runs of items that share time with one another, directly or through others, in order of time. */
export function runsOf<Item extends Span>(items: readonly Item[]): Item[][] {
  const runs: Item[][] = []
  let end = Number.NEGATIVE_INFINITY
  for (const item of items.toSorted((a, b) => a.startsAt.getTime() - b.startsAt.getTime())) {
    const run = item.startsAt.getTime() < end ? runs.at(-1) : undefined
    if (run) run.push(item)
    else runs.push([item])
    end = Math.max(end, item.endsAt.getTime())
  }
  return runs
}

type InRoom = Span & { room: { id: string; position: number } | null }

/** One cell of a grid of rooms: what is there from its row on, over how many rows; nothing where the room is free. */
export type GridCell<Item> = { items: Item[]; rows: number }
type Grid<Item extends InRoom> = {
  /** In their order; what has no room stands in a column of its own at the end. */
  rooms: Item['room'][]
  /** One for each time at which something begins; a cell that goes on from the row above is not in it. */
  rows: { startsAt: Date; cells: GridCell<Item>[] }[]
}

/** Items that run side by side as a table of times and rooms. What overlaps within one room shares a cell. */
export function gridOf<Item extends InRoom>(items: readonly Item[]): Grid<Item> {
  const starts = [...new Set(items.map(({ startsAt }) => startsAt.getTime()))].sort((a, b) => a - b)
  const byRoom = [...Map.groupBy(items, ({ room }) => room?.id ?? null).values()].toSorted(
    ([a], [b]) => rank(a) - rank(b),
  )
  const rows = starts.map((at) => ({ startsAt: new Date(at), cells: [] as GridCell<Item>[] }))
  for (const ofRoom of byRoom) {
    let free = 0
    const put = (row: number, cell: GridCell<Item>) => void (cell.rows > 0 && rows[row]?.cells.push(cell))
    for (const run of runsOf(ofRoom)) {
      const from = starts.indexOf(run[0]?.startsAt.getTime() ?? 0)
      const end = Math.max(...run.map(({ endsAt }) => endsAt.getTime()))
      const to = starts.findLastIndex((at) => at < end) + 1
      put(free, { items: [], rows: from - free })
      put(from, { items: run, rows: to - from })
      free = to
    }
    put(free, { items: [], rows: starts.length - free })
  }
  return { rooms: byRoom.map(([first]) => first?.room ?? null), rows }
}

function rank(item: InRoom | undefined): number {
  return item?.room?.position ?? Number.MAX_SAFE_INTEGER
}

/**
 * A long list in pieces of about `most`, cut between times where it can be. What begins together stays together unless
 * it is more than `most` by itself.
 */
export function inBlocks<Item extends Span>(items: readonly Item[], most: number): Item[][] {
  const blocks: Item[][] = []
  for (const together of Map.groupBy(items, ({ startsAt }) => startsAt.getTime()).values()) {
    const last = blocks.at(-1)
    if (last && last.length + together.length <= most) last.push(...together)
    else for (let at = 0; at < together.length; at += most) blocks.push(together.slice(at, at + most))
  }
  return blocks
}
