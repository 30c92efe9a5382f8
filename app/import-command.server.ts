import { mkdirSync, readFileSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import { eq } from 'drizzle-orm'
import { type OfficeScope, systemEventScope, systemOfficeScope } from '#app/accounts/scope.server.ts'
import { importAgenda } from '#app/agenda/exchange/import.server.ts'
import { importLines } from '#app/agenda/exchange/report-text.ts'
import { oddityText } from '#app/directory/import/oddity-text.ts'
import type { ImportReport } from '#app/directory/import/report.ts'
import type { Source } from '#app/directory/import/table.ts'
import { importGuests } from '#app/directory/import.server.ts'
import { readEnv, SettingError } from '#app/env.server.ts'
import { importFigures } from '#app/exhibition/displacement/import.server.ts'
import { refusalText, reportLines } from '#app/exhibition/displacement/report-text.ts'
import { isolate } from '#app/i18n/format.ts'
import { translator } from '#app/i18n/translator.ts'
import { importRows } from '#app/import-sheets.server.ts'
import { type Database, openDatabase, sqlitePath } from '#db/client.server.ts'
import { NewerSchemaError } from '#db/migrate.server.ts'
import { offices } from '#db/schema/accounts.server.ts'
import { events } from '#db/schema/events.server.ts'

const usage = [
  'Usage: npm run import -- guests <file> [--dry-run]',
  '       npm run import -- agenda <event> <file> [--dry-run] [--overwrite] [--remove-gone]',
  '       npm run import -- displacement <file> [--dry-run] [--by-name]',
  '       npm run import -- programme <file> [--dry-run]',
  '       npm run import -- activities <file> --as-of=<date> --source=<text> [--name=<text>] [--dry-run]',
].join('\n')
/** One that takes a value ends with `=`. */
const flagsOf = {
  guests: ['--dry-run'],
  agenda: ['--dry-run', '--overwrite', '--remove-gone'],
  displacement: ['--dry-run', '--by-name'],
  programme: ['--dry-run'],
  activities: ['--dry-run', '--as-of=', '--source=', '--name='],
}
type What = keyof typeof flagsOf
const t = translator('en')

/** Where a command's words go, and where its settings come from. */
export type Terminal = {
  settings: NodeJS.ProcessEnv
  say(line: string): void
  /** For what went wrong. */
  complain(line: string): void
}

/** What `npm run import` does with these words; 0 when it has taken something, else 1. Throws what is a fault of ours. */
export async function runImport(given: string[], terminal: Terminal): Promise<number> {
  try {
    return await run(given, terminal)
  } catch (error) {
    // What the person at the command line can mend is told in one line.
    if (!(error instanceof SettingError || error instanceof NewerSchemaError)) throw error
    terminal.complain(error.message)
    return 1
  }
}

/** What a command asks for; `event` is the slug of the event whose agenda it is. */
type Asked = { what: What; event: string | null; file: string; flags: Set<string> }

/** The words of a command line understood; null when they are not ones we know. */
function readWords(given: string[]): Asked | null {
  const [what, ...words] = given.filter((word) => !word.startsWith('--'))
  if (!isWhat(what)) return null
  const flags = given.filter((word) => word.startsWith('--'))
  const named = flags.map((flag) => flag.replace(/=.*$/s, '='))
  const [file, event = null, ...more] = words.toReversed()
  const isWhole = (what === 'agenda') === (event !== null) && more.length === 0
  if (!file || !isWhole || named.some((flag) => !flagsOf[what].includes(flag))) return null
  return { what, event, file, flags: new Set(flags) }
}

function isWhat(word: string | undefined): word is What {
  return word !== undefined && Object.hasOwn(flagsOf, word)
}

async function run(given: string[], terminal: Terminal): Promise<number> {
  const asked = readWords(given)
  if (!asked) return refuse(terminal, usage)
  const bytes = readBytes(asked.file)
  if (typeof bytes === 'string') return refuse(terminal, `${asked.file} cannot be read: ${bytes}.`)
  const { DATABASE_URL } = readEnv(terminal.settings)
  if (!/^postgres/.test(DATABASE_URL)) mkdirSync(dirname(sqlitePath(DATABASE_URL)), { recursive: true })
  const database = await openDatabase(DATABASE_URL)
  try {
    const { event, what } = asked
    if (event !== null) return await takeAgenda(database, { ...asked, event }, bytes, terminal)
    if (what === 'programme' || what === 'activities')
      return await takeRows(database, { ...asked, what }, bytes, terminal)
    const take = what === 'guests' ? takeGuests : takeDisplacement
    return await take(database, asked, bytes, terminal)
  } finally {
    await database.close()
  }
}

async function takeGuests(
  database: Database,
  { file, flags }: Asked,
  bytes: Uint8Array,
  terminal: Terminal,
): Promise<number> {
  const office = await onlyOffice(database)
  if (typeof office === 'string') return refuse(terminal, office)
  const dryRun = flags.has('--dry-run')
  const result = await importGuests(database, office, {
    fileName: basename(file),
    bytes,
    now: new Date(),
    dryRun,
  })
  if (!result.ok) return refuse(terminal, `${file}: ${t(`imports:refused.${result.reason}`)}`)
  terminal.say(`${basename(file)}: ${howRead(result.source)}`)
  tell(result.report, terminal.say)
  if (dryRun) terminal.say('Nothing was written.')
  const { counts } = result.report
  return counts.new + counts.update + counts.same > 0 ? 0 : 1
}

/** The office, or why none can be meant. */
async function onlyOffice(database: Database): Promise<OfficeScope | string> {
  const [office, ...more] = await database.read.select({ id: offices.id }).from(offices).limit(2)
  if (!office) return 'There is no office yet: open /setup first.'
  if (more.length) return 'There are several offices here; import on the screen of the one you mean.'
  return systemOfficeScope(office.id)
}

async function takeDisplacement(
  database: Database,
  { file, flags }: Asked,
  bytes: Uint8Array,
  terminal: Terminal,
): Promise<number> {
  const office = await onlyOffice(database)
  if (typeof office === 'string') return refuse(terminal, office)
  const dryRun = flags.has('--dry-run')
  const given = { fileName: basename(file), bytes, now: new Date(), dryRun, byName: flags.has('--by-name') }
  const result = await importFigures(database, office, given)
  if (!result.ok) return refuse(terminal, `${file}: ${refusalText(result.reason, t)}`)
  terminal.say(`${basename(file)}: ${howRead(result.source)}`)
  for (const line of reportLines(result.report, { t, language: 'en' })) terminal.say(line)
  if (dryRun) terminal.say('Nothing was written.')
  const { counts } = result.report
  return counts.new + counts.update + counts.same > 0 ? 0 : 1
}

async function takeRows(
  database: Database,
  { what, file, flags }: Asked & { what: 'programme' | 'activities' },
  bytes: Uint8Array,
  terminal: Terminal,
): Promise<number> {
  const office = await onlyOffice(database)
  if (typeof office === 'string') return refuse(terminal, office)
  const told = await importRows(database, office, { what, file, bytes, flags })
  if (!told.ok) return refuse(terminal, `${file}: ${told.why}`)
  terminal.say(`${basename(file)}: ${howRead(told.source)}`)
  for (const line of told.lines) terminal.say(line)
  if (flags.has('--dry-run')) terminal.say('Nothing was written.')
  return told.isTaken ? 0 : 1
}

async function takeAgenda(
  database: Database,
  { event: slug, file, flags }: Asked & { event: string },
  bytes: Uint8Array,
  terminal: Terminal,
): Promise<number> {
  const [event] = await database.read.select().from(events).where(eq(events.slug, slug))
  if (!event) return refuse(terminal, `There is no event “${slug}”.`)
  const dryRun = flags.has('--dry-run')
  const result = await importAgenda(database, systemEventScope(event), {
    fileName: basename(file),
    bytes,
    choices: { partId: null, edits: flags.has('--overwrite') ? 'overwrite' : 'keep' },
    removeGone: flags.has('--remove-gone'),
    now: new Date(),
    dryRun,
  })
  if (!result.ok) return refuse(terminal, `${file}: ${t(`exchange:refused.${result.reason}`)}`)
  terminal.say(`${basename(file)}: ${result.schedule.format} ${isolate(result.schedule.source)}`)
  for (const line of importLines(result.report, { t, language: 'en', zone: event.zone })) terminal.say(line)
  if (dryRun) terminal.say('Nothing was written.')
  const { counts } = result.report
  return counts.new + counts.changed + counts.same > 0 ? 0 : 1
}

function refuse({ complain }: Terminal, line: string): number {
  complain(line)
  return 1
}

function howRead({ format, encoding, sheet }: Source): string {
  return [format, encoding, sheet && t('imports:sheet', { name: isolate(sheet) })].filter(Boolean).join(', ')
}

function tell({ counts, organisations, oddities, lines, remarked }: ImportReport, say: Terminal['say']) {
  for (const oddity of oddities) say(`! ${oddityText(oddity, t, String)}`)
  for (const { line, outcome, name, findings } of lines) {
    const remarks = findings.map(({ code, detail, line: other }) =>
      t(`imports:finding.${code}`, { detail: detail && isolate(detail), line: (other ?? 0) + 1 }),
    )
    say(`row ${line + 1}: ${t(`imports:outcome.${outcome}`)}: ${isolate(name)} – ${remarks.join('; ')}`)
  }
  if (remarked > lines.length) say(`… and ${remarked - lines.length} more`)
  say(`taken ${counts.new}, updated ${counts.update}, unchanged ${counts.same}, left out ${counts.leave}`)
  if (organisations) say(`organisations added because rows named them: ${organisations}`)
}

/** The file, or why it cannot be read. */
function readBytes(file: string): Uint8Array | string {
  try {
    return readFileSync(file)
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException
    const known: Record<string, string> = {
      ENOENT: 'there is no such file',
      EISDIR: 'it is a folder',
      EACCES: 'permission is refused',
    }
    return known[code] ?? code
  }
}
