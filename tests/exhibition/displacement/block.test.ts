import { expect, test } from 'vitest'
import { contentOf } from '#app/exhibition/content/content.ts'
import { readNamed } from '#app/exhibition/content/named.server.ts'
import { readDatasets } from '#app/exhibition/displacement/datasets.server.ts'
import { chooseShown } from '#app/exhibition/displacement/shown.server.ts'
import { anEvent, anOffice, now } from '#tests/support/builders.ts'
import { testDatabase } from '#tests/support/database.ts'
import { figuresCsv, takeFile } from '#tests/support/displacement.ts'

test('a block shows the latest round of what the event shows, as it is when it is looked at', async () => {
  const database = await testDatabase()
  const office = await anOffice(database)
  const event = await anEvent(database, { officeId: office.id })
  const elsewhere = await anEvent(database)
  const content = contentOf({ blocks: [{ kind: 'displacement', view: 'map' }] })
  const shown = async (at = event, of = content) =>
    (await readNamed(database.read, { event: at, language: 'ar' }, of)).displacement
  expect(await shown()).toBeNull()

  await takeFile(database, office.scope, figuresCsv)
  const latest = await shown()
  expect(latest?.exhibition).toBe(`/ar/${event.slug}/exhibition`)
  expect(latest?.view.now).toMatchObject({ round: 132, reportedOn: '2024-04-30', total: 1950 })
  expect(await shown(elsewhere)).toBeNull()
  expect(await shown(event, contentOf({}))).toBeNull()

  await takeFile(database, office.scope, figuresCsv.replaceAll('132', '133').replaceAll('2024-04', '2024-08'))
  expect((await shown())?.view.now).toMatchObject({ round: 133, reportedOn: '2024-08-30' })

  await database.write((tx) => chooseShown(tx, event.scope, { datasetIds: [], now }))
  expect(await readDatasets(database.read, office.scope)).toHaveLength(1)
  expect(await shown()).toBeNull()
})
