import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { editPicture, movePicture } from '#app/exhibition/pictures.server.ts'
import { publishExhibit } from '#app/exhibition/publish.server.ts'
import { readExhibit } from '#app/exhibition/read.server.ts'
import {
  discardExhibit,
  discardPicture,
  replacePicture,
  uploadPicture,
} from '#app/exhibition/upload.server.ts'
import type { Localized } from '#app/i18n/languages.ts'
import type { Database } from '#db/client.server.ts'
import { files } from '#db/schema/files.server.ts'
import { anEvent, now } from '#tests/support/builders.ts'
import { testDatabase } from '#tests/support/database.ts'
import { anExhibit, aPhoto, aStore, pictureContent } from '#tests/support/exhibition.ts'

/** An event with an exhibit, a store and the acts of somebody who looks after its pictures. */
async function aGallery(given: Partial<{ database: Database; officeId: string }> = {}) {
  const database = given.database ?? (await testDatabase())
  const event = await anEvent(database, { officeId: given.officeId })
  const exhibitId = await anExhibit(database, event)
  const store = aStore()
  const stores = { database, files: store }
  const { scope } = event
  const photo = await aPhoto()
  const upload = (alt: Localized = { en: 'A street' }, bytes: Uint8Array = photo, at = now) =>
    uploadPicture(stores, scope, { exhibitId, bytes, content: pictureContent({ alt }), now: at })
  const pictures = async () => (await readExhibit(database.read, scope, exhibitId))?.pictures ?? []
  /** What lies in the store, and what the database says should. */
  const kept = async () => {
    const rows = await database.read.select().from(files)
    const told = rows.flatMap(({ key, widths }) => widths.map((width) => `${key}/${width}.webp`))
    return { stored: store.names(), told: told.toSorted(), bytes: rows.map(({ bytes }) => bytes) }
  }
  return { database, event, scope, exhibitId, store, stores, photo, upload, pictures, kept }
}

test('an upload is shown last, in its widths, and lies in the store under a key of its own', async () => {
  const { upload, pictures, kept } = await aGallery()
  await upload({ en: 'First' })
  expect(await upload({ en: 'Second' })).toMatchObject({ ok: true })
  const shown = await pictures()
  expect(shown.map(({ alt, width, height, widths }) => ({ alt: alt.en, width, height, widths }))).toEqual([
    { alt: 'First', width: 900, height: 1200, widths: [480, 900] },
    { alt: 'Second', width: 900, height: 1200, widths: [480, 900] },
  ])
  const { stored, told, bytes } = await kept()
  expect(stored).toEqual(told)
  expect(stored).toHaveLength(4)
  expect(bytes.every((size) => size > 0)).toBe(true)
})

test('a replaced, a removed and a whole exhibit’s pictures leave nothing behind', async () => {
  const { stores, scope, exhibitId, photo, upload, pictures, kept } = await aGallery()
  await upload({ en: 'First' })
  await upload({ en: 'Second' })
  const [first, second] = await pictures()
  const content = pictureContent({ alt: { en: 'Another' } })
  const pictureId = first?.id ?? ''
  const given = { exhibitId, pictureId, bytes: photo, content, now }
  expect(await replacePicture(stores, scope, given)).toMatchObject({ ok: true })
  const [replaced] = await pictures()
  expect(replaced).toMatchObject({ id: pictureId, alt: { en: 'Another' } })
  expect(replaced?.key).not.toBe(first?.key)
  expect((await kept()).stored).toHaveLength(4)
  expect((await kept()).stored.filter((name) => name.startsWith(first?.key ?? ''))).toEqual([])

  expect(await discardPicture(stores, scope, { exhibitId, pictureId, now })).toMatchObject({ ok: true })
  expect((await pictures()).map(({ id }) => id)).toEqual([second?.id])
  expect((await kept()).stored).toHaveLength(2)

  expect(await discardExhibit(stores, scope, { exhibitId, now })).toMatchObject({ ok: true })
  expect(await kept()).toEqual({ stored: [], told: [], bytes: [] })
})

test('what is refused leaves nothing behind', async () => {
  const { stores, scope, exhibitId, photo, upload, kept, database } = await aGallery()
  const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="400" height="400"/>')
  expect(await upload({}, svg)).toEqual({ ok: false, reason: 'notAPicture' })
  const content = pictureContent()
  const notFound = { ok: false, reason: 'notFound' }
  const elsewhere = { exhibitId: 'elsewhere', bytes: photo, content, now }
  expect(await uploadPicture(stores, scope, elsewhere)).toEqual(notFound)
  const nowhere = { exhibitId, pictureId: 'nowhere', bytes: photo, content, now }
  expect(await replacePicture(stores, scope, nowhere)).toEqual(notFound)
  await database.write((tx) => publishExhibit(tx, scope, { exhibitId, now }))
  expect(await upload({})).toEqual({ ok: false, reason: 'altNeeded' })
  expect(await kept()).toEqual({ stored: [], told: [], bytes: [] })
})

test('a write that fails leaves nothing behind, neither in the store nor in the database', async () => {
  const { stores, scope, exhibitId, photo, kept, store } = await aGallery()
  const upload = { exhibitId, bytes: photo, content: pictureContent(), now }
  let puts = 0
  const fullDisk = {
    ...store,
    put: async (...given: Parameters<typeof store.put>) => {
      if (++puts === 2) throw new Error('No space left')
      return store.put(...given)
    },
  }
  await expect(uploadPicture({ ...stores, files: fullDisk }, scope, upload)).rejects.toThrow('No space left')
  expect(await kept()).toEqual({ stored: [], told: [], bytes: [] })

  let writes = 0
  const lostDatabase: Database = {
    ...stores.database,
    write: (work) =>
      ++writes === 2 ? Promise.reject(new Error('Connection lost')) : stores.database.write(work),
  }
  await expect(uploadPicture({ ...stores, database: lostDatabase }, scope, upload)).rejects.toThrow('lost')
  expect(await kept()).toEqual({ stored: [], told: [], bytes: [] })
})

test('what a crash left is cleared by the next act in the event, and nothing else is', async () => {
  const { stores, scope, photo, upload, pictures, kept, store, event, database } = await aGallery()
  await upload({ en: 'Shown' })
  const other = await aGallery({ database, officeId: event.officeId })
  const crash = { ...store, remove: () => Promise.reject(new Error('Killed')) }
  await uploadPicture({ ...stores, files: crash }, scope, {
    ...{ exhibitId: 'elsewhere', bytes: photo, content: pictureContent(), now },
  })
  expect((await kept()).stored).toHaveLength(4)
  await other.upload()
  expect((await kept()).stored).toHaveLength(4)
  await upload({ en: 'Later' }, photo, new Date(now.getTime() + 2 * 3_600_000))
  const shown = (await pictures()).flatMap(({ key, widths }) => widths.map((width) => `${key}/${width}.webp`))
  expect((await kept()).stored).toEqual(shown.toSorted())
})

test('an exhibit with a picture that nobody described is not published', async () => {
  const { database, scope, exhibitId, upload, pictures } = await aGallery()
  await upload({})
  const publish = () => database.write((tx) => publishExhibit(tx, scope, { exhibitId, now }))
  expect(await publish()).toEqual({ ok: false, reason: 'notReady', needs: ['alt'] })
  const pictureId = (await pictures())[0]?.id ?? ''
  const edit = (alt: Localized) =>
    database.write((tx) =>
      editPicture(tx, scope, { exhibitId, pictureId, content: pictureContent({ alt }), now }),
    )
  await edit({ ar: 'شارع بمصابيح جديدة' })
  expect(await publish()).toEqual({ ok: true })
  expect(await edit({})).toEqual({ ok: false, reason: 'altNeeded' })
})

test('pictures are put in another order; another event’s are not there', async () => {
  const { database, event, stores, scope, exhibitId, photo, upload, pictures } = await aGallery()
  await upload({ en: 'First' })
  await upload({ en: 'Second' })
  const other = await aGallery({ database, officeId: event.officeId })
  await other.upload({ en: 'Foreign' })
  const [, second] = await pictures()
  const [foreign] = await other.pictures()
  const move = (pictureId = '') =>
    database.write((tx) => movePicture(tx, scope, { exhibitId, pictureId, direction: 'up', now }))
  expect(await move(second?.id)).toEqual({ ok: true })
  expect((await pictures()).map(({ alt }) => alt.en)).toEqual(['Second', 'First'])
  const notFound = { ok: false, reason: 'notFound' }
  const theirs = { exhibitId: other.exhibitId, pictureId: foreign?.id ?? '', now }
  const content = pictureContent()
  expect(await move(foreign?.id)).toEqual(notFound)
  expect(await discardPicture(stores, scope, theirs)).toEqual(notFound)
  expect(await replacePicture(stores, scope, { ...theirs, bytes: photo, content })).toEqual(notFound)
  expect(await discardExhibit(stores, scope, theirs)).toEqual(notFound)
  const rows = await database.read.select().from(files).where(eq(files.eventId, other.event.id))
  expect([rows.length, other.store.names().length]).toEqual([1, 2])
})
