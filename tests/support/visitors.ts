import { contentOf } from '#app/exhibition/content/content.ts'
import { writeIndex } from '#app/exhibition/content/index.server.ts'
import type { Sector } from '#app/exhibition/sectors.ts'
import type { Localized } from '#app/i18n/languages.ts'
import type { Database, Tx } from '#db/client.server.ts'
import { newId } from '#db/id.server.ts'
import { exhibitDrafts, exhibitMedia, exhibitVersions } from '#db/schema/exhibit-content.server.ts'
import { booths, exhibits } from '#db/schema/exhibition.server.ts'
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
  figures?: { value: number; asOf: string }[]
  pictures?: string[]
  /** Ids of the programmes whose results it shows. */
  programmes?: string[]
}

let made = 0

/** A published exhibit, in a booth where one is named; later ones stand further on. Its first picture is the cover. */
export async function anExhibit(database: Database, event: EventGiven, given: ExhibitGiven): Promise<string> {
  const [id, eventId, position] = [newId(), event.id, made++]
  const { slug, title = { en: slug }, summary = {}, organisationName = {}, state = 'published' } = given
  const { sectors = [], governorates = [], pictures = [] } = given
  const content = contentOf({
    ...{ title, summary, organisationName, sectors, governorates, blocks: blocksOf(given) },
    pictures: pictures.map((key) => ({ id: key, alt: { en: `Picture ${key}` } })),
    coverPicture: pictures[0],
  })
  await database.write(async (tx) => {
    const boothId = given.booth ? await aBooth(tx, event, given, position) : null
    const row = { id, eventId, boothId, slug, state, title, summary, organisationName, position }
    const qrCode = given.qrCode ?? `code${position}`
    await tx.insert(exhibits).values({ ...row, qrCode, createdAt: now, updatedAt: now })
    await tx.insert(exhibitDrafts).values({ exhibitId: id, version: 1, content, updatedAt: now })
    if (state === 'published')
      await tx.insert(exhibitVersions).values({
        ...{ id: newId(), exhibitId: id, number: 1, actorKind: 'system', content },
        ...{ madeAt: now, publishedAt: now },
      })
    for (const key of pictures) await aPicture(tx, event, id, key)
    await writeIndex(tx, { id, eventId }, content)
  })
  return id
}

function blocksOf({ figures = [], pictures = [], programmes = [] }: ExhibitGiven) {
  const told = { label: { en: 'reached' }, unit: { en: 'people' }, source: { en: 'IOM Iraq' } }
  const others = pictures.slice(1).map((picture) => ({ picture }))
  return [
    ...(figures.length
      ? [{ kind: 'figures' as const, items: figures.map((one) => ({ ...told, ...one })) }]
      : []),
    ...(others.length ? [{ kind: 'gallery' as const, items: others }] : []),
    ...programmes.map((programme) => ({ kind: 'programme' as const, programme })),
  ]
}

async function aBooth(tx: Tx, event: EventGiven, { booth = '', hall }: ExhibitGiven, position: number) {
  const [id, hallId] = [newId(), hall ? newId() : null]
  const place = { eventId: event.id, partId: event.exhibition.id, position }
  if (hallId && hall)
    await tx.insert(halls).values({ ...place, id: hallId, name: hall, width: 2000, depth: 1000, step: 50 })
  await tx.insert(booths).values({ ...place, id, hallId, code: booth })
  return id
}

async function aPicture(tx: Tx, event: EventGiven, exhibitId: string, key: string): Promise<void> {
  const file = { id: newId(), officeId: event.officeId, eventId: event.id, key, mime: 'image/webp' }
  const size = { width: 1600, height: 1200, widths: [480, 960, 1600], bytes: 1, createdAt: now }
  await tx.insert(files).values({ ...file, ...size })
  await tx.insert(exhibitMedia).values({ id: key, exhibitId, fileId: file.id, createdAt: now })
}
