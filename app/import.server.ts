import { mkdirSync, readFileSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import { eq } from 'drizzle-orm'
import { systemEventScope, systemOfficeScope } from '#app/accounts/scope.server.ts'
import { importAgenda } from '#app/agenda/exchange/import.server.ts'
import { importLines } from '#app/agenda/exchange/report-text.ts'
import { oddityText } from '#app/directory/import/oddity-text.ts'
import type { ImportReport } from '#app/directory/import/report.ts'
import type { Source } from '#app/directory/import/table.ts'
import { importGuests } from '#app/directory/import.server.ts'
import { readEnv, SettingError } from '#app/env.server.ts'
import { isolate } from '#app/i18n/format.ts'
import { translator } from '#app/i18n/translator.ts'
import { type Database, openDatabase, sqlitePath } from '#db/client.server.ts'
import { NewerSchemaError } from '#db/migrate.server.ts'
import { offices } from '#db/schema/accounts.server.ts'
import { events } from '#db/schema/events.server.ts'

const usage = [
  'Usage: npm run import -- guests <file> [--dry-run]',
  '       npm run import -- agenda <event> <file> [--dry-run] [--overwrite] [--remove-gone]',
].join('\n')
const flags = ['--dry-run', '--overwrite', '--remove-gone']
const t = translator('en')

try {
  process.exitCode = await run(process.argv.slice(2))
} catch (error) {
  // What the person at the command line can mend is told in one line; anything else with its stack.
  const isTold = error instanceof SettingError || error instanceof NewerSchemaError
  process.exitCode = complain(isTold ? error.message : String((error as Error).stack))
}

async function run(given: string[]): Promise<number> {
  const words = given.filter((word) => !flags.includes(word))
  const has = (flag: string) => given.includes(flag)
  const [what, ...rest] = words
  const isStrange = given.some((word) => word.startsWith('--') && !flags.includes(word))
  const [file, slug] = what === 'agenda' ? [rest[1], rest[0]] : [rest[0]]
  const isKnown = (what === 'guests' && rest.length === 1) || (what === 'agenda' && rest.length === 2)
  if (!isKnown || !file || isStrange) return complain(usage)
  const bytes = readBytes(file)
  if (typeof bytes === 'string') return complain(`${file} cannot be read: ${bytes}.`)
  const { DATABASE_URL } = readEnv()
  if (!/^postgres/.test(DATABASE_URL)) mkdirSync(dirname(sqlitePath(DATABASE_URL)), { recursive: true })
  const database = await openDatabase(DATABASE_URL)
  const asked = { file, bytes, dryRun: has('--dry-run') }
  try {
    return slug === undefined
      ? await importList(database, asked)
      : await importSchedule(database, {
          ...asked,
          slug,
          overwrite: has('--overwrite'),
          removeGone: has('--remove-gone'),
        })
  } finally {
    await database.close()
  }
}

type Asked = { file: string; bytes: Uint8Array; dryRun: boolean }

async function importList(database: Database, { file, bytes, dryRun }: Asked): Promise<number> {
  const known = await database.read.select({ id: offices.id }).from(offices).limit(2)
  const [office] = known
  if (!office) return complain('There is no office yet: open /setup first.')
  if (known.length > 1)
    return complain('There are several offices here; import on the screen of the one you mean.')
  const result = await importGuests(database, systemOfficeScope(office.id), {
    fileName: basename(file),
    bytes,
    now: new Date(),
    dryRun,
  })
  if (!result.ok) return complain(`${file}: ${t(`imports:refused.${result.reason}`)}`)
  say(`${basename(file)}: ${howRead(result.source)}`)
  tell(result.report)
  if (dryRun) say('Nothing was written.')
  const { counts } = result.report
  return counts.new + counts.update + counts.same > 0 ? 0 : 1
}

type AskedAgenda = Asked & { slug: string; overwrite: boolean; removeGone: boolean }

async function importSchedule(
  database: Database,
  { file, bytes, dryRun, slug, overwrite, removeGone }: AskedAgenda,
): Promise<number> {
  const [event] = await database.read.select().from(events).where(eq(events.slug, slug))
  if (!event) return complain(`There is no event “${slug}”.`)
  const result = await importAgenda(database, systemEventScope(event), {
    fileName: basename(file),
    bytes,
    choices: { partId: null, edits: overwrite ? 'overwrite' : 'keep' },
    removeGone,
    now: new Date(),
    dryRun,
  })
  if (!result.ok) return complain(`${file}: ${t(`exchange:refused.${result.reason}`)}`)
  say(`${basename(file)}: ${result.schedule.format} ${isolate(result.schedule.source)}`)
  for (const line of importLines(result.report, { t, language: 'en', zone: event.zone })) say(line)
  if (dryRun) say('Nothing was written.')
  const { counts } = result.report
  return counts.new + counts.changed + counts.same > 0 ? 0 : 1
}

function howRead({ format, encoding, sheet }: Source): string {
  return [format, encoding, sheet && t('imports:sheet', { name: isolate(sheet) })].filter(Boolean).join(', ')
}

function tell({ counts, organisations, oddities, lines, remarked }: ImportReport) {
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

function say(line: string) {
  process.stdout.write(`${line}\n`)
}

function complain(line: string): number {
  console.error(line)
  return 1
}
