import { and, asc, desc, eq, inArray, type SQL, sql } from 'drizzle-orm'
import type { Database, Reader } from '#db/client.server.ts'
import { agendaItems } from '#db/schema/agenda.server.ts'
import { agendaDocumentFiles, agendaDocuments } from '#db/schema/agenda-documents.server.ts'
import { documents } from '#db/schema/documents.server.ts'
import { type Language, languages } from '../i18n/languages.ts'
import type { PaperAudience } from './papers.ts'

export type PaperFile = {
  id: string
  language: Language | null
  number: number
  mediaType: string
  bytes: number
  downloads: number
  createdAt: Date
}
export type Paper = {
  id: string
  itemId: string
  kind: (typeof agendaDocuments.$inferSelect)['kind']
  title: (typeof agendaDocuments.$inferSelect)['title']
  audience: PaperAudience
  speakerId: string | null
  /** The last version of each language first, then older ones. */
  files: (PaperFile & { isLast: boolean })[]
}

type Wanted = { itemIds: readonly string[]; audiences: readonly PaperAudience[] }

/** The papers of these items that such readers may open, each with the last file of each language alone. */
export async function readPapers(read: Reader, eventId: string, { itemIds, audiences }: Wanted) {
  if (!itemIds.length) return []
  const papers = await papersWhere(
    read,
    and(
      eq(agendaDocuments.eventId, eventId),
      inArray(agendaDocuments.itemId, [...itemIds]),
      inArray(agendaDocuments.audience, [...audiences]),
    ),
  )
  return papers.map((paper) => ({ ...paper, files: paper.files.filter(({ isLast }) => isLast) }))
}

/** The papers that those invited to these parts may open, of items that have a time. */
export async function readPapersOfParts(read: Reader, eventId: string, partIds: readonly string[]) {
  if (!partIds.length) return []
  const items = await read
    .selectDistinct({ id: agendaItems.id })
    .from(agendaItems)
    .innerJoin(agendaDocuments, eq(agendaDocuments.itemId, agendaItems.id))
    .where(
      and(
        eq(agendaItems.eventId, eventId),
        eq(agendaItems.isScheduled, true),
        inArray(agendaItems.partId, [...partIds]),
        inArray(agendaDocuments.audience, ['public', 'invited']),
      ),
    )
  const itemIds = items.map(({ id }) => id)
  return readPapers(read, eventId, { itemIds, audiences: ['public', 'invited'] })
}

/** All papers of an item with every version, for those who work on the event. */
export function readPapersOfItem(read: Reader, eventId: string, itemId: string): Promise<Paper[]> {
  return papersWhere(read, and(eq(agendaDocuments.eventId, eventId), eq(agendaDocuments.itemId, itemId)))
}

/** What a speaker has brought. */
export function readPapersOfSpeaker(read: Reader, eventId: string, speakerId: string): Promise<Paper[]> {
  return papersWhere(
    read,
    and(eq(agendaDocuments.eventId, eventId), eq(agendaDocuments.speakerId, speakerId)),
  )
}

async function papersWhere(read: Reader, where: SQL | undefined): Promise<Paper[]> {
  const rows = await read
    .select({
      paper: agendaDocuments,
      file: agendaDocumentFiles,
      mediaType: documents.mediaType,
      bytes: documents.bytes,
    })
    .from(agendaDocuments)
    .innerJoin(agendaDocumentFiles, eq(agendaDocumentFiles.agendaDocumentId, agendaDocuments.id))
    .innerJoin(documents, eq(documents.id, agendaDocumentFiles.documentId))
    .where(where)
    .orderBy(asc(agendaDocuments.position), asc(agendaDocuments.id), desc(agendaDocumentFiles.number))
  return [...Map.groupBy(rows, ({ paper }) => paper.id).values()].flatMap((theirs) => {
    const [first] = theirs
    if (!first?.paper.itemId) return []
    const { id, itemId, kind, title, audience, speakerId } = first.paper
    const seen = new Set<string>()
    const files = theirs.map(({ file, mediaType, bytes }) => {
      const isLast = !seen.has(file.language ?? '')
      seen.add(file.language ?? '')
      const { id, language, number, downloads, createdAt } = file
      return { id, language, number, downloads, createdAt, mediaType, bytes, isLast }
    })
    const place = ({ language, isLast }: (typeof files)[number]) =>
      (isLast ? 0 : 100) + (language ? languages.indexOf(language) + 1 : 0)
    return [
      { id, itemId, kind, title, audience, speakerId, files: files.sort((a, b) => place(a) - place(b)) },
    ]
  })
}

/** A file of a paper with all that decides who may open it; null when this event has none such. */
export async function findPaperFile(read: Reader, eventId: string, fileId: string | undefined) {
  const newer = sql<boolean>`exists (select 1 from agenda_document_files newer
    where newer.agenda_document_id = ${agendaDocumentFiles.agendaDocumentId}
      and coalesce(newer.language, '') = coalesce(${agendaDocumentFiles.language}, '')
      and newer.number > ${agendaDocumentFiles.number})`
  const [found] = await read
    .select({
      id: agendaDocumentFiles.id,
      hasNewer: newer,
      audience: agendaDocuments.audience,
      speakerId: agendaDocuments.speakerId,
      itemId: agendaItems.id,
      partId: agendaItems.partId,
      document: documents,
    })
    .from(agendaDocumentFiles)
    .innerJoin(agendaDocuments, eq(agendaDocuments.id, agendaDocumentFiles.agendaDocumentId))
    .innerJoin(agendaItems, eq(agendaItems.id, agendaDocuments.itemId))
    .innerJoin(documents, eq(documents.id, agendaDocumentFiles.documentId))
    .where(and(eq(agendaDocumentFiles.id, fileId ?? ''), eq(agendaDocuments.eventId, eventId)))
  return found?.document.bytes ? { ...found, hasNewer: Boolean(found.hasNewer) } : null
}

export type FoundPaperFile = NonNullable<Awaited<ReturnType<typeof findPaperFile>>>

/** One more reader has opened it; who, nobody keeps. */
export async function countDownload(database: Database, fileId: string): Promise<void> {
  await database.write((tx) =>
    tx
      .update(agendaDocumentFiles)
      .set({ downloads: sql`${agendaDocumentFiles.downloads} + 1` })
      .where(eq(agendaDocumentFiles.id, fileId)),
  )
}
