import { and, desc, eq } from 'drizzle-orm'
import { audit } from '#db/audit.server.ts'
import type { Database, Reader, Tx } from '#db/client.server.ts'
import { newId } from '#db/id.server.ts'
import { madeBefore } from '#db/made-before.server.ts'
import { users } from '#db/schema/accounts.server.ts'
import { importCells, imports } from '#db/schema/directory.server.ts'
import { lockOffice } from '../accounts/office.server.ts'
import type { OfficeScope } from '../accounts/scope.server.ts'
import { oneLine } from '../mail/address.ts'
import { isField, type Mapping } from './import/field-names.ts'
import { type Choice, isChoice } from './import/findings.ts'
import { type Layout, mappingOddities, recogniseLayout } from './import/header.ts'
import { makePause } from './import/pause.server.ts'
import { type ImportReport, reportOf } from './import/report.ts'
import { type GuestList, readEntries, takeList } from './import.server.ts'

const linesAtOnce = 400

/**
 * Keeps a list that was read, for somebody to check. Nothing of it is in the directory yet. The same upload sent again
 * opens no other.
 */
export async function openImport(
  tx: Tx,
  scope: OfficeScope,
  { id = newId(), fileName, list, now }: { id?: string; fileName: string; list: GuestList; now: Date },
) {
  await lockOffice(tx, scope)
  const before = await madeBefore(tx, imports, { id, ours: eq(imports.officeId, scope.officeId) })
  if (before) return before
  const pause = makePause()
  await tx.insert(imports).values({
    id,
    officeId: scope.officeId,
    userId: scope.actor.kind === 'user' ? scope.actor.id : null,
    fileName: oneLine(fileName).slice(0, 200).toWellFormed(),
    state: 'open',
    source: list.source,
    lineCount: list.lines.length,
    headerLine: list.headerLine,
    mapping: list.mapping,
    choices: {},
    createdAt: now,
  })
  for (let at = 0; at < list.lines.length; at += linesAtOnce) {
    const lines = list.lines.slice(at, at + linesAtOnce)
    await tx.insert(importCells).values({ importId: id, position: at, lines })
    await pause()
  }
  return { ok: true, id } as const
}

/** The office's imports, latest first. */
export async function readImports(read: Reader, scope: OfficeScope) {
  const rows = await read
    .select({
      id: imports.id,
      fileName: imports.fileName,
      state: imports.state,
      lineCount: imports.lineCount,
      report: imports.report,
      createdAt: imports.createdAt,
      by: users.name,
    })
    .from(imports)
    .leftJoin(users, eq(users.id, imports.userId))
    .where(eq(imports.officeId, scope.officeId))
    .orderBy(desc(imports.createdAt), desc(imports.id))
    .limit(100)
  return rows.map(({ report, ...row }) => ({
    ...row,
    counts: (report as ImportReport | null)?.counts ?? null,
  }))
}

/** One import of this office; null when there is none. */
export async function findImport(read: Reader, scope: OfficeScope, importId: string) {
  const [row] = await read.select().from(imports).where(within(scope, importId))
  if (!row) return null
  return {
    ...row,
    mapping: row.mapping.map((field): Mapping[number] => (isField(field) ? field : null)),
    choices: new Map(
      Object.entries(row.choices ?? {}).flatMap(([line, choice]): [number, Choice][] =>
        isChoice(choice) ? [[Number(line), choice]] : [],
      ),
    ),
    report: row.report as ImportReport | null,
  }
}

export type OpenImport = NonNullable<Awaited<ReturnType<typeof findImport>>>

/** The cells of an open import, and what its columns hold. */
export async function readImportLines(
  read: Reader,
  row: OpenImport,
): Promise<{ lines: string[][]; layout: Layout }> {
  const pause = makePause()
  const lines: string[][] = []
  for (let at = 0; at < row.lineCount; at += linesAtOnce) {
    const [cells] = await read
      .select({ lines: importCells.lines })
      .from(importCells)
      .where(and(eq(importCells.importId, row.id), eq(importCells.position, at)))
    for (const line of cells?.lines ?? []) lines.push(line)
    await pause()
  }
  return { lines, layout: layoutOf(lines, row) }
}

/** What was recognised, with what a person corrected. */
function layoutOf(lines: string[][], { headerLine, mapping }: OpenImport): Layout {
  const recognised = recogniseLayout(lines)
  const isSame = recognised.headerLine === headerLine
  const { headings, oddities } = isSame ? recognised : recogniseLayout(lines, headerLine)
  const ofFile = oddities.filter(({ code }) => code.startsWith('header'))
  return { headerLine, mapping, headings, oddities: [...ofFile, ...mappingOddities(mapping, headings)] }
}

type Correction = { importId: string; headerLine: number | null; mapping: Mapping }

/** Keeps which line has the headings and what each column holds. Refused as `notOpen`. */
export async function correctColumns(
  tx: Tx,
  scope: OfficeScope,
  { importId, headerLine, mapping }: Correction,
) {
  const [row] = await tx
    .update(imports)
    .set({ headerLine, mapping })
    .where(and(within(scope, importId), eq(imports.state, 'open')))
    .returning({ id: imports.id })
  return row ? ({ ok: true } as const) : ({ ok: false, reason: 'notOpen' } as const)
}

type Chosen = { importId: string; chosen: ReadonlyMap<number, Choice | null> }

/** Keeps what is to be done with some lines; null takes back what was chosen before. Refused as `notOpen`. */
export async function chooseLines(tx: Tx, scope: OfficeScope, { importId, chosen }: Chosen) {
  const row = await findImport(tx, scope, importId)
  if (row?.state !== 'open') return { ok: false, reason: 'notOpen' } as const
  for (const [line, choice] of chosen) {
    if (choice && line < row.lineCount) row.choices.set(line, choice)
    else row.choices.delete(line)
  }
  await tx
    .update(imports)
    .set({ choices: Object.fromEntries(row.choices) })
    .where(within(scope, importId))
  return { ok: true } as const
}

/** Forgets the list. Refused as `notOpen`. */
export async function discardImport(
  tx: Tx,
  scope: OfficeScope,
  { importId, now }: { importId: string; now: Date },
) {
  const closed = await close(tx, scope, { importId, state: 'discarded', now })
  if (!closed) return { ok: false, reason: 'notOpen' } as const
  await audit(tx, scope.actor, {
    officeId: scope.officeId,
    action: 'import.discard',
    subjectId: importId,
    now,
  })
  return { ok: true } as const
}

/**
 * Takes the list into the directory, as corrected and chosen, in one transaction, and keeps a report of it. Refused as
 * `notOpen`; as `nothing` when every line would be left out, and then the list stays open.
 */
export async function confirmImport(
  database: Database,
  scope: OfficeScope,
  { importId, now }: { importId: string; now: Date },
) {
  const row = await findImport(database.read, scope, importId)
  if (row?.state !== 'open') return { ok: false, reason: 'notOpen' } as const
  const { lines, layout } = await readImportLines(database.read, row)
  const entries = await readEntries({ lines, ...layout })
  return database
    .write(async (tx) => {
      if (!(await close(tx, scope, { importId, state: 'done', now }))) throw new Refused('notOpen')
      const plan = await takeList(tx, scope, { entries, chosen: row.choices, fileName: row.fileName, now })
      const report = reportOf(plan, layout.oddities)
      if (report.counts.leave === plan.lines.length) throw new Refused('nothing')
      await tx.update(imports).set({ report }).where(within(scope, importId))
      return { ok: true, report } as const
    })
    .catch((error) => {
      if (error instanceof Refused) return { ok: false, reason: error.reason } as const
      throw error
    })
}

/** Undoes the transaction; never leaves this file. */
class Refused extends Error {
  readonly reason: 'notOpen' | 'nothing'
  constructor(reason: 'notOpen' | 'nothing') {
    super(reason)
    this.reason = reason
  }
}

/** The cells go with the closing: they hold more about people than was taken. */
async function close(
  tx: Tx,
  scope: OfficeScope,
  { importId, state, now }: { importId: string; state: 'done' | 'discarded'; now: Date },
) {
  const [row] = await tx
    .update(imports)
    .set({ state, confirmedAt: now })
    .where(and(within(scope, importId), eq(imports.state, 'open')))
    .returning({ id: imports.id })
  if (row) await tx.delete(importCells).where(eq(importCells.importId, importId))
  return row !== undefined
}

function within(scope: OfficeScope, importId: string) {
  return and(eq(imports.id, importId), eq(imports.officeId, scope.officeId))
}
