import { monitorEventLoopDelay } from 'node:perf_hooks'
import { systemOfficeScope } from '#app/accounts/scope.server.ts'
import { issueLetters, type LetterTerms } from '#app/letters/issue.server.ts'
import { addSignatory } from '#app/letters/letterhead.server.ts'
import { zipLetters } from '#app/letters/print.server.ts'
import { everyLetter } from '#app/letters/register.server.ts'
import { newId } from '#db/id.server.ts'
import { anEvent, now } from '#tests/support/builders.ts'
import { aGuest, site } from '#tests/support/guests.ts'
import { memoryFiles } from '#tests/support/letters.ts'
import { benchDatabase } from './database.ts'
import { type Row, secondsOf, time } from './measure.ts'

const many = 1_000

/** 1,000 letters in Arabic and English, side by side with a code: into the register, and out as a ZIP of PDFs. */
export async function benchLetters(): Promise<Row[]> {
  const database = await benchDatabase()
  const event = await anEvent(database)
  const office = systemOfficeScope(event.officeId)
  for (let i = 0; i < many; i++)
    await aGuest(database, event, { name: `Guest ${i}`, email: `guest${i}@guest.example`, language: 'ar' })
  const content = {
    names: { latin: { full: 'Elena Marchetti' }, arabic: { full: 'إيلينا ماركيتي' } },
    position: { en: 'Chief of Mission', ar: 'رئيسة البعثة' },
  }
  const signer = await database.write((tx) => addSignatory(tx, office, { content, now }))
  const terms: LetterTerms = {
    templateId: 'formal',
    layout: 'side',
    language: 'ar',
    second: 'en',
    signatoryId: signer.ok ? signer.id : null,
    datedOn: '2026-11-23',
    hasCode: true,
  }
  const batch = { audience: { who: 'all' }, invitationId: null, isFirst: true, batchId: newId() } as const

  const delay = monitorEventLoopDelay({ resolution: 5 })
  delay.enable()
  const issuing = await secondsOf(async () => {
    const issued = await issueLetters(database, event.scope, { ...batch, expected: many, terms, now })
    if (!issued.ok || issued.count !== many) throw new Error(JSON.stringify(issued))
  })
  const heldByIssuing = delay.max / 1e6
  delay.reset()
  let bytes = 0
  const before = process.cpuUsage()
  const printing = await secondsOf(async () => {
    const stores = { database, files: memoryFiles() }
    const reader = zipLetters({ stores, scope: event.scope, site }, everyLetter).getReader()
    for (let next = await reader.read(); !next.done; next = await reader.read()) bytes += next.value.length
  })
  // On a machine that is busy with other things, only this says what the letters themselves took.
  const { user, system } = process.cpuUsage(before)
  const heldByPrinting = delay.max / 1e6
  delay.disable()
  await database.drop()
  const held = (milliseconds: number) => `${milliseconds.toFixed(0)} ms`
  return [
    {
      name: '1,000 letters in two languages into the register',
      figure: time(issuing),
      against: `others held up ${held(heldByIssuing)} at most`,
      ratio: null,
    },
    {
      name: `the same as a ZIP of PDFs (${Math.round(bytes / 1e6)} MB)`,
      figure: time(printing),
      against: `pass line 10 s; ${time((user + system) / 1e6)} of processor; others held up ${held(heldByPrinting)} at most`,
      ratio: null,
    },
  ]
}
