import { existsSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readDatasets } from '#app/exhibition/displacement/datasets.server.ts'
import { readFigureFile } from '#app/exhibition/displacement/import.server.ts'
import { recogniseLayout } from '#app/exhibition/displacement/layout.ts'
import { planFile } from '#app/exhibition/displacement/plan-file.server.ts'
import { readRounds } from '#app/exhibition/displacement/read.server.ts'
import { reportOf } from '#app/exhibition/displacement/report.ts'
import { makePause } from '#app/uploads/pause.server.ts'
import { anOffice, now } from '#tests/support/builders.ts'
import { testDatabase } from '#tests/support/database.ts'
import { takeFile } from '#tests/support/displacement.ts'
import { aZip, workbookParts } from '#tests/support/lists.ts'

const real = '../shared/data/iraq/dtm_iraq_idp_admin1.csv'

// Skipped where the folder of real data is absent, as in a clone of this project.
test.skipIf(!existsSync(real))('DTM’s own file for Iraq comes in whole', async () => {
  const database = await testDatabase()
  const { scope } = await anOffice(database)
  const report = await takeFile(database, scope, readFileSync(real))
  expect(report).toMatchObject({
    counts: { new: 1430, update: 0, same: 0, leave: 0 },
    unknown: 0,
    remarked: 0,
  })
  expect(report.oddities.map(({ code }) => code)).toEqual(['roundTwice', 'placesMissing'])
  const [dataset] = await readDatasets(database.read, scope)
  const rounds = await readRounds(database.read, dataset?.id ?? '')
  expect(rounds).toHaveLength(80)
  expect(rounds.at(-1)).toMatchObject({
    round: 132,
    reportedOn: '2024-04-30',
    individuals: 1_098_913,
    places: 18,
  })
  expect((await takeFile(database, scope, readFileSync(real))).counts.same).toBe(1430)
})

test('files that are none, too large or far too large when unpacked are refused', async () => {
  const reason = async (bytes: Uint8Array) => {
    const read = await readFigureFile(bytes)
    return read.ok ? 'read' : read.reason
  }
  const bomb = aZip(workbookParts('<row r="1"/>'.repeat(30_000_000 / 12)))
  expect(await reason(new Uint8Array())).toBe('empty')
  expect(await reason(new Uint8Array(100 * 1024 * 1024))).toBe('tooLarge')
  expect(await reason(bomb)).toBe('bomb')
  expect(await reason(new TextEncoder().encode('<html><body>DTM</body></html>'))).toBe('notSpreadsheet')
  expect(await reason(new TextEncoder().encode('%PDF-1.7'))).toBe('notSpreadsheet')
  expect(await reason(new TextEncoder().encode('a,b\n'.repeat(50_001)))).toBe('tooManyLines')
}, 60_000)

test('whatever stands in a file, it is read to its end, and every line is taken or told', async () => {
  const database = await testDatabase()
  const { scope } = await anOffice(database)
  const cell = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 12 }),
    fc.constantFrom(
      'IQG15',
      'IRQ-G11',
      'IQ-G05',
      '__proto__',
      'constructor',
      '#adm1+code',
      '=HYPERLINK("x")',
      '1,234',
      '30/04/2024',
      'Total',
    ),
  )
  const line = fc.array(cell, { minLength: 4, maxLength: 8 })
  await fc.assert(
    fc.asyncProperty(fc.array(line, { maxLength: 20 }), async (body) => {
      const lines = [['Operation', 'Pcode', 'IDP individuals', 'Date', 'District', 'Round'], ...body]
      const layout = recogniseLayout(lines)
      const choices = {
        ...layout,
        operation: 'x',
        population: 'idps' as const,
        ...{ order: null, date: '', round: 0 },
        doubles: 'last' as const,
        places: {},
      }
      const plan = await planFile(database.read, scope, { lines, choices, now }, makePause())
      for (const { outcome, findings } of plan.lines)
        expect(outcome !== 'leave' || findings.length > 0).toBe(true)
      const { counts } = reportOf(plan, layout)
      expect(counts.new + counts.update + counts.same + counts.leave).toBe(plan.lines.length)
    }),
    { numRuns: 60 },
  )
}, 60_000)
