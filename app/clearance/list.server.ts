import { and, desc, eq, inArray, not } from 'drizzle-orm'
import type { EventScope } from '#app/accounts/scope.server.ts'
import { lockEvent } from '#app/events/lock.server.ts'
import { note } from '#app/events/note.server.ts'
import type { Database, Reader, Tx } from '#db/client.server.ts'
import { newId } from '#db/id.server.ts'
import { madeBefore } from '#db/made-before.server.ts'
import { users } from '#db/schema/accounts.server.ts'
import { clearanceForms, clearanceKeys, clearanceLists } from '#db/schema/clearance.server.ts'
import { attendees } from '#db/schema/invitations.server.ts'
import { openDataKey } from './data-key.server.ts'
import { daysOf } from './filler.server.ts'
import { compareLists, inOrder, type ListEntry, type ListSnapshot } from './list-snapshot.ts'
import { expectedHere, isTheirs } from './read.server.ts'
import type { ClearanceContent } from './rules.ts'
import { type Keyring, places, sealJson, unsealJson } from './seal.server.ts'
import { isGateOpen, type OpenGate, readGate } from './settings.server.ts'
import { tellListed } from './story.server.ts'

type Making = { id?: string; now: Date }
type Refusal = 'closed' | 'noKey' | 'nobody' | 'notFound'
type Made = { ok: true; id: string } | { ok: false; reason: Refusal }
type Attempt = Made | { ok: false; reason: 'changed' }

/** As many others as may at worst write to the event in the moment between looking and sealing. */
const mostAttempts = 50

/**
 * Makes the next access list: freezes who is expected and has filled the form, with what differs from the list before.
 * Forms of people who are not expected any more are destroyed by it. Refused: nobody to list (`nobody`), no forms taken
 * (`closed`), no key (`noKey`). The `id` of a form that comes again makes no second list.
 */
export async function makeList(
  database: Database,
  keyring: Keyring | null,
  scope: EventScope,
  { id = newId(), now }: Making,
): Promise<Made> {
  for (let attempt = 1; attempt <= mostAttempts; attempt++) {
    const plan = await planList(database.read, keyring, scope, { id, now })
    if (!plan.ok) return plan
    const made = await database.write((tx) => recordList(tx, scope, plan, now))
    if (made.ok || made.reason !== 'changed') return made
  }
  throw new Error('A list met other changes at every attempt')
}

/** Opening and sealing some hundred forms takes milliseconds, so it is done before the transaction. */
async function planList(
  read: Reader,
  keyring: Keyring | null,
  scope: EventScope,
  { id, now }: Required<Making>,
) {
  // First of all: whatever is written after this makes the plan void.
  const gate = await readGate(read, scope.eventId)
  if (!isGateOpen(gate, { byDesk: true, now })) return { ok: false, reason: 'closed' } as const
  const opened = await openDataKey(read, keyring, scope.eventId)
  if (!opened.ok) return { ok: false, reason: 'noKey' } as const
  const { key } = opened
  const last = await readLast(read, scope.eventId)
  const before = last && openSnapshot(key, scope.eventId, last)
  const entries = await readEntries(read, key, scope, gate)
  if (!entries.length && !before?.entries.length) return { ok: false, reason: 'nobody' } as const
  const { marks, removed, counts } = compareLists(entries, before?.entries ?? null, gate.settings.columns)
  const snapshot: ListSnapshot = {
    ...frameOf(gate, now),
    number: (last?.number ?? 0) + 1,
    since: last?.number ?? null,
    entries,
    marks,
    removed,
  }
  const row = {
    ...{ id, eventId: scope.eventId, number: snapshot.number, people: entries.length, ...counts },
    sealed: sealJson(key, snapshot, places.list(scope.eventId, id)),
    madeBy: scope.actor.id,
    madeAt: now,
  }
  const listed = Object.keys(marks)
  const unlisted = removed.map(({ attendeeId }) => attendeeId)
  return { ok: true, gate, row, listed, unlisted } as const
}

function frameOf({ event, settings, purgeAt, parts }: OpenGate, now: Date) {
  const { columns, languages } = settings
  const days = daysOf({ parts }, settings)
  return {
    madeAt: now.toISOString(),
    ...{ event: event.name, office: event.office.name, zone: event.zone, columns, languages },
    days: { from: days.from.toISOString(), to: days.to.toISOString() },
    contact: settings.contact.email || settings.contact.phone ? settings.contact : event.contact,
    purgeAt: purgeAt.toISOString(),
  }
}

async function readEntries(
  read: Reader,
  key: Buffer,
  { eventId }: EventScope,
  { settings }: OpenGate,
): Promise<ListEntry[]> {
  const rows = await read
    .select({
      attendeeId: attendees.id,
      organisation: attendees.organisationName,
      position: attendees.position,
      sealed: clearanceForms.sealed,
    })
    .from(clearanceForms)
    .innerJoin(attendees, isTheirs)
    .where(and(...expectedHere(read, { eventId }, settings)))
  const entries = rows.map(({ sealed, ...person }) => ({
    ...person,
    content: unsealJson<ClearanceContent>(key, sealed, places.form(eventId, person.attendeeId)),
  }))
  return inOrder(entries, settings.languages[0] ?? 'en')
}

type ListRow = typeof clearanceLists.$inferInsert
type Plan = { gate: OpenGate; row: ListRow; listed: string[]; unlisted: string[] }

async function recordList(
  tx: Tx,
  scope: EventScope,
  { gate, row, ...people }: Plan,
  now: Date,
): Promise<Attempt> {
  const { revision } = await lockEvent(tx, scope.eventId)
  const ours = eq(clearanceLists.eventId, scope.eventId)
  const before = await madeBefore(tx, clearanceLists, { id: row.id, ours })
  if (before) return before
  // Everything a list is made from raises the revision when it changes, and so does another list.
  if (revision !== gate.event.revision + 1) return { ok: false, reason: 'changed' }
  if (!(await tx.$count(clearanceKeys, eq(clearanceKeys.eventId, scope.eventId))))
    return { ok: false, reason: 'closed' }
  await tx.insert(clearanceLists).values(row)
  const isListed = inArray(clearanceForms.attendeeId, listedIds(tx, scope, gate))
  await tx.delete(clearanceForms).where(and(eq(clearanceForms.eventId, scope.eventId), not(isListed)))
  const { number, added, removed, changed } = row
  const after = { number, people: row.people, added, removed, changed }
  await note(tx, scope, { action: 'clearance.list', subjectId: row.id, after, now })
  await tellListed(tx, scope, { number, ...people, now })
  return { ok: true, id: row.id }
}

function listedIds(tx: Tx, scope: EventScope, { settings }: OpenGate) {
  return tx
    .select({ id: attendees.id })
    .from(attendees)
    .innerJoin(clearanceForms, isTheirs)
    .where(and(...expectedHere(tx, scope, settings)))
}

async function readLast(read: Reader, eventId: string) {
  const [last] = await read
    .select()
    .from(clearanceLists)
    .where(eq(clearanceLists.eventId, eventId))
    .orderBy(desc(clearanceLists.number))
    .limit(1)
  return last ?? null
}

function openSnapshot(
  key: Buffer,
  eventId: string,
  { id, sealed }: { id: string; sealed: string },
): ListSnapshot {
  return unsealJson<ListSnapshot>(key, sealed, places.list(eventId, id))
}

/** The lists made so far, the newest first. Nothing under the seal is read. */
export function readLists(read: Reader, { eventId }: EventScope) {
  const { id, number, people, added, removed, changed, madeAt } = clearanceLists
  return read
    .select({ id, number, people, added, removed, changed, madeAt, by: users.name })
    .from(clearanceLists)
    .leftJoin(users, eq(users.id, clearanceLists.madeBy))
    .where(eq(clearanceLists.eventId, eventId))
    .orderBy(desc(clearanceLists.number))
}

/** Opens one list to be handed over and notes who took it in which form. Refused: not there, or no key. */
export async function takeList(
  database: Database,
  keyring: Keyring | null,
  scope: EventScope,
  { listId, format, now }: { listId: string; format: 'pdf' | 'xlsx'; now: Date },
) {
  const [row] = await database.read
    .select()
    .from(clearanceLists)
    .where(and(eq(clearanceLists.id, listId), eq(clearanceLists.eventId, scope.eventId)))
  if (!row) return { ok: false, reason: 'notFound' } as const
  const opened = await openDataKey(database.read, keyring, scope.eventId)
  if (!opened.ok) return { ok: false, reason: 'noKey' } as const
  const snapshot = openSnapshot(opened.key, scope.eventId, row)
  const after = { number: row.number, format }
  await database.write((tx) =>
    note(tx, scope, { action: 'clearance.download', subjectId: listId, after, now }),
  )
  return { ok: true, snapshot } as const
}
