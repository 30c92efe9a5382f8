import type { Reader } from '#db/client.server.ts'
import type { OfficeScope } from '../../accounts/scope.server.ts'
import { type Pause, withoutPause } from '../../uploads/pause.server.ts'
import type { Reading, SheetKind } from '../sheets/kind.ts'
import { type ActivityChoices, activityChoices, longestListName, refuseList } from './choices.ts'
import { activityColumns } from './columns.ts'
import { findList, readActivities, readNames } from './known.server.ts'
import { planActivities } from './plan.ts'
import { type Row, rowReader } from './rows.ts'
import { takeActivities } from './take.server.ts'

/** Lists of who does what where. */
export const activitySheets: SheetKind = {
  columns: activityColumns,
  async propose(read, scope, fileName): Promise<ActivityChoices> {
    const name = fileName
      .replace(/\.\w{1,5}$/, '')
      .replace(/[_\s]+/g, ' ')
      .trim()
      .slice(0, longestListName)
    const list = await findList(read, scope, name)
    const { asOf = '', source = {}, sourceUrl = null } = list ?? {}
    return { name: list?.name ?? name, asOf, source, sourceUrl, sectors: {} }
  },
  refuse: (own) => refuseList(activityChoices(own)),
  plan: async (read, scope, reading, pause) => (await planOf(read, scope, reading, pause)).plan,
  async take(tx, scope, { fileName, ...reading }) {
    const { plan, list } = await planOf(tx, scope, reading, withoutPause)
    const choices = activityChoices(reading.own)
    await takeActivities(tx, scope, { plan, list, choices, fileName, now: reading.now })
    return { lines: plan.lines, notes: plan.notes }
  },
}

async function planOf(read: Reader, scope: OfficeScope, reading: Reading, pause: Pause) {
  const choices = activityChoices(reading.own)
  const [names, list] = await Promise.all([readNames(read, scope), findList(read, scope, choices.name)])
  const known = list ? await readActivities(read, list.id) : []
  const reader = rowReader(reading, choices, names)
  const rows: Row[] = []
  for (let line = reader.first; line < reading.lines.length; line++) {
    const row = reader.read(line)
    if (row) rows.push(row)
    await pause()
  }
  return { list, plan: await planActivities({ rows, known, choices }, pause) }
}
