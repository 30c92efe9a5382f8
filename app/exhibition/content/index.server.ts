import { and, asc, eq, gt, inArray, isNull } from 'drizzle-orm'
import type { Database, Tx } from '#db/client.server.ts'
import { newId } from '#db/id.server.ts'
import { events } from '#db/schema/events.server.ts'
import { exhibitDrafts, exhibitMedia, exhibitVersions } from '#db/schema/exhibit-content.server.ts'
import {
  exhibitGovernorates,
  exhibitPictures,
  exhibitSectors,
  exhibits,
  figures,
} from '#db/schema/exhibition.server.ts'
import { exhibitProgrammes, programmes } from '#db/schema/programmes.server.ts'
import { foldedWords } from '../../directory/fold.ts'
import { languages } from '../../i18n/languages.ts'
import type { ExhibitContent } from './content.ts'
import { picturesNamed } from './named.ts'
import { isFigure, lackingLanguages, wordings } from './needs.ts'

type Which = { id: string; eventId: string }

/** Characters of one exhibit that a search looks through: some 3,000 different words. */
const mostWords = 20_000

/** Writes out of a document what lists, search, cards and map ask for; nothing else writes these columns and tables. */
export async function writeIndex(tx: Tx, which: Which, content: ExhibitContent): Promise<void> {
  const { title, summary, organisationName } = content
  const words = [...new Set(wordings(content).flatMap(foldedWords))].join(' ').slice(0, mostWords)
  const lacking = lackingLanguages(content, languages)
  await tx
    .update(exhibits)
    .set({ title, summary, organisationName, words, lacking })
    .where(eq(exhibits.id, which.id))
  await writeThemes(tx, which, content)
  await writeProgrammes(tx, which, content)
  await writeFigures(tx, which, content)
  await writePictures(tx, which, content)
}

async function writeThemes(tx: Tx, { id: exhibitId, eventId }: Which, content: ExhibitContent) {
  await tx.delete(exhibitSectors).where(eq(exhibitSectors.exhibitId, exhibitId))
  const sectors = [...new Set(content.sectors)].map((sector) => ({ exhibitId, eventId, sector }))
  if (sectors.length) await tx.insert(exhibitSectors).values(sectors)
  await tx.delete(exhibitGovernorates).where(eq(exhibitGovernorates.exhibitId, exhibitId))
  const places = [...new Set(content.governorates)].map((pcode) => ({ exhibitId, eventId, pcode }))
  if (places.length) await tx.insert(exhibitGovernorates).values(places)
}

/** Whose results it shows, as far as they are its own office's and still there. */
async function writeProgrammes(tx: Tx, { id: exhibitId, eventId }: Which, { blocks }: ExhibitContent) {
  await tx.delete(exhibitProgrammes).where(eq(exhibitProgrammes.exhibitId, exhibitId))
  const named = blocks.flatMap((block) => (block.kind === 'programme' && block.programme) || [])
  if (!named.length) return
  const ours = await tx
    .select({ programmeId: programmes.id })
    .from(programmes)
    .innerJoin(events, eq(events.officeId, programmes.officeId))
    .where(and(eq(events.id, eventId), inArray(programmes.id, named)))
  if (ours.length) await tx.insert(exhibitProgrammes).values(ours.map((one) => ({ exhibitId, ...one })))
}

async function writeFigures(tx: Tx, { id: exhibitId }: Which, { blocks }: ExhibitContent) {
  await tx.delete(figures).where(eq(figures.exhibitId, exhibitId))
  const rows = blocks
    .flatMap((block) => (block.kind === 'figures' ? block.items : []))
    .filter(isFigure)
    .map(({ id: _, sourceUrl, ...figure }, position) => ({
      ...{ ...figure, id: newId(), exhibitId, position, sourceUrl: sourceUrl || null },
    }))
  if (rows.length) await tx.insert(figures).values(rows)
}

async function writePictures(tx: Tx, { id: exhibitId }: Which, content: ExhibitContent) {
  await tx.delete(exhibitPictures).where(eq(exhibitPictures.exhibitId, exhibitId))
  const ids = picturesNamed(content)
  if (!ids.length) return
  const media = await tx
    .select({ id: exhibitMedia.id, fileId: exhibitMedia.fileId })
    .from(exhibitMedia)
    .where(and(eq(exhibitMedia.exhibitId, exhibitId), inArray(exhibitMedia.id, ids)))
  const rows = ids.flatMap((id) => {
    const fileId = media.find((one) => one.id === id)?.fileId
    const texts = content.pictures.find((one) => one.id === id)
    return fileId && texts ? [{ id: newId(), exhibitId, fileId, alt: texts.alt, focus: texts.focus }] : []
  })
  if (rows.length)
    await tx.insert(exhibitPictures).values(rows.map((row, position) => ({ ...row, position })))
}

/** How many exhibits are written anew in one transaction. */
const atOnce = 50

/** Once, after content came to be one document: writes the words of exhibits that have none yet, the last published ones. */
export async function writeOldExhibitWords(database: Database): Promise<void> {
  for (let last = ''; ; ) {
    const rows = await database.read
      .select({ id: exhibits.id, eventId: exhibits.eventId })
      .from(exhibits)
      .where(and(isNull(exhibits.words), gt(exhibits.id, last)))
      .orderBy(asc(exhibits.id))
      .limit(atOnce)
    if (!rows.length) return
    await database.write(async (tx) => {
      for (const which of rows) await writeOldWords(tx, which)
    })
    last = rows.at(-1)?.id ?? ''
  }
}

async function writeOldWords(tx: Tx, which: Which): Promise<void> {
  const [published] = await tx
    .select({ content: exhibitVersions.content })
    .from(exhibitVersions)
    .where(eq(exhibitVersions.exhibitId, which.id))
  const [draft] = await tx
    .select({ content: exhibitDrafts.content })
    .from(exhibitDrafts)
    .where(eq(exhibitDrafts.exhibitId, which.id))
  const content = published?.content ?? draft?.content
  if (content) await writeIndex(tx, which, content)
}
