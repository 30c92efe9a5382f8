import type { Database } from '#db/client.server.ts'
import type { EventScope } from '../../accounts/scope.server.ts'
import { makePause } from '../../uploads/pause.server.ts'
import { takeSchedule } from './apply.server.ts'
import type { Choices } from './choices.ts'
import { readForEvent } from './imports.server.ts'
import { readKnownAgenda } from './known.server.ts'
import { parseSchedule } from './parse.server.ts'
import { planImport } from './plan.ts'
import type { FileRefusal, ReadSchedule } from './reading.ts'
import { type ImportReport, reportOf } from './report.ts'

type Given = {
  fileName: string
  bytes: Uint8Array
  choices: Choices
  /** Removes what an earlier file of this schedule brought and this one has not. */
  removeGone: boolean
  now: Date
  dryRun?: boolean
}
type Imported =
  | { ok: true; schedule: ReadSchedule; report: ImportReport }
  | { ok: false; reason: FileRefusal | 'noParts' }

/** Reads a schedule and takes it into the agenda in one transaction, as the screen does. `dryRun` writes nothing. */
export async function importAgenda(
  database: Database,
  scope: EventScope,
  { fileName, bytes, choices, removeGone, now, dryRun = false }: Given,
): Promise<Imported> {
  const read = await parseSchedule(bytes, await readForEvent(database.read, scope))
  if (!read.ok) return read
  const { schedule } = read
  if (dryRun) {
    const pause = makePause()
    const plan = await planImport(
      schedule,
      await readKnownAgenda(database.read, scope, pause),
      choices,
      pause,
    )
    if (!plan) return { ok: false, reason: 'noParts' }
    return { ok: true, schedule, report: reportOf(plan, schedule, removeGone ? plan.gone.length : 0) }
  }
  const remove = removeGone ? ('all' as const) : new Set<string>()
  const taken = await database.write((tx) =>
    takeSchedule(tx, scope, { schedule, choices, remove, fileName, now }),
  )
  return taken.ok ? { ok: true, schedule, report: taken.report } : taken
}
