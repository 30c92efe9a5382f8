import { mkdirSync, readFileSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import { systemOfficeScope } from '#app/accounts/scope.server.ts'
import { oddityText } from '#app/directory/import/oddity-text.ts'
import type { ImportReport } from '#app/directory/import/report.ts'
import type { Source } from '#app/directory/import/table.ts'
import { importGuests } from '#app/directory/import.server.ts'
import { readEnv, SettingError } from '#app/env.server.ts'
import { isolate } from '#app/i18n/format.ts'
import { translator } from '#app/i18n/translator.ts'
import { openDatabase, sqlitePath } from '#db/client.server.ts'
import { NewerSchemaError } from '#db/migrate.server.ts'
import { offices } from '#db/schema/accounts.server.ts'

const usage = 'Usage: npm run import -- guests <file> [--dry-run]'
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

async function run(given: string[], { settings, say, complain }: Terminal): Promise<number> {
  const refuse = (line: string) => {
    complain(line)
    return 1
  }
  const dryRun = given.includes('--dry-run')
  const [what, file, ...more] = given.filter((word) => word !== '--dry-run')
  if (what !== 'guests' || !file || file.startsWith('--') || more.length) return refuse(usage)
  const bytes = readBytes(file)
  if (typeof bytes === 'string') return refuse(`${file} cannot be read: ${bytes}.`)
  const { DATABASE_URL } = readEnv(settings)
  if (!/^postgres/.test(DATABASE_URL)) mkdirSync(dirname(sqlitePath(DATABASE_URL)), { recursive: true })
  const database = await openDatabase(DATABASE_URL)
  try {
    const known = await database.read.select({ id: offices.id }).from(offices).limit(2)
    const [office] = known
    if (!office) return refuse('There is no office yet: open /setup first.')
    if (known.length > 1)
      return refuse('There are several offices here; import on the screen of the one you mean.')
    const result = await importGuests(database, systemOfficeScope(office.id), {
      fileName: basename(file),
      bytes,
      now: new Date(),
      dryRun,
    })
    if (!result.ok) return refuse(`${file}: ${t(`imports:refused.${result.reason}`)}`)
    say(`${basename(file)}: ${howRead(result.source)}`)
    tell(result.report, say)
    if (dryRun) say('Nothing was written.')
    const { counts } = result.report
    return counts.new + counts.update + counts.same > 0 ? 0 : 1
  } finally {
    await database.close()
  }
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
