import { basename } from 'node:path'
import type { OfficeScope } from '#app/accounts/scope.server.ts'
import type { Source } from '#app/directory/import/table.ts'
import { columnLabel as activityLabel } from '#app/exhibition/activities/columns.ts'
import { columnLabel as resultLabel } from '#app/exhibition/programmes/sheet/columns.ts'
import { headingOf } from '#app/exhibition/sheets/columns.ts'
import { importSheet } from '#app/exhibition/sheets/import.server.ts'
import { refusalText, reportLines } from '#app/exhibition/sheets/report-text.ts'
import { translator } from '#app/i18n/translator.ts'
import type { Database } from '#db/client.server.ts'

const t = translator('en')

type Given = {
  what: 'programme' | 'activities'
  file: string
  bytes: Uint8Array
  /** Words of the command line that begin with two dashes. */
  flags: ReadonlySet<string>
}
type Told = { ok: true; source: Source; lines: string[]; isTaken: boolean } | { ok: false; why: string }

/** Takes a sheet of results, or a list of activities, and tells what came of it in English. */
export async function importRows(
  database: Database,
  office: OfficeScope,
  { what, file, bytes, flags }: Given,
): Promise<Told> {
  const label = what === 'programme' ? resultLabel : activityLabel
  const result = await importSheet(database, office, {
    kind: what === 'programme' ? 'programmes' : 'activities',
    ...{ fileName: basename(file), bytes, now: new Date(), dryRun: flags.has('--dry-run') },
    said: saidIn(flags),
  })
  if (!result.ok) {
    const isUnsaid = result.reason === 'sourceNeeded'
    return {
      ok: false,
      why: isUnsaid ? 'say --as-of=<date> and --source=<text>.' : refusalText(result.reason, t),
    }
  }
  const { counts } = result.report
  const reader = {
    t,
    language: 'en' as const,
    label: (field: string) => headingOf(field, (base) => label(base, 'en'), 'en'),
  }
  return {
    ok: true,
    source: result.source,
    lines: reportLines(result.report, reader),
    isTaken: counts.new + counts.update + counts.same > 0,
  }
}

/** What a list of activities does not say itself; a source is in English, and the screen has the other languages. */
function saidIn(flags: ReadonlySet<string>) {
  const value = (name: string) => {
    const flag = [...flags].find((one) => one.startsWith(`--${name}=`))
    return flag?.slice(name.length + 3).trim()
  }
  const [name, asOf, source] = [value('name'), value('as-of'), value('source')]
  return { ...(name && { name }), ...(asOf && { asOf }), ...(source && { source: { en: source } }) }
}
