import type { Reader, Tx } from '#db/client.server.ts'
import type { OfficeScope } from '../../accounts/scope.server.ts'
import type { Pause } from '../../uploads/pause.server.ts'
import type { Columns } from './columns.ts'
import type { Mapping } from './layout.ts'
import type { SheetPlan } from './plan.ts'

export type SheetKindName = 'programmes' | 'activities'

/** A sheet as it is to be read; `own` is what its kind asks besides, as somebody chose it. */
export type Reading = {
  lines: readonly string[][]
  headerLine: number | null
  mapping: Mapping
  own: unknown
  now: Date
}

/** What a kind of sheet brings: its columns, what is asked besides, and what comes of it. */
export type SheetKind = {
  columns: Columns
  /** What is proposed where the sheet does not say itself. */
  propose(read: Reader, scope: OfficeScope, fileName: string): Promise<unknown>
  /** What taking it would do, line by line; nothing is written. */
  plan(read: Reader, scope: OfficeScope, reading: Reading, pause: Pause): Promise<SheetPlan>
  /** Why it cannot be taken as chosen so far; null when it can. */
  refuse(own: unknown): string | null
  /** Takes it, the office being held; a sheet that brings nothing new changes nothing. */
  take(tx: Tx, scope: OfficeScope, reading: Reading & { fileName: string }): Promise<SheetPlan>
}
