import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import type { z } from 'zod'
import type { EventScope } from '#app/accounts/scope.server.ts'
import { linkToken } from '#app/accounts/token.server.ts'
import { addBooths } from '#app/exhibition/booths.server.ts'
import type { BlockOf } from '#app/exhibition/content/blocks.ts'
import type { exhibitContent, PictureTexts } from '#app/exhibition/content/content.ts'
import { createExhibit, type ExhibitPlace } from '#app/exhibition/exhibits.server.ts'
import { addMember } from '#app/exhibition/team/team.server.ts'
import { type FileStore, openFolder } from '#app/files/store.server.ts'
import type { Language } from '#app/i18n/languages.ts'
import type { Database } from '#db/client.server.ts'
import { newId } from '#db/id.server.ts'
import { now } from './builders.ts'
import { site } from './guests.ts'
import { aFolder } from './test-folder.ts'

type EventGiven = { scope: EventScope; exhibition: { id: string } }

type Given = Partial<z.input<typeof exhibitContent>> & Partial<ExhibitPlace>

/** A draft added by the verb itself, with title and summary in English; answers its id. */
export async function anExhibit(database: Database, event: EventGiven, given: Given = {}): Promise<string> {
  const { slug, boothId, organisationId, ...written } = given
  const content = {
    title: { en: 'A street repaired together' },
    summary: { en: 'Projects that hosts and displaced families chose side by side.' },
    ...written,
  }
  const place = { slug, boothId, organisationId }
  const made = await database.write((tx) => createExhibit(tx, event.scope, { content, place, now }))
  if (!made.ok) throw new Error(made.reason)
  return made.id
}

export async function someBooths(database: Database, event: EventGiven, codes: string[]): Promise<string[]> {
  const given = { codes, hallId: null, partId: event.exhibition.id, now }
  const added = await database.write((tx) => addBooths(tx, event.scope, given))
  if (!added.ok) throw new Error(added.reason)
  return added.ids
}

export type FigureGiven = BlockOf<'figures'>['items'][number]

/** A figure as a form of its block sends it, whole and with its source. */
export function aFigure(given: Partial<FigureGiven> = {}): FigureGiven {
  return {
    ...{ id: newId(), value: 40_000, qualifier: 'more_than', asOf: '2015' },
    label: { en: 'took part in community projects' },
    unit: { en: 'people' },
    source: { en: 'IOM Iraq, news release' },
    sourceUrl: 'https://www.iom.int/news',
    ...given,
  }
}

/** A block of figures. */
export function figuresBlock(items: FigureGiven[] = [aFigure()]): BlockOf<'figures'> {
  return { id: newId(), kind: 'figures', heading: {}, items }
}

/** What is said about a picture. */
export function pictureTexts(given: Partial<PictureTexts> = {}): Omit<PictureTexts, 'id'> {
  const focus = { x: 50, y: 50 }
  return { alt: { en: 'A street with new lamps' }, caption: {}, credit: 'IOM Iraq', focus, ...given }
}

/** A store in a folder of this test alone; `names` lists every file in it. */
export function aStore(): FileStore & { folder: string; names(): string[] } {
  const folder = aFolder()
  const names = () =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
      .toSorted()
  return { ...openFolder(folder), folder, names }
}

/** A photograph as a phone sends it: JPEG, lying on its side, with the place where it was taken. */
export function aPhoto({ width = 1200, height = 900 } = {}): Promise<Buffer> {
  const key = `${width}x${height}`
  const photo = photos.get(key) ?? takePhoto(width, height)
  photos.set(key, photo)
  return photo
}

const photos = new Map<string, Promise<Buffer>>()

function takePhoto(width: number, height: number): Promise<Buffer> {
  return sharp({ create: { width, height, channels: 3, background: '#c98a2b' } })
    .withExif({
      IFD0: { Make: 'Phone', Orientation: '6' },
      IFD3: {
        GPSLatitudeRef: 'N',
        GPSLatitude: '36/1 11/1 28/1',
        GPSLongitudeRef: 'E',
        GPSLongitude: '44/1 0/1 33/1',
      },
    })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer()
}

/** Somebody added to an exhibit's team; answers their id and the token of their link. */
export async function aMemberOfTeam(
  database: Database,
  event: EventGiven,
  exhibitId: string,
  given: { name?: string; email?: string; language?: Language } = {},
) {
  const member = { name: 'Hana Aziz', email: 'hana@ngo.example', language: 'ar' as const, ...given }
  const added = await database.write((tx) =>
    addMember(tx, event.scope, { exhibitId, ...member, secret: site.secret, now }),
  )
  if (!added.ok) throw new Error(added.reason)
  return { id: added.id, token: linkToken(site.secret, 'booth', added.id, 1) }
}
