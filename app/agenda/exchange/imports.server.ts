import { and, asc, desc, eq } from 'drizzle-orm'
import type { Database, Reader, Tx } from '#db/client.server.ts'
import { newId } from '#db/id.server.ts'
import { madeBefore } from '#db/made-before.server.ts'
import { users } from '#db/schema/accounts.server.ts'
import { agendaImportItems, agendaImports } from '#db/schema/agenda-imports.server.ts'
import { events } from '#db/schema/events.server.ts'
import type { EventScope } from '../../accounts/scope.server.ts'
import { makePause } from '../../directory/import/pause.server.ts'
import { lockEvent } from '../../events/lock.server.ts'
import { note } from '../../events/note.server.ts'
import { oneLine } from '../../mail/address.ts'
import { takeSchedule } from './apply.server.ts'
import { type Choices, choicesFrom, proposed } from './choices.ts'
import type { ReadFor, ReadItem, ReadSchedule } from './reading.ts'
import type { ImportReport } from './report.ts'

const itemsAtOnce = 40

/** What a file for this event's agenda is read for. */
export async function readForEvent(read: Reader, scope: EventScope): Promise<ReadFor> {
  const [event] = await read
    .select({ zone: events.zone, languages: events.languages })
    .from(events)
    .where(eq(events.id, scope.eventId))
  return { zone: event?.zone ?? 'UTC', languages: event?.languages ?? [] }
}

type Opening = { id?: string; fileName: string; schedule: ReadSchedule; now: Date }

/** Keeps a schedule that was read, for somebody to check; the agenda is as it was. The same upload sent again opens no other. */
export async function openAgendaImport(
  tx: Tx,
  scope: EventScope,
  { id = newId(), fileName, schedule, now }: Opening,
) {
  await lockEvent(tx, scope.eventId)
  const before = await madeBefore(tx, agendaImports, { id, ours: eq(agendaImports.eventId, scope.eventId) })
  if (before) return before
  const { items, ...head } = schedule
  await tx.insert(agendaImports).values({
    id,
    eventId: scope.eventId,
    userId: scope.actor.kind === 'user' ? scope.actor.id : null,
    fileName: oneLine(fileName).slice(0, 200).toWellFormed(),
    state: 'open',
    head,
    choices: proposed,
    createdAt: now,
  })
  const pause = makePause()
  for (let at = 0; at < items.length; at += itemsAtOnce) {
    const some = items.slice(at, at + itemsAtOnce)
    await tx.insert(agendaImportItems).values({ importId: id, position: at, items: some })
    await pause()
  }
  return { ok: true, id } as const
}

/** The event's imports, latest first. */
export async function readAgendaImports(read: Reader, scope: EventScope) {
  const rows = await read
    .select({
      id: agendaImports.id,
      fileName: agendaImports.fileName,
      state: agendaImports.state,
      report: agendaImports.report,
      createdAt: agendaImports.createdAt,
      by: users.name,
    })
    .from(agendaImports)
    .leftJoin(users, eq(users.id, agendaImports.userId))
    .where(eq(agendaImports.eventId, scope.eventId))
    .orderBy(desc(agendaImports.createdAt), desc(agendaImports.id))
    .limit(50)
  return rows.map(({ report, ...row }) => ({
    ...row,
    counts: (report as ImportReport | null)?.counts ?? null,
  }))
}

/** One import of this event; null when there is none. */
export async function findAgendaImport(read: Reader, scope: EventScope, importId: string) {
  const [row] = await read.select().from(agendaImports).where(within(scope, importId))
  if (!row) return null
  return { ...row, choices: choicesFrom(row.choices), report: row.report as ImportReport | null }
}

export type AgendaImport = NonNullable<Awaited<ReturnType<typeof findAgendaImport>>>

/** The schedule of an open import as it was read. */
export async function readImportedSchedule(read: Reader, row: AgendaImport): Promise<ReadSchedule> {
  const pause = makePause()
  const positions = await read
    .select({ position: agendaImportItems.position })
    .from(agendaImportItems)
    .where(eq(agendaImportItems.importId, row.id))
    .orderBy(asc(agendaImportItems.position))
  const items: ReadItem[] = []
  for (const { position } of positions) {
    const [some] = await read
      .select({ items: agendaImportItems.items })
      .from(agendaImportItems)
      .where(and(eq(agendaImportItems.importId, row.id), eq(agendaImportItems.position, position)))
    items.push(...((some?.items ?? []) as ReadItem[]))
    await pause()
  }
  return { ...(row.head as Omit<ReadSchedule, 'items'>), items }
}

/** Keeps where items shall belong and what happens to what was edited here. Refused as `notOpen`. */
export async function chooseForImport(
  tx: Tx,
  scope: EventScope,
  { importId, choices }: { importId: string; choices: Choices },
) {
  const [row] = await tx
    .update(agendaImports)
    .set({ choices })
    .where(and(within(scope, importId), eq(agendaImports.state, 'open')))
    .returning({ id: agendaImports.id })
  return row ? ({ ok: true } as const) : ({ ok: false, reason: 'notOpen' } as const)
}

/** Forgets a schedule. Refused as `notOpen`. */
export async function discardAgendaImport(
  tx: Tx,
  scope: EventScope,
  { importId, now }: { importId: string; now: Date },
) {
  await lockEvent(tx, scope.eventId)
  const closed = await close(tx, scope, { importId, state: 'discarded', now })
  if (!closed) return { ok: false, reason: 'notOpen' } as const
  await note(tx, scope, { action: 'agenda.import.discarded', subjectId: importId, now })
  return { ok: true } as const
}

type Confirming = { importId: string; remove: ReadonlySet<string>; now: Date }

/**
 * Takes the schedule into the agenda, as chosen, in one transaction, and keeps a report of it. Refused as `notOpen`, and
 * as `noParts`, when it stays open.
 */
export async function confirmAgendaImport(
  database: Database,
  scope: EventScope,
  { importId, remove, now }: Confirming,
) {
  const row = await findAgendaImport(database.read, scope, importId)
  if (row?.state !== 'open') return { ok: false, reason: 'notOpen' } as const
  const schedule = await readImportedSchedule(database.read, row)
  return database
    .write(async (tx) => {
      await lockEvent(tx, scope.eventId)
      if (!(await close(tx, scope, { importId, state: 'done', now }))) throw new Refused('notOpen')
      const { choices, fileName } = row
      const taken = await takeSchedule(tx, scope, {
        schedule,
        choices,
        remove,
        fileName,
        now,
        pause: makePause(),
      })
      if (!taken.ok) throw new Refused(taken.reason)
      await tx.update(agendaImports).set({ report: taken.report }).where(within(scope, importId))
      return taken
    })
    .catch((error) => {
      if (error instanceof Refused) return { ok: false, reason: error.reason } as const
      throw error
    })
}

/** Undoes the transaction; never leaves this file. */
class Refused extends Error {
  readonly reason: 'notOpen' | 'noParts'
  constructor(reason: 'notOpen' | 'noParts') {
    super(reason)
    this.reason = reason
  }
}

/** What was read goes with the closing: it may hold more than was taken. */
async function close(
  tx: Tx,
  scope: EventScope,
  { importId, state, now }: { importId: string; state: 'done' | 'discarded'; now: Date },
) {
  const [row] = await tx
    .update(agendaImports)
    .set({ state, head: {}, confirmedAt: now })
    .where(and(within(scope, importId), eq(agendaImports.state, 'open')))
    .returning({ id: agendaImports.id })
  if (row) await tx.delete(agendaImportItems).where(eq(agendaImportItems.importId, importId))
  return row !== undefined
}

function within(scope: EventScope, importId: string) {
  return and(eq(agendaImports.id, importId), eq(agendaImports.eventId, scope.eventId))
}
