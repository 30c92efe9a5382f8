import type { Reader } from '#db/client.server.ts'
import { governorates } from '../governorates.ts'
import { exhibitMeasures } from '../map/measure.ts'
import { readMeasure } from '../map/measures.server.ts'
import type { Sector } from '../sectors.ts'
import { frameOf, pageOf, reuseFile, type Source } from './envelope.ts'

/** How many exhibits and organisations are at work in each governorate, of one sector or of all. */
export async function mapJson(
  read: Reader,
  source: Source,
  { eventId, sector }: { eventId: string; sector: Sector | null },
): Promise<string> {
  const measured = await Promise.all(
    exhibitMeasures.map(
      async (measure) => [measure, await readMeasure(read, eventId, { measure, sector })] as const,
    ),
  )
  const totals = measured.map(([measure, { total }]) => [measure, total])
  return reuseFile('map', source, {
    page: pageOf(source, 'exhibition/map'),
    embed: frameOf(source, 'map'),
    sector,
    totals: Object.fromEntries(totals),
    governorates: governorates.map(({ pcode, name }) => ({
      ...{ pcode, name },
      values: Object.fromEntries(measured.map(([measure, { values }]) => [measure, values[pcode] ?? 0])),
    })),
  })
}
