import type { Reader } from '#db/client.server.ts'
import type { OfficeScope } from '../../../accounts/scope.server.ts'
import { type Pause, withoutPause } from '../../../uploads/pause.server.ts'
import type { Reading, SheetKind } from '../../sheets/kind.ts'
import { programmeChoices } from '../read.server.ts'
import { programmeColumns } from './columns.ts'
import { readKnown } from './known.server.ts'
import { planResults } from './plan.ts'
import { type Row, rowReader } from './rows.ts'
import { takeResults } from './take.server.ts'

/** What is asked besides: to which programme rows belong that name none. */
export type ProgrammeSheetChoices = { programmeId: string | null }

export function programmeSheetChoices(kept: unknown): ProgrammeSheetChoices {
  const { programmeId } = (kept ?? {}) as Partial<Record<keyof ProgrammeSheetChoices, unknown>>
  return { programmeId: typeof programmeId === 'string' ? programmeId : null }
}

/** Results of programmes. */
export const programmeSheets: SheetKind = {
  columns: programmeColumns,
  async propose(read, { officeId }): Promise<ProgrammeSheetChoices> {
    const [only, ...others] = await programmeChoices(read, officeId)
    return { programmeId: only && !others.length ? only.id : null }
  },
  refuse: () => null,
  plan: planOf,
  async take(tx, scope, { fileName, ...reading }) {
    const plan = await planOf(tx, scope, reading, withoutPause)
    await takeResults(tx, scope, { plan, fileName, now: reading.now })
    return { lines: plan.lines, notes: plan.notes }
  },
}

async function planOf(read: Reader, scope: OfficeScope, reading: Reading, pause: Pause) {
  const reader = rowReader(reading, tomorrow(reading.now))
  const rows: Row[] = []
  for (let line = reader.first; line < reading.lines.length; line++) {
    const row = reader.read(line)
    if (row) rows.push(row)
    await pause()
  }
  const { programmeId } = programmeSheetChoices(reading.own)
  return planResults({ rows, known: await readKnown(read, scope), fallbackId: programmeId }, pause)
}

/** East of here a day begins earlier; nothing can have been counted later than that. */
function tomorrow(now: Date): string {
  return new Date(now.getTime() + 86_400_000).toISOString().slice(0, 10)
}
