import { and, asc, desc, eq, inArray, isNull, type SQL, sql } from 'drizzle-orm'
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
  /** Null: the whole agenda's. */
  itemId: string | null
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
  return lastOf(
    await papersWhere(
      read,
      and(
        eq(agendaDocuments.eventId, eventId),
        inArray(agendaDocuments.itemId, [...itemIds]),
        inArray(agendaDocuments.audience, [...audiences]),
      ),
    ),
  )
}

/** The papers of the agenda as a whole that such readers may open, as `readPapers` tells them. */
export async function readPapersOfAgenda(
  read: Reader,
  eventId: string,
  audiences: readonly PaperAudience[],
): Promise<Paper[]> {
  return lastOf(
    await papersWhere(read, and(isOf(eventId, null), inArray(agendaDocuments.audience, [...audiences]))),
  )
}

function lastOf(papers: readonly Paper[]): Paper[] {
  return papers.map((paper) => ({ ...paper, files: paper.files.filter(({ isLast }) => isLast) }))
}

function isOf(eventId: string, itemId: string | null) {
  const item = itemId === null ? isNull(agendaDocuments.itemId) : eq(agendaDocuments.itemId, itemId)
  return and(eq(agendaDocuments.eventId, eventId), item)
}

/** The papers that those invited to these parts may open: the whole agenda's, then those of items that have a time. */
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
  const audiences = ['public', 'invited'] as const
  return [
    ...(await readPapersOfAgenda(read, eventId, audiences)),
    ...(await readPapers(read, eventId, { itemIds, audiences })),
  ]
}

/** All papers of an item, or with null of the whole agenda, with every version: for those who work on the event. */
export function readPapersOfItem(read: Reader, eventId: string, itemId: string | null): Promise<Paper[]> {
  return papersWhere(read, isOf(eventId, itemId))
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
    if (!first) return []
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
      itemId: agendaDocuments.itemId,
      partId: agendaItems.partId,
      document: documents,
    })
    .from(agendaDocumentFiles)
    .innerJoin(agendaDocuments, eq(agendaDocuments.id, agendaDocumentFiles.agendaDocumentId))
    .leftJoin(agendaItems, eq(agendaItems.id, agendaDocuments.itemId))
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
