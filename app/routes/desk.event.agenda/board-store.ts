import { type BoardItem, type Step, type Verb, verbFor } from '#app/agenda/board.ts'
import type { Place } from '#app/agenda/place.ts'

/*
 * What the grid shows: the items as the server last had them, with the steps on top that are still on their way. A step
 * is seen at once, sent in its turn, and taken back when it is refused. Kept over days, so that undo goes on.
 */

type Pending = Step & { verb: Verb; seen: number; isSent: boolean }
type Answer = { revision: number; items: BoardItem[] | null }
type Answered = { ok: true; version: number } | { ok: false; reason: string; by: string | null }

export type Trouble =
  | { kind: 'changedMeanwhile'; item: BoardItem; mine: Place; theirs: BoardItem | null; by: string | null }
  | { kind: 'gone' | 'notSaved'; item: BoardItem }

export type Snapshot = {
  items: readonly BoardItem[]
  canUndo: boolean
  canRedo: boolean
  isSaving: boolean
  trouble: Trouble | null
  /** What others changed last, until the next word from the server. */
  foreign: ReadonlySet<string>
}

export type BoardStore = ReturnType<typeof boardStore>

const pollMs = 3000

export function boardStore(address: string, first: { day: string; revision: number; items: BoardItem[] }) {
  let { day, revision } = first
  let server = new Map(first.items.map((item) => [item.id, item]))
  const versions = new Map(first.items.map(({ id, version }) => [id, version]))
  let pending: Pending[] = []
  let [undone, done]: [Step[], Step[]] = [[], []]
  let trouble: Trouble | null = null
  let foreign: ReadonlySet<string> = new Set()
  let writes = 0
  let snapshot = shown()
  const listeners = new Set<() => void>()

  function shown(): Snapshot {
    const steps = new Map(pending.map((step) => [step.itemId, step.after]))
    return {
      items: [...server.values()].map((item) => {
        const place = steps.get(item.id)
        return place ? withPlace(item, place) : item
      }),
      canUndo: done.length > 0,
      canRedo: undone.length > 0,
      isSaving: pending.length > 0,
      ...{ trouble, foreign },
    }
  }
  function changed() {
    snapshot = shown()
    for (const listener of listeners) listener()
  }

  /** Takes the server's word; items that are as they were stay the same objects, so that they are not drawn again. */
  function take({ revision: newer, items }: Answer, byMe: string | null = null) {
    revision = newer
    if (!items) return
    const before = server
    server = new Map(
      items.map((item) => {
        const known = before.get(item.id)
        return [item.id, known && JSON.stringify(known) === JSON.stringify(item) ? known : item]
      }),
    )
    foreign = new Set(
      items.flatMap(({ id, version }) =>
        id !== byMe && versions.has(id) && versions.get(id) !== version ? [id] : [],
      ),
    )
    for (const { id, version } of items) versions.set(id, version)
    // What somebody else has moved since is not ours to take back.
    const own = ({ itemId }: Step) => !foreign.has(itemId)
    ;[done, undone] = [done.filter(own), undone.filter(own)]
  }

  async function send(step: Pending) {
    step.isSent = true
    writes++
    const answer = await post(address, step, day).catch(() => null)
    writes++
    const item = server.get(step.itemId)
    if (answer?.ok) {
      // Our own next steps of this item were taken from what it is now.
      pending = pending.filter((one) => one !== step)
      for (const next of pending) if (next.itemId === step.itemId && next.seen === step.seen) next.seen++
      versions.set(step.itemId, answer.version)
      if (answer.day === day) take(answer, step.itemId)
    } else {
      pending = pending.filter(({ itemId }) => itemId !== step.itemId)
      const others = ({ itemId }: Step) => itemId !== step.itemId
      ;[done, undone] = [done.filter(others), undone.filter(others)]
      if (answer && 'items' in answer && answer.day === day) take(answer, step.itemId)
      if (item)
        trouble = troubleOf(answer, { item, mine: step.after, theirs: server.get(step.itemId) ?? null })
    }
    changed()
    void pump()
  }
  async function pump() {
    const next = pending[0]
    if (next && !next.isSent) await send(next)
  }

  function put(step: Step, seen = versions.get(step.itemId) ?? 0) {
    trouble = null
    const last = pending.at(-1)
    const verb = verbFor(step.before, step.after)
    // A key held down is one step, not thirty.
    if (last && !last.isSent && last.itemId === step.itemId && last.verb === verb) last.after = step.after
    else pending.push({ ...step, verb, seen, isSent: false })
    changed()
    void pump()
  }

  async function poll() {
    const before = writes
    const query = new URLSearchParams({ day, revision: String(revision) })
    const asked = day
    const answer = await fetch(`${address}?${query}`)
      .then((response) => (response.ok ? (response.json() as Promise<Answer>) : null))
      .catch(() => null)
    // An answer from before our own last word would take it back for a moment.
    if (!answer || writes !== before || pending.length || asked !== day) return
    const { revision: was } = { revision }
    take(answer)
    if (revision !== was) changed()
  }

  return {
    subscribe(listener: () => void) {
      listeners.add(listener)
      const timer = setInterval(() => {
        if (document.visibilityState === 'visible') void poll()
      }, pollMs)
      return () => {
        clearInterval(timer)
        listeners.delete(listener)
      }
    },
    snapshot: () => snapshot,
    /** Another day, or the same one read again. */
    load(next: typeof first) {
      ;({ day } = next)
      take(next)
      foreign = new Set()
      changed()
    },
    /** Moves an item; `seen` is the version it had when it was taken hold of. */
    move(step: Step, seen?: number) {
      const last = done.at(-1)
      const goesOn =
        last?.itemId === step.itemId &&
        pending.some(({ itemId, isSent }) => itemId === step.itemId && !isSent) &&
        verbFor(last.before, last.after) === verbFor(step.before, step.after)
      if (goesOn && last) last.after = step.after
      else done.push({ ...step })
      undone = []
      put(step, seen)
    },
    undo(): Step | null {
      const step = done.pop()
      if (!step) return null
      undone.push(step)
      put({ itemId: step.itemId, before: step.after, after: step.before })
      return step
    },
    redo(): Step | null {
      const step = undone.pop()
      if (!step) return null
      done.push(step)
      put(step)
      return step
    },
    /** Theirs stays, or mine is set anew over what they did, now knowingly. */
    settle(keep: 'mine' | 'theirs') {
      const was = trouble
      trouble = null
      if (keep === 'mine' && was?.kind === 'changedMeanwhile' && was.theirs) {
        const step = { itemId: was.item.id, before: placeOf(was.theirs), after: was.mine }
        done.push(step)
        put(step)
      } else changed()
    },
  }
}

export function placeOf({ startsAt, endsAt, roomId, isScheduled }: BoardItem): Place {
  return { startsAt: new Date(startsAt), endsAt: new Date(endsAt), roomId, isScheduled }
}

export function withPlace(item: BoardItem, { startsAt, endsAt, roomId, isScheduled }: Place): BoardItem {
  return { ...item, startsAt: startsAt.getTime(), endsAt: endsAt.getTime(), roomId, isScheduled }
}

function troubleOf(
  answer: Answered | { ok: false; reason: 'notFound' } | null,
  about: { item: BoardItem; mine: Place; theirs: BoardItem | null },
): Trouble {
  if (answer && !answer.ok && answer.reason === 'notFound') return { kind: 'gone', item: about.item }
  if (answer && !answer.ok && answer.reason === 'changedMeanwhile')
    return { kind: 'changedMeanwhile', ...about, by: 'by' in answer ? answer.by : null }
  return { kind: 'notSaved', item: about.item }
}

async function post(address: string, { verb, itemId, seen, after }: Pending, day: string) {
  const body = new URLSearchParams({
    ...{ intent: verb, itemId, seen: String(seen), day },
    ...{ startsAt: String(after.startsAt.getTime()), endsAt: String(after.endsAt.getTime()) },
    ...(after.roomId && { roomId: after.roomId }),
  })
  const response = await fetch(address, { method: 'POST', body })
  if (response.status === 404) return { ok: false as const, reason: 'notFound' as const, day }
  if (!response.ok && response.status !== 409) return null
  return { ...((await response.json()) as Answered & Answer), day }
}
