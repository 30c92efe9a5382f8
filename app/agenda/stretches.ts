import { type ItemKind, isPause } from './rules.ts'

type Stretched = {
  startsAt: Date
  endsAt: Date
  kind: ItemKind
  partId: string
  room: { id: string } | null
}

const minute = 60_000
const longest = 120 * minute
/** So long a gap lets people stand up, whether the agenda calls it a break or not. */
const breather = 10 * minute

/**
 * Where people sit for more than two hours: the item with which it becomes too long, and the one it began with. Where
 * a part has one thing at a time, rooms change and people stay together; else each room is followed by itself. A break
 * anywhere in the part ends a stretch; so does a visit, which nobody sits through.
 */
export function stretchesOf<Item extends Stretched>(byStart: readonly Item[]) {
  return [...Map.groupBy(byStart, ({ partId }) => partId).values()].flatMap((ofPart) => {
    const sitting = ofPart.filter(({ kind }) => !endsStretch(kind))
    const pauses = ofPart.filter(({ kind }) => endsStretch(kind))
    const groups = isOneAtATime(sitting)
      ? [sitting]
      : [...Map.groupBy(sitting, ({ room }) => room?.id ?? '').values()]
    return groups.flatMap((group) => tooLong(group, pauses))
  })
}

function endsStretch(kind: ItemKind): boolean {
  return isPause(kind) || kind === 'visit'
}

function isOneAtATime(byStart: readonly Stretched[]): boolean {
  return byStart.every((item, at) => at === 0 || (byStart[at - 1]?.endsAt ?? 0) <= item.startsAt)
}

function tooLong<Item extends Stretched>(sitting: readonly Item[], pauses: readonly Item[]) {
  const found: { item: Item; since: Item; minutes: number }[] = []
  let since: Item | null = null
  let end = 0
  let isTold = false
  let pause = 0
  for (const item of sitting) {
    const start = item.startsAt.getTime()
    let paused = false
    while (pause < pauses.length && (pauses[pause]?.startsAt.getTime() ?? 0) <= start) {
      paused ||= (pauses[pause]?.endsAt.getTime() ?? 0) > (since?.startsAt.getTime() ?? 0)
      pause++
    }
    if (!since || paused || start - end >= breather) {
      since = item
      end = 0
      isTold = false
    }
    end = Math.max(end, item.endsAt.getTime())
    const length = end - since.startsAt.getTime()
    if (length > longest && !isTold) {
      found.push({ item, since, minutes: Math.round(length / minute) })
      isTold = true
    }
  }
  return found
}
