import { and, asc, count, eq, inArray, like, sql } from 'drizzle-orm'
import type { Reader, Tx } from '#db/client.server.ts'
import { newId } from '#db/id.server.ts'
import { madeBefore } from '#db/made-before.server.ts'
import { documents } from '#db/schema/documents.server.ts'
import { exhibitMedia, exhibitVersions } from '#db/schema/exhibit-content.server.ts'
import { files } from '#db/schema/files.server.ts'
import type { EventScope } from '../../accounts/scope.server.ts'
import { releaseDocuments } from '../../files/document.server.ts'
import { claimFile, type KeptFile, releaseFile, shownFile } from '../../files/record.server.ts'
import type { Language } from '../../i18n/languages.ts'
import { type Change, withoutDocument, withoutPicture, withPicture, withPictureReplaced } from './change.ts'
import type { PictureTexts } from './content.ts'
import { saveDraft } from './draft.server.ts'
import { lockForWriting } from './lock.server.ts'
import { mostBytes, mostMedia } from './media-limits.ts'

type Texts = Omit<PictureTexts, 'id'>
type Which = { exhibitId: string; now: Date }
/** What nothing shows any more: its bytes go once the transaction is committed. */
export type Unused = { fileIds: string[]; documentIds: string[] }

export const nothingUnused: Unused = { fileIds: [], documentIds: [] }

/**
 * Gives the exhibit a recorded file as a picture; the first is its cover. When the form comes again, the picture is there
 * already and the file unused. Refused `tooManyPictures` and `tooManyBytes`, and as `saveDraft` is.
 */
export async function addPicture(
  tx: Tx,
  scope: EventScope,
  given: Which & { id?: string; file: KeptFile; texts: Texts; seen: readonly Language[] },
) {
  const { id = newId(), file, texts, seen, ...which } = given
  const unused = { ...nothingUnused, fileIds: [file.id] }
  if (!(await lockForWriting(tx, scope, which.exhibitId))) return notFound
  const before = await madeBefore(tx, exhibitMedia, { id, ours: eq(exhibitMedia.exhibitId, which.exhibitId) })
  if (before) return before.ok ? ({ ...before, unused } as const) : before
  const saved = await keepMedia(tx, scope, which, { id, file, change: withPicture({ id, ...texts }, seen) })
  return saved.ok ? ({ ...saved, id, unused: nothingUnused } as const) : saved
}

/** Shows another picture wherever this one was shown in the draft. What is published keeps the old one until the next time. */
export async function replacePicture(
  tx: Tx,
  scope: EventScope,
  given: Which & { pictureId: string; file: KeptFile; texts: Texts; seen: readonly Language[] },
) {
  const { pictureId, file, texts, seen, ...which } = given
  const id = newId()
  if (!(await tx.$count(exhibitMedia, isOf(which.exhibitId, pictureId)))) return notFound
  const change = withPictureReplaced(pictureId, { id, ...texts }, seen)
  const saved = await keepMedia(tx, scope, which, { id, file, change })
  if (!saved.ok) return saved
  return { ...saved, id, unused: await dropUnnamed(tx, scope, which.exhibitId, pictureId) } as const
}

/** Takes a picture out of the draft, wherever it is shown; its bytes stay while a kept version shows it. */
export function removePicture(tx: Tx, scope: EventScope, { id, ...which }: Which & { id: string }) {
  return removeMedia(tx, scope, which, { id, change: withoutPicture(id) })
}

/** Likewise a document. */
export function removeDocument(tx: Tx, scope: EventScope, { id, ...which }: Which & { id: string }) {
  return removeMedia(tx, scope, which, { id, change: withoutDocument(id) })
}

/** Gives the exhibit a kept document, to be offered by a block. */
export async function addDocument(
  tx: Tx,
  scope: EventScope,
  { exhibitId, document, id, now, change }: Which & { document: Bytes; id: string; change: Change },
) {
  if (await tx.$count(exhibitMedia, eq(exhibitMedia.id, id))) return notFound
  return keepMedia(tx, scope, { exhibitId, now }, { id, document, change })
}

const notFound = { ok: false, reason: 'notFound' } as const

function isOf(exhibitId: string, id: string) {
  return and(eq(exhibitMedia.exhibitId, exhibitId), eq(exhibitMedia.id, id))
}

type Bytes = { id: string; bytes: number }
type Kept = { id: string; file?: KeptFile; document?: Bytes; change: Change }

async function keepMedia(tx: Tx, scope: EventScope, { exhibitId, now }: Which, kept: Kept) {
  const { id, file, document, change } = kept
  const added = (file ?? document)?.bytes ?? 0
  if (!(await lockForWriting(tx, scope, exhibitId))) return notFound
  const { count, bytes } = await mediaKept(tx, exhibitId)
  if (count >= mostMedia) return { ok: false, reason: 'tooManyPictures' } as const
  if (bytes + added > mostBytes) return { ok: false, reason: 'tooManyBytes' } as const
  return saveDraft(tx, scope, { exhibitId, change, now, before: keep })

  async function keep() {
    if (file && !(await claimFile(tx, scope, file))) return false
    const row = { id, exhibitId, fileId: file?.id ?? null, documentId: document?.id ?? null, createdAt: now }
    await tx.insert(exhibitMedia).values(row)
    return true
  }
}

/** How many pictures and documents an exhibit keeps, and how many bytes these are. */
async function mediaKept(read: Reader, exhibitId: string) {
  const [kept] = await read
    .select({
      count: count(),
      bytes: sql<number>`coalesce(sum(${files.bytes}), 0) + coalesce(sum(${documents.bytes}), 0)`.mapWith(
        Number,
      ),
    })
    .from(exhibitMedia)
    .leftJoin(files, eq(files.id, exhibitMedia.fileId))
    .leftJoin(documents, eq(documents.id, exhibitMedia.documentId))
    .where(eq(exhibitMedia.exhibitId, exhibitId))
  return kept ?? { count: 0, bytes: 0 }
}

async function removeMedia(
  tx: Tx,
  scope: EventScope,
  { exhibitId, now }: Which,
  { id, change }: { id: string; change: Change },
) {
  if (!(await tx.$count(exhibitMedia, isOf(exhibitId, id)))) return notFound
  const saved = await saveDraft(tx, scope, { exhibitId, change, now })
  if (!saved.ok) return saved
  return { ...saved, unused: await dropUnnamed(tx, scope, exhibitId, id) } as const
}

/** Lets go of what no kept version names; the draft was seen to before. */
async function dropUnnamed(tx: Tx, scope: EventScope, exhibitId: string, id: string): Promise<Unused> {
  const content = sql`cast(${exhibitVersions.content} as text)`
  const names = and(eq(exhibitVersions.exhibitId, exhibitId), like(content, `%"${id}"%`))
  if (await tx.$count(exhibitVersions, names)) return nothingUnused
  return letGo(tx, scope, await tx.delete(exhibitMedia).where(isOf(exhibitId, id)).returning())
}

/** Lets go of all pictures and documents of an exhibit that is about to be removed. */
export async function releaseAllMedia(tx: Tx, scope: EventScope, exhibitId: string): Promise<Unused> {
  return letGo(
    tx,
    scope,
    await tx.delete(exhibitMedia).where(eq(exhibitMedia.exhibitId, exhibitId)).returning(),
  )
}

async function letGo(tx: Tx, scope: EventScope, rows: (typeof exhibitMedia.$inferSelect)[]): Promise<Unused> {
  const fileIds = rows.flatMap(({ fileId }) => fileId ?? [])
  const documentIds = rows.flatMap(({ documentId }) => documentId ?? [])
  for (const id of fileIds) await releaseFile(tx, id)
  await releaseDocuments(tx, scope, documentIds)
  return { fileIds, documentIds }
}

/** A picture's or document's file, by the id that content names. */
export type MediaFiles = Awaited<ReturnType<typeof readMedia>>

/** The files of an exhibit's pictures and documents, in the order they came; of `ids` only, where given. */
export async function readMedia(read: Reader, exhibitId: string, ids?: readonly string[]) {
  const which = and(
    eq(exhibitMedia.exhibitId, exhibitId),
    ids && inArray(exhibitMedia.id, ids.length ? [...ids] : ['']),
  )
  const [pictures, papers] = await Promise.all([
    read
      .select({ id: exhibitMedia.id, bytes: files.bytes, ...shownFile })
      .from(exhibitMedia)
      .innerJoin(files, eq(files.id, exhibitMedia.fileId))
      .where(which)
      .orderBy(asc(exhibitMedia.createdAt), asc(exhibitMedia.id)),
    read
      .select({
        ...{ id: exhibitMedia.id, name: documents.name, mediaType: documents.mediaType },
        bytes: documents.bytes,
      })
      .from(exhibitMedia)
      .innerJoin(documents, eq(documents.id, exhibitMedia.documentId))
      .where(which)
      .orderBy(asc(exhibitMedia.createdAt), asc(exhibitMedia.id)),
  ])
  return { pictures, documents: papers }
}
