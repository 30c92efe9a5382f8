import type { Sector } from '#app/exhibition/sectors.ts'
import type { Localized } from '#app/i18n/languages.ts'
import type { Database } from '#db/client.server.ts'
import { newId } from '#db/id.server.ts'
import {
  booths,
  exhibitGovernorates,
  exhibitPictures,
  exhibitSectors,
  exhibits,
  figures,
} from '#db/schema/exhibition.server.ts'
import { files } from '#db/schema/files.server.ts'
import { halls } from '#db/schema/floor-plan.server.ts'
import { now } from './builders.ts'

type EventGiven = { id: string; officeId: string; exhibition: { id: string } }

type ExhibitGiven = {
  slug: string
  booth?: string
  hall?: Localized
  state?: 'draft' | 'submitted' | 'published'
  title?: Localized
  summary?: Localized
  organisationName?: Localized
  qrCode?: string
  sectors?: Sector[]
  governorates?: string[]
  figures?: Pick<typeof figures.$inferInsert, 'value' | 'asOf'>[]
  pictures?: string[]
}

let made = 0

/** A published exhibit, in a booth where one is named; later ones stand further on. */
export async function anExhibit(database: Database, event: EventGiven, given: ExhibitGiven): Promise<string> {
  const [id, eventId, position] = [newId(), event.id, made++]
  const boothId = given.booth ? newId() : null
  await database.write(async (tx) => {
    const partId = event.exhibition.id
    const hallId = given.hall ? newId() : null
    const measures = { width: 2000, depth: 1000, step: 50 }
    if (hallId && given.hall)
      await tx.insert(halls).values({ ...measures, id: hallId, eventId, partId, name: given.hall, position })
    if (boothId && given.booth)
      await tx.insert(booths).values({ id: boothId, eventId, partId, hallId, code: given.booth, position })
    await tx.insert(exhibits).values({
      ...{ id, eventId, boothId, slug: given.slug, position },
      state: given.state ?? 'published',
      title: given.title ?? { en: given.slug },
      summary: given.summary ?? {},
      organisationName: given.organisationName ?? {},
      ...{ body: {}, contact: { name: '', email: '', phone: '' }, links: [] },
      qrCode: given.qrCode ?? `code${position}`,
      createdAt: now,
      updatedAt: now,
    })
    for (const sector of given.sectors ?? [])
      await tx.insert(exhibitSectors).values({ exhibitId: id, eventId, sector })
    for (const pcode of given.governorates ?? [])
      await tx.insert(exhibitGovernorates).values({ exhibitId: id, eventId, pcode })
    for (const [at, figure] of (given.figures ?? []).entries())
      await tx.insert(figures).values({
        ...{ id: newId(), exhibitId: id, qualifier: 'exactly', unit: { en: 'people' }, position: at },
        ...{ label: { en: 'reached' }, source: { en: 'IOM Iraq' }, ...figure },
      })
    for (const [at, key] of (given.pictures ?? []).entries()) {
      const file = { id: newId(), officeId: event.officeId, eventId, key, mime: 'image/webp', createdAt: now }
      await tx
        .insert(files)
        .values({ ...file, width: 1600, height: 1200, widths: [480, 960, 1600], bytes: 1 })
      await tx.insert(exhibitPictures).values({
        ...{ id: newId(), exhibitId: id, fileId: file.id, position: at },
        ...{ alt: { en: `Picture ${key}` }, caption: {} },
      })
    }
  })
  return id
}
