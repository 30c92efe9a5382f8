import {
  type Change,
  changedId,
  oppositeOf,
  type Sent,
  type Thing,
  withChange,
} from '#app/exhibition/plan/step.ts'

/*
 * What the drawing board shows: the hall as the server last had it, with the steps on top that are still on their way. A
 * step is seen at once, sent in its turn, and taken back when it is refused. See the agenda's grid (decision 017).
 */

type Versions = ReadonlyMap<string, number>
/** `back` takes the changes back. */
type Step = { changes: Change[]; back: Change[] }
type Pending = { changes: Change[]; seen: Versions; isSent: boolean; isHeld: boolean }
type Answer = { revision: number; things: Thing[] | null }
type Refusal = 'changedMeanwhile' | 'codeTaken' | 'occupied' | 'notFound' | 'notSaved'

export type Trouble = { reason: Refusal; by: string | null; changes: Change[] }
export type Snapshot = {
  things: readonly Thing[]
  canUndo: boolean
  canRedo: boolean
  isSaving: boolean
  trouble: Trouble | null
  /** What others changed last, until the next word from the server. */
  foreign: ReadonlySet<string>
}

const pollMs = 3000

export function planStore(address: string, hallId: string, first: { revision: number; things: Thing[] }) {
  let { revision, things: server } = first
  let versions = versionsOf(server)
  let pending: Pending[] = []
  let [done, undone]: [Step[], Step[]] = [[], []]
  let trouble: Trouble | null = null
  let foreign: ReadonlySet<string> = new Set()
  let writes = 0
  let snapshot = shown()
  const listeners = new Set<() => void>()

  function shown(): Snapshot {
    const things = pending.flatMap(({ changes }) => changes).reduce(withChange, server)
    return {
      ...{ things, canUndo: done.length > 0, canRedo: undone.length > 0 },
      ...{ isSaving: pending.length > 0, trouble, foreign },
    }
  }
  function changed() {
    snapshot = shown()
    for (const listener of listeners) listener()
  }

  /** Takes the server's word; what is as it was stays the same object, so that it is not drawn again. */
  function take({ revision: newer, things }: Answer, byMe: ReadonlySet<string> = new Set()) {
    revision = newer
    if (!things) return
    const before = new Map(server.map((thing) => [thing.id, thing]))
    server = things.map((thing) => {
      const known = before.get(thing.id)
      return known && JSON.stringify(known) === JSON.stringify(thing) ? known : thing
    })
    const isForeign = ({ id, version }: Thing) => !byMe.has(id) && versions.get(id) !== version
    const gone = [...versions.keys()].filter(
      (id) => !byMe.has(id) && !things.some((thing) => thing.id === id),
    )
    foreign = new Set([...things.filter(isForeign).map(({ id }) => id), ...gone])
    versions = versionsOf(things)
    // What somebody else has changed since is not ours to take back.
    const isOwn = ({ changes }: Step) => !changes.some((change) => foreign.has(changedId(change)))
    ;[done, undone] = [done.filter(isOwn), undone.filter(isOwn)]
  }

  async function pump() {
    const step = pending[0]
    if (!step || step.isSent) return
    step.isSent = true
    writes++
    const answer = await post(address, hallId, sentOf(step)).catch(() => null)
    writes++
    const ids = new Set(step.changes.map(changedId))
    if (answer && 'ok' in answer && answer.ok) {
      pending = pending.filter((one) => one !== step)
      take(answer, ids)
    } else {
      const untaken = new Set(pending.map(({ changes }) => changes))
      pending = []
      const refused = answer && 'reason' in answer ? answer : { reason: 'notSaved' as const, by: null }
      const isLost = refused.reason === 'changedMeanwhile' || refused.reason === 'notFound'
      // What was not taken cannot be taken back; nor, after somebody else, what was done to the same things before.
      const stays = ({ changes, back }: Step) =>
        !untaken.has(changes) &&
        !untaken.has(back) &&
        !(isLost && changes.some((change) => ids.has(changedId(change))))
      ;[done, undone] = [done.filter(stays), undone.filter(stays)]
      if (answer && 'things' in answer) take(answer, ids)
      trouble = { reason: refused.reason, by: refused.by, changes: step.changes }
    }
    changed()
    void pump()
  }

  function sentOf({ changes, seen }: Pending): Sent[] {
    return changes.map((change) =>
      change.act === 'add' ? change : { ...change, seen: seen.get(change.id) ?? versions.get(change.id) },
    )
  }

  /** What was on its way already when the step was taken is seen as it will be then; all else as it is now. */
  function enqueue(changes: Change[], seen: Versions = versions, isHeld = false) {
    trouble = null
    const last = pending.at(-1)
    if (isHeld && last?.isHeld && !last.isSent && isSameThings(last.changes, changes)) last.changes = changes
    else {
      const underway = new Set(pending.flatMap((step) => step.changes.map(changedId)))
      const known = new Map([...seen].filter(([id]) => !underway.has(id)))
      pending.push({ changes, seen: known, isSent: false, isHeld })
    }
    changed()
    void pump()
  }

  async function poll() {
    const before = writes
    const query = new URLSearchParams({ hall: hallId, revision: String(revision) })
    const answer = await fetch(`${address}?${query}`)
      .then((response) => (response.ok ? (response.json() as Promise<Answer>) : null))
      .catch(() => null)
    // An answer from before our own last word would take it back for a moment.
    if (!answer || writes !== before || pending.length) return
    if (answer.revision === revision) return
    take(answer)
    changed()
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
    /** The same hall, read again with its page. */
    load(next: { revision: number; things: Thing[] }) {
      if (pending.length || next.revision < revision) return
      take(next)
      foreign = new Set()
      changed()
    },
    versions: (): Versions => versions,
    /** Takes a step; `seen` are the versions when something was taken hold of. A key held down is one step, not thirty. */
    take(changes: Change[], { seen, isHeld = false }: { seen?: Versions; isHeld?: boolean } = {}) {
      if (changes.length === 0) return
      const last = done.at(-1)
      const goesOn = isHeld && pending.at(-1)?.isHeld && last && isSameThings(last.changes, changes)
      if (goesOn && !pending.at(-1)?.isSent) last.changes = changes
      else done.push({ changes, back: oppositeOf(snapshot.things, changes) })
      undone = []
      enqueue(changes, seen, isHeld)
    },
    undo(): Change[] | null {
      const step = done.pop()
      if (!step) return null
      undone.push(step)
      enqueue(step.back)
      return step.back
    },
    redo(): Change[] | null {
      const step = undone.pop()
      if (!step) return null
      done.push(step)
      enqueue(step.changes)
      return step.changes
    },
    /** Theirs stays, or mine is done over what they did, now knowingly. */
    settle(keep: 'mine' | 'theirs') {
      const was = trouble
      trouble = null
      if (keep === 'mine' && was) {
        done.push({ changes: was.changes, back: oppositeOf(snapshot.things, was.changes) })
        enqueue(was.changes)
      } else changed()
    },
  }
}

function versionsOf(things: readonly Thing[]): Map<string, number> {
  return new Map(things.map(({ id, version }) => [id, version]))
}

function isSameThings(a: readonly Change[], b: readonly Change[]): boolean {
  return (
    a.length === b.length &&
    a.every((change, at) => change.act === 'put' && changedId(change) === changedId(b[at] as Change))
  )
}

async function post(address: string, hall: string, changes: Sent[]) {
  const body = new URLSearchParams({ hall, changes: JSON.stringify(changes) })
  const response = await fetch(address, { method: 'POST', body })
  if (response.status === 404) return { ok: false as const, reason: 'notFound' as const, by: null }
  if (!response.ok && response.status !== 409) return null
  return (await response.json()) as Answer &
    ({ ok: true } | { ok: false; reason: Exclude<Refusal, 'notSaved'>; by: string | null })
}
