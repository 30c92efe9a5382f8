import { and, eq } from 'drizzle-orm'
import type { EventScope } from '#app/accounts/scope.server.ts'
import type { GuestScope } from '#app/answers/scope.server.ts'
import { lockEvent } from '#app/events/lock.server.ts'
import { note } from '#app/events/note.server.ts'
import { type Actor, audit } from '#db/audit.server.ts'
import type { Database, Tx } from '#db/client.server.ts'
import { clearanceForms, clearanceKeys } from '#db/schema/clearance.server.ts'
import { attendees } from '#db/schema/invitations.server.ts'
import { openDataKey } from './data-key.server.ts'
import { type Filler, findFiller } from './filler.server.ts'
import { isTheirs, readExpectedPerson } from './read.server.ts'
import { withdrawReminders } from './remind.server.ts'
import { type ClearanceContent, type Held, heldBy } from './rules.ts'
import { type Keyring, places, sealJson, unsealJson } from './seal.server.ts'
import { type ClearanceSettings, isGateOpen, readGate } from './settings.server.ts'

type Given = { attendeeId: string; content: ClearanceContent; now: Date }

/**
 * Takes what somebody wrote for the gate; it replaces what they wrote before. Refused: whoever is not expected or not the
 * link's to fill for (`notFound`), when no forms are taken (`closed`), when the key is not here (`noKey`).
 */
export function submitClearance(
  database: Database,
  keyring: Keyring | null,
  scope: GuestScope,
  given: Given,
) {
  return sealed(database, keyring, scope, given, (tx, form) => saveGuestForm(tx, scope, form))
}

/** The officer enters what somebody said or sent; also late. Refused as above. */
export function submitOnBehalfOf(
  database: Database,
  keyring: Keyring | null,
  scope: EventScope,
  given: Given,
) {
  return sealed(database, keyring, scope, given, (tx, form) => saveDeskForm(tx, scope, form))
}

type SealedForm = { attendeeId: string; sealed: string; held: Held; now: Date }
type Saved = { ok: true } | { ok: false; reason: 'notFound' | 'closed' }

/** Sealing takes time that nobody else should wait for, so it is done before the transaction. */
async function sealed(
  database: Database,
  keyring: Keyring | null,
  { eventId }: { eventId: string },
  { attendeeId, content, now }: Given,
  save: (tx: Tx, form: SealedForm) => Promise<Saved>,
): Promise<Saved | { ok: false; reason: 'noKey' }> {
  const opened = await openDataKey(database.read, keyring, eventId)
  if (!opened.ok) return { ok: false, reason: opened.reason === 'lost' ? 'noKey' : 'closed' }
  const form = sealJson(opened.key, content, places.form(eventId, attendeeId))
  return database.write((tx) => save(tx, { attendeeId, sealed: form, held: heldBy(content), now }))
}

async function saveGuestForm(tx: Tx, scope: GuestScope, form: SealedForm): Promise<Saved> {
  const { officeId, eventId, actor } = scope
  await lockEvent(tx, eventId)
  const gate = await readGate(tx, eventId)
  if (!isGateOpen(gate, { now: form.now })) return { ok: false, reason: 'closed' }
  const filler = await findFiller(tx, scope, gate.settings, form.attendeeId)
  if (!filler) return { ok: false, reason: 'notFound' }
  return write(tx, { officeId, eventId, actor }, gate.settings, { ...form, via: filler })
}

async function saveDeskForm(tx: Tx, scope: EventScope, form: SealedForm): Promise<Saved> {
  await lockEvent(tx, scope.eventId)
  const gate = await readGate(tx, scope.eventId)
  if (!isGateOpen(gate, { byDesk: true, now: form.now })) return { ok: false, reason: 'closed' }
  const person = await readExpectedPerson(tx, scope, gate.settings, form.attendeeId)
  if (!person) return { ok: false, reason: 'notFound' }
  return write(tx, scope, gate.settings, { ...form, via: 'desk' })
}

async function write(
  tx: Tx,
  { officeId, eventId, actor }: { officeId: string; eventId: string; actor: Actor },
  settings: ClearanceSettings,
  { attendeeId, sealed, held, via, now }: SealedForm & { via: Filler },
): Promise<Saved> {
  // Purged since the form was sealed: its key is gone, nobody could open it.
  if (!(await tx.$count(clearanceKeys, eq(clearanceKeys.eventId, eventId))))
    return { ok: false, reason: 'closed' }
  const [person] = await tx
    .select({ writtenFor: attendees.sortKey })
    .from(attendees)
    .where(eq(attendees.id, attendeeId))
  if (!person) return { ok: false, reason: 'notFound' }
  const row = { attendeeId, eventId, sealed, ...person, ...held, via, savedAt: now }
  await tx
    .insert(clearanceForms)
    .values(row)
    .onConflictDoUpdate({ target: clearanceForms.attendeeId, set: row })
  await audit(tx, actor, {
    officeId,
    eventId,
    action: 'clearance.fill',
    subjectId: attendeeId,
    after: { via },
    now,
  })
  await withdrawReminders(tx, settings, { officeId, eventId, actor, attendeeId, now })
  return { ok: true }
}

/** Takes back what was written for the gate; it is destroyed. Refused as `notFound` where there is nothing of theirs. */
export async function withdrawClearance(
  tx: Tx,
  scope: GuestScope,
  { attendeeId, now }: { attendeeId: string; now: Date },
) {
  const { officeId, eventId, actor } = scope
  await lockEvent(tx, eventId)
  const { settings } = await readGate(tx, eventId)
  const mayFill = settings && (await findFiller(tx, scope, settings, attendeeId))
  const gone = mayFill ? await remove(tx, eventId, attendeeId) : 0
  if (!gone) return { ok: false, reason: 'notFound' } as const
  await audit(tx, actor, { officeId, eventId, action: 'clearance.withdraw', subjectId: attendeeId, now })
  return { ok: true } as const
}

async function remove(tx: Tx, eventId: string, attendeeId: string): Promise<number> {
  const gone = await tx
    .delete(clearanceForms)
    .where(and(eq(clearanceForms.attendeeId, attendeeId), eq(clearanceForms.eventId, eventId)))
    .returning({ id: clearanceForms.attendeeId })
  return gone.length
}

/**
 * Opens one person's form for the officer and notes who looked. Refused: not there (`notFound`), or its key is not
 * (`noKey`).
 */
export async function viewClearance(
  database: Database,
  keyring: Keyring | null,
  scope: EventScope,
  { attendeeId, now }: { attendeeId: string; now: Date },
) {
  const [form] = await database.read
    .select({ sealed: clearanceForms.sealed })
    .from(clearanceForms)
    .innerJoin(attendees, isTheirs)
    .where(and(eq(attendees.id, attendeeId), eq(clearanceForms.eventId, scope.eventId)))
  if (!form) return { ok: false, reason: 'notFound' } as const
  const opened = await openDataKey(database.read, keyring, scope.eventId)
  if (!opened.ok) return { ok: false, reason: 'noKey' } as const
  const place = places.form(scope.eventId, attendeeId)
  const content = unsealJson<ClearanceContent>(opened.key, form.sealed, place)
  // Only once it is on record is it shown.
  await database.write((tx) => note(tx, scope, { action: 'clearance.view', subjectId: attendeeId, now }))
  return { ok: true, content } as const
}
