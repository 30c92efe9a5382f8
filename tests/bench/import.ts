import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { parse } from 'csv-parse/sync'
import type { OfficeScope } from '#app/accounts/scope.server.ts'
import { confirmInThread } from '#app/directory/import/confirm.server.ts'
import { planList, readEntries, readList } from '#app/directory/import.server.ts'
import { findImport, openImport, readImportLines } from '#app/directory/imports.server.ts'
import { organisationKeys, personKeys } from '#app/directory/keys.ts'
import { writeXlsx } from '#app/documents/spreadsheet.server.ts'
import { type Database, openDatabase } from '#db/client.server.ts'
import { newId } from '#db/id.server.ts'
import { offices } from '#db/schema/accounts.server.ts'
import { organisations, personEmails, persons } from '#db/schema/directory.server.ts'
import { anOffice, now } from '../support/builders.ts'
import { type Row, secondsOf, time } from './measure.ts'

setFlagsFromString('--expose-gc')
const collectGarbage = runInNewContext('gc') as () => void

const rows = 20_000

/** A guest list of 20,000 rows, taken as the screen takes it: read and shown, then confirmed; then the same again. */
export async function benchImport(): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'majlis-bench-'))
  const url = process.env.DATABASE_URL?.startsWith('postgres')
    ? process.env.DATABASE_URL
    : `file:${join(folder, 'import.db')}`
  const database = await openDatabase(url)
  try {
    const cells = aGuestList(rows)
    const plain = await secondsOf(() => insertUnchecked(database, asCsv(cells)))
    const idle = await measured(() => new Promise((resolve) => setTimeout(resolve, 2000)))
    const csv = await takeTwice(database, asCsv(cells))
    const xlsx = await takeTwice(database, await writeXlsx(asSheet(cells)))
    const beside = { plain, idle: idle.longestBlock }
    return [...reportOf('CSV', csv, beside), ...reportOf('XLSX', xlsx, beside)]
  } finally {
    await database.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

type Measured = { read: Taken; confirm: Taken; again: Taken }
type Taken = { seconds: number; longestBlock: number }

type Beside = { plain: number; idle: number }

/** A busy machine holds up an idle loop as well, so that is told beside it. */
function reportOf(format: string, { read, confirm, again }: Measured, { plain, idle }: Beside): Row[] {
  const row = (name: string, { seconds, longestBlock }: Taken): Row => ({
    name: `guest list of 20,000 rows (${format}): ${name}; loop held up at most ${Math.round(longestBlock)} ms (${Math.round(idle)} ms when idle)`,
    figure: time(seconds),
    against: `${time(plain)} parsed and inserted unchecked`,
    ratio: seconds / plain,
  })
  return [row('read, checked and shown', read), row('confirmed', confirm), row('confirmed once more', again)]
}

async function takeTwice(database: Database, bytes: Uint8Array): Promise<Measured> {
  const { scope, id } = await anOffice(database)
  const first = await openList(database, scope, bytes)
  const confirm = await measured(() => confirmed(database, scope, first.importId))
  const second = await openList(database, scope, bytes)
  const again = await measured(() => confirmed(database, scope, second.importId))
  const taken = await database.read.$count(persons)
  if (taken < rows * 0.9) throw new Error(`Only ${taken} persons were taken into office ${id}`)
  await forgetAll(database)
  return { read: first.measured, confirm, again }
}

async function openList(database: Database, scope: OfficeScope, bytes: Uint8Array) {
  let importId = ''
  const taken = await measured(async () => {
    const read = await readList(bytes)
    if (!read.ok) throw new Error(read.reason)
    const given = { fileName: 'g', bytes, list: read.list, now }
    const opened = await openImport(database, scope, given)
    if (!opened.ok) throw new Error(opened.reason)
    importId = opened.id
    const row = await findImport(database.read, scope, importId)
    if (!row) throw new Error('The list is not there')
    const { lines, layout } = await readImportLines(database.read, row)
    await planList(database.read, scope, await readEntries({ lines, ...layout }), row.choices)
  })
  return { importId, measured: taken }
}

async function confirmed(database: Database, scope: OfficeScope, importId: string) {
  const result = await confirmInThread(database, scope, { importId, now })
  if (!result.ok) throw new Error(result.reason)
}

/** How long `work` takes, and for how many milliseconds at most it keeps the thread from anything else. */
async function measured(work: () => Promise<unknown>): Promise<Taken> {
  // Making the lists leaves garbage that a server would not have; sweeping it would count as a block of ours.
  collectGarbage()
  const delay = monitorEventLoopDelay({ resolution: 1 })
  delay.enable()
  const seconds = await secondsOf(work)
  // What held the loop last is seen by a timer that comes after it.
  await new Promise((resolve) => setTimeout(resolve, 5))
  delay.disable()
  return { seconds, longestBlock: delay.max / 1e6 }
}

/** What the same rows cost when nobody looks for duplicates: parsed, and inserted a hundred at a time. */
async function insertUnchecked(database: Database, bytes: Uint8Array) {
  const { id: officeId } = await anOffice(database)
  const stamps = { officeId, createdAt: now, updatedAt: now }
  const lines: string[][] = parse(Buffer.from(bytes), { bom: true, fromLine: 2 })
  await database.write(async (tx) => {
    for (let at = 0; at < lines.length; at += 100) {
      const people = lines
        .slice(at, at + 100)
        .map(([name = '', arabic = '', , position = '', email = '']) => {
          const names = { latin: { full: name }, arabic: { full: arabic } }
          const content = { names, honorific: {}, position: { en: position }, phone: null, tags: [] }
          return { ...content, ...personKeys({ ...content, addresses: [email] }), id: newId(), email }
        })
      await tx.insert(persons).values(people.map(({ email: _, ...person }) => ({ ...person, ...stamps })))
      const addresses = people.map(({ id, email }) => ({ personId: id, address: email, addressKey: email }))
      await tx
        .insert(personEmails)
        .values(addresses.map((address) => ({ ...address, id: newId(), officeId, rank: 0 })))
    }
    const names = [...new Set(lines.map(([, , organisation = '']) => organisation))]
    const content = { acronym: null, aliases: [], email: null, phone: null, tags: [] }
    const made = names.map((name) => ({
      ...content,
      name: { en: name },
      id: newId(),
      kind: 'other' as const,
    }))
    for (let at = 0; at < made.length; at += 100)
      await tx
        .insert(organisations)
        .values(made.slice(at, at + 100).map((one) => ({ ...one, ...organisationKeys(one), ...stamps })))
  })
  await forgetAll(database)
}

async function forgetAll(database: Database) {
  await database.write((tx) => tx.delete(offices))
}

const first = 'Ahmed Mohammed Ali Hassan Shirin Karwan Zainab Sara Noor Layla Omar Maeve Jean Zeynep'.split(
  ' ',
)
const last = 'Aziz Hasan al-Jubouri Kareem Ébéné Çelik Tran Salih Rashid Haddad Khoury Amin Barzani'.split(
  ' ',
)
const arabicFirst = 'أحمد محمد علي حسن شيرين كاروان زينب سارة نور ليلى عمر ميف جان زينب'.split(' ')
const arabicLast = 'عزيز حسن الجبوري كريم ايبيني جيليك تران صالح رشيد حداد خوري أمين بارزاني'.split(' ')
const kinds = ['Ministry of Planning', 'Directorate of Health', 'Relief Association', 'University', 'Embassy']
const headings = ['Name', 'Arabic name', 'Organisation', 'Position', 'E-mail', 'Mobile', 'Language', 'Notes']

/** Names of three parts in two scripts, 500 organisations; one row in 20 repeats an earlier one, one in 50 is odd. */
function aGuestList(count: number): string[][] {
  const list = Array.from({ length: count }, (_, i) => {
    const n = i % 20 === 19 ? i - 7 : i
    const [a, b, c] = [n % first.length, Math.floor(n / 7) % last.length, Math.floor(n / 91) % first.length]
    const name = (of: string[], family: string[]) => `${of[a]} ${of[c]} ${family[b]}`
    return [
      name(first, last),
      name(arabicFirst, arabicLast),
      `${kinds[n % kinds.length]} ${n % 500}`,
      'Head of Department',
      n % 50 === 3 ? `guest${n}(at)un.example` : `Guest${n}@un${n % 500}.example`,
      `+964 770 ${String(n).padStart(7, '0')}`,
      ['English', 'عربي', 'کوردی', 'Dutch'][n % 4] ?? '',
      n % 9 ? '' : 'vegetarian, "no" seat at the front',
    ]
  })
  return [headings, ...list]
}

function asCsv(cells: string[][]): Uint8Array {
  const line = (row: string[]) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')
  return new TextEncoder().encode(cells.map(line).join('\r\n'))
}

function asSheet([top = [], ...others]: string[][]) {
  return { name: 'Guests', headings: top, rows: others }
}
