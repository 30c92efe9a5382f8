import { eq } from 'drizzle-orm'
import type { Database, Reader, Tx } from '#db/client.server.ts'
import { events } from '#db/schema/events.server.ts'
import type { EventScope } from '../../accounts/scope.server.ts'
import { lockEvent } from '../../events/lock.server.ts'
import { chooseForUpload, discardUpload, takeUpload } from '../../uploads/close.server.ts'
import { keepUpload } from '../../uploads/keep.server.ts'
import { findUpload, readLines, type Upload } from '../../uploads/read.server.ts'
import { takeSchedule } from './apply.server.ts'
import { type Choices, choicesFrom, proposed } from './choices.ts'
import type { ReadFor, ReadItem, ReadSchedule } from './reading.ts'
import type { ImportReport } from './report.ts'

const kind = 'schedule'
const linesAtOnce = 40

/** What a file for this event's agenda is read for. */
export async function readForEvent(read: Reader, scope: EventScope): Promise<ReadFor> {
  const [event] = await read
    .select({ zone: events.zone, languages: events.languages })
    .from(events)
    .where(eq(events.id, scope.eventId))
  return { zone: event?.zone ?? 'UTC', languages: event?.languages ?? [] }
}

type Opening = { id?: string; fileName: string; bytes: Uint8Array; schedule: ReadSchedule; now: Date }

/** Keeps a schedule that was read, for somebody to check; see `keepUpload`. The agenda is as it was. */
export function openAgendaImport(database: Database, scope: EventScope, { schedule, ...file }: Opening) {
  const { items: lines, ...head } = schedule
  return keepUpload(database, scope, { ...file, kind, head, choices: proposed, lines, linesAtOnce })
}

/** One import of this event; null when there is none. */
export async function findAgendaImport(read: Reader, scope: EventScope, importId: string) {
  const upload = await findUpload(read, scope, { kind, id: importId })
  if (!upload) return null
  return {
    ...upload,
    choices: choicesFrom(upload.choices),
    report: upload.report as ImportReport | null,
  }
}

/** The schedule of an open import as it was read. */
export async function readImportedSchedule(
  read: Reader,
  upload: Pick<Upload, 'id' | 'head'>,
): Promise<ReadSchedule> {
  const items = await readLines<ReadItem>(read, upload)
  return { ...(upload.head as Omit<ReadSchedule, 'items'>), items }
}

type Chosen = { importId: string; choices: Choices }

/** Keeps where items shall belong and what happens to what was edited here. Refused as `notOpen`. */
export function chooseForImport(tx: Tx, scope: EventScope, { importId, choices }: Chosen) {
  return chooseForUpload(tx, scope, { kind, id: importId, choose: () => choices })
}

/** Forgets a schedule. Refused as `notOpen` when it was taken. */
export function discardAgendaImport(
  tx: Tx,
  scope: EventScope,
  { importId, now }: { importId: string; now: Date },
) {
  return discardUpload(tx, scope, { kind, id: importId, now })
}

type Confirming = { importId: string; remove: ReadonlySet<string>; now: Date }

/**
 * Takes the schedule into the agenda, as chosen; see `takeUpload`. Refused as `notOpen`, and as `noParts`, when it stays
 * open.
 */
export function confirmAgendaImport(
  database: Database,
  scope: EventScope,
  { importId, remove, now }: Confirming,
) {
  return takeUpload<ImportReport, 'noParts'>(database, scope, { kind, id: importId, now }, async (upload) => {
    const schedule = await readImportedSchedule(database.read, upload)
    const { fileName } = upload
    const choices = choicesFrom(upload.choices)
    return {
      lock: (tx) => lockEvent(tx, scope.eventId),
      take: (tx) => takeSchedule(tx, scope, { schedule, choices, remove, fileName, now }),
    }
  })
}
