import { lockOffice } from '#app/accounts/office.server.ts'
import type { OfficeScope } from '#app/accounts/scope.server.ts'
import { readTable } from '#app/directory/import/table.ts'
import { readLists } from '#app/exhibition/activities/read.server.ts'
import type { SheetKindName } from '#app/exhibition/sheets/kind.ts'
import { kinds } from '#app/exhibition/sheets/kinds.server.ts'
import { aSheetOf, recogniseSheet } from '#app/exhibition/sheets/layout.ts'
import { openSheet } from '#app/exhibition/sheets/uploads.server.ts'
import type { Database } from '#db/client.server.ts'
import { now } from './builders.ts'

/** A sheet of results: one that can be taken, and one that cannot. */
const results = 'Programme,Indicator,Number,As of,Source\nCRP,people reached,10,2015,IOM\nCRP,,=1+1,,\n'
/** A list of activities, with a code that means another governorate and a sector that is none of ours. */
const activities =
  'agency,activity,category,governorate,pcode\nACTED,Wells,WASH,Dahuk,IQ-G08\nActed,Songs,Choirs,Erbil,\nNRC,,,Atlantis,\n'

/** A list of activities that is taken, by its text; its id. */
export async function aList(
  database: Database,
  scope: OfficeScope,
  text: string,
  name = 'List',
): Promise<string> {
  const table = await readTable(new TextEncoder().encode(text), aSheetOf(kinds.activities.columns))
  if (!table.ok) throw new Error(table.reason)
  const { headerLine, mapping } = recogniseSheet(table.lines, kinds.activities.columns)
  const own = { name, asOf: '2014-10', source: { en: 'OCHA' } }
  await database.write(async (tx) => {
    await lockOffice(tx, scope)
    const reading = { lines: table.lines, headerLine, mapping, own, now }
    await kinds.activities.take(tx, scope, { ...reading, fileName: 'list.csv' })
  })
  const lists = await readLists(database.read, scope.officeId)
  return lists.find((list) => list.name === name)?.id ?? ''
}

/** Sheets of an office that wait to be checked, by the names they bear in `app/routes.ts`. */
export async function someSheets(database: Database, scope: OfficeScope) {
  const open = async (kind: SheetKindName, text: string) => {
    const bytes = new TextEncoder().encode(text)
    const file = await readTable(bytes, aSheetOf(kinds[kind].columns))
    if (!file.ok) throw new Error(file.reason)
    const opened = await openSheet(database, scope, { kind, fileName: 'waiting.csv', bytes, file, now })
    if (!opened.ok) throw new Error(opened.reason)
    return opened.id
  }
  return {
    resultsFile: await open('programmes', results),
    activitiesFile: await open('activities', activities),
  }
}
