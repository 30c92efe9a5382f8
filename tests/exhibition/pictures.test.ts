import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { withPicture } from '#app/exhibition/content/change.ts'
import { saveDraft } from '#app/exhibition/content/draft.server.ts'
import { readMedia } from '#app/exhibition/content/media.server.ts'
import { publishExhibit } from '#app/exhibition/content/publish.server.ts'
import {
  discardExhibit,
  discardPicture,
  uploadInstead,
  uploadPicture,
} from '#app/exhibition/content/upload.server.ts'
import { readExhibit } from '#app/exhibition/read.server.ts'
import type { Localized } from '#app/i18n/languages.ts'
import type { Database } from '#db/client.server.ts'
import { files } from '#db/schema/files.server.ts'
import { anEvent, now } from '#tests/support/builders.ts'
import { testDatabase } from '#tests/support/database.ts'
import { anExhibit, aPhoto, aStore, pictureTexts } from '#tests/support/exhibition.ts'

/** An event with an exhibit, a store and the acts of somebody who looks after its pictures. */
async function aGallery(given: Partial<{ database: Database; officeId: string }> = {}) {
  const database = given.database ?? (await testDatabase())
  const event = await anEvent(database, { officeId: given.officeId })
  const exhibitId = await anExhibit(database, event)
  const store = aStore()
  const stores = { database, files: store }
  const { scope } = event
  // Small: what a large one becomes is for tests/files/picture.once.test.ts.
  const photo = await aPhoto({ width: 400, height: 300 })
  const seen = event.languages
  const upload = (alt: Localized = { en: 'A street' }, bytes: Uint8Array = photo, at = now) =>
    uploadPicture(stores, scope, { exhibitId, bytes, texts: pictureTexts({ alt }), seen, now: at })
  const pictures = async () => {
    const { pictures: kept } = await readMedia(database.read, exhibitId)
    const texts = (await readExhibit(database.read, scope, exhibitId))?.content.pictures ?? []
    return texts.flatMap((one) => kept.filter(({ id }) => id === one.id).map((file) => ({ ...file, ...one })))
  }
  /** What lies in the store, and what the database says should. */
  const kept = async () => {
    const rows = await database.read.select().from(files)
    const told = rows.flatMap(filesOf)
    return { stored: store.names(), told: told.toSorted(), bytes: rows.map(({ bytes }) => bytes) }
  }
  return { database, event, scope, exhibitId, store, stores, photo, seen, upload, pictures, kept }
}

function filesOf({ key, widths, formats }: Pick<typeof files.$inferSelect, 'key' | 'widths' | 'formats'>) {
  return widths.flatMap((width) => (formats ?? []).map((format) => `${key}/${width}.${format}`))
}

test('an upload is shown last, in its widths, and lies in the store under a key of its own', async () => {
  const { upload, pictures, kept } = await aGallery()
  await upload({ en: 'First' })
  expect(await upload({ en: 'Second' })).toMatchObject({ ok: true })
  const shown = await pictures()
  expect(shown.map(({ alt, width, height, widths }) => ({ alt: alt.en, width, height, widths }))).toEqual([
    { alt: 'First', width: 300, height: 400, widths: [300] },
    { alt: 'Second', width: 300, height: 400, widths: [300] },
  ])
  const { stored, told, bytes } = await kept()
  expect(stored).toEqual(told)
  expect(stored).toHaveLength(6)
  expect(bytes.every((size) => size > 0)).toBe(true)
})

test('a replaced, a removed and a whole exhibit’s pictures leave nothing behind', async () => {
  const { stores, scope, exhibitId, photo, seen, upload, pictures, kept } = await aGallery()
  await upload({ en: 'First' })
  await upload({ en: 'Second' })
  const [first, second] = await pictures()
  const texts = pictureTexts({ alt: { en: 'Another' } })
  const pictureId = first?.id ?? ''
  const given = { exhibitId, pictureId, bytes: photo, texts, seen, now }
  expect(await uploadInstead(stores, scope, given)).toMatchObject({ ok: true })
  const [replaced] = await pictures()
  expect(replaced).toMatchObject({ alt: { en: 'Another' } })
  expect(replaced?.key).not.toBe(first?.key)
  expect((await readExhibit(stores.database.read, scope, exhibitId))?.content.coverPicture).toBe(replaced?.id)
  expect((await kept()).stored).toHaveLength(6)
  expect((await kept()).stored.filter((name) => name.startsWith(first?.key ?? ''))).toEqual([])

  const which = { exhibitId, id: replaced?.id ?? '', now }
  expect(await discardPicture(stores, scope, which)).toMatchObject({ ok: true })
  expect((await pictures()).map(({ id }) => id)).toEqual([second?.id])
  expect((await kept()).stored).toHaveLength(3)

  expect(await discardExhibit(stores, scope, { exhibitId, now })).toMatchObject({ ok: true })
  expect(await kept()).toEqual({ stored: [], told: [], bytes: [] })
})

test('what visitors see keeps its picture, whatever becomes of it in the draft', async () => {
  const { database, stores, scope, exhibitId, upload, pictures, kept } = await aGallery()
  await upload({ en: 'Shown' })
  await database.write((tx) => publishExhibit(tx, scope, { exhibitId, now }))
  const [shown] = await pictures()
  await discardPicture(stores, scope, { exhibitId, id: shown?.id ?? '', now })
  expect(await pictures()).toEqual([])
  expect((await kept()).stored).toHaveLength(3)
})

test('what is refused leaves nothing behind', async () => {
  const { stores, scope, exhibitId, photo, seen, upload, kept } = await aGallery()
  const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="400" height="400"/>')
  expect(await upload({}, svg)).toEqual({ ok: false, reason: 'drawing' })
  const texts = pictureTexts()
  const notFound = { ok: false, reason: 'notFound' }
  const elsewhere = { exhibitId: 'elsewhere', bytes: photo, texts, seen, now }
  expect(await uploadPicture(stores, scope, elsewhere)).toEqual(notFound)
  const nowhere = { exhibitId, pictureId: 'nowhere', bytes: photo, texts, seen, now }
  expect(await uploadInstead(stores, scope, nowhere)).toEqual(notFound)
  expect(await kept()).toEqual({ stored: [], told: [], bytes: [] })
})

test('a write that fails leaves nothing behind, neither in the store nor in the database', async () => {
  const { stores, scope, exhibitId, photo, seen, kept, store } = await aGallery()
  const upload = { exhibitId, bytes: photo, texts: pictureTexts(), seen, now }
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
  const { stores, scope, photo, seen, upload, pictures, kept, store, event, database } = await aGallery()
  await upload({ en: 'Shown' })
  const other = await aGallery({ database, officeId: event.officeId })
  const crash = { ...store, remove: () => Promise.reject(new Error('Killed')) }
  await uploadPicture({ ...stores, files: crash }, scope, {
    ...{ exhibitId: 'elsewhere', bytes: photo, texts: pictureTexts(), seen, now },
  })
  expect((await kept()).stored).toHaveLength(6)
  await other.upload()
  expect((await kept()).stored).toHaveLength(6)
  await upload({ en: 'Later' }, photo, new Date(now.getTime() + 2 * 3_600_000))
  const shown = (await pictures()).flatMap(filesOf)
  expect((await kept()).stored).toEqual(shown.toSorted())
})

test('an exhibit whose picture is not described in a language it speaks is not published', async () => {
  const { database, event, scope, exhibitId, upload, pictures } = await aGallery()
  await upload({})
  const id = (await pictures())[0]?.id ?? ''
  const publish = () => database.write((tx) => publishExhibit(tx, scope, { exhibitId, now }))
  const describe = (alt: Localized) =>
    database.write((tx) =>
      saveDraft(tx, scope, {
        ...{ exhibitId, change: withPicture({ id, ...pictureTexts({ alt }) }, event.languages), now },
      }),
    )
  const needs = [{ path: `pictures/${id}`, need: 'alt', languages: ['en'] }]
  expect(await publish()).toEqual({ ok: false, reason: 'notReady', needs })
  await describe({ ar: 'شارع بمصابيح جديدة' })
  expect(await publish()).toEqual({ ok: false, reason: 'notReady', needs })
  await describe({ en: 'A street with new lamps' })
  expect(await publish()).toEqual({ ok: true })
})

test('another event’s pictures are not there', async () => {
  const { database, event, stores, scope, exhibitId, photo, seen, upload } = await aGallery()
  await upload({ en: 'First' })
  const other = await aGallery({ database, officeId: event.officeId })
  await other.upload({ en: 'Foreign' })
  const [foreign] = await other.pictures()
  const notFound = { ok: false, reason: 'notFound' }
  const id = foreign?.id ?? ''
  const theirs = { exhibitId: other.exhibitId, now }
  const texts = pictureTexts()
  const mine = withPicture({ id, ...texts }, seen)
  expect(await database.write((tx) => saveDraft(tx, scope, { exhibitId, change: mine, now }))).toEqual(
    notFound,
  )
  expect(await discardPicture(stores, scope, { ...theirs, id })).toEqual(notFound)
  expect(await discardPicture(stores, scope, { exhibitId, id, now })).toEqual(notFound)
  const instead = { ...theirs, pictureId: id, bytes: photo, texts, seen }
  expect(await uploadInstead(stores, scope, instead)).toEqual(notFound)
  expect(await discardExhibit(stores, scope, theirs)).toEqual(notFound)
  const rows = await database.read.select().from(files).where(eq(files.eventId, other.event.id))
  expect([rows.length, other.store.names().length]).toEqual([1, 3])
})
