import { and, count, eq, inArray, isNull, max } from 'drizzle-orm'
import { audit } from '#db/audit.server.ts'
import type { Tx } from '#db/client.server.ts'
import { newId } from '#db/id.server.ts'
import { madeBefore } from '#db/made-before.server.ts'
import { agendaItems } from '#db/schema/agenda.server.ts'
import { agendaDocumentFiles, agendaDocuments } from '#db/schema/agenda-documents.server.ts'
import type { EventScope } from '../accounts/scope.server.ts'
import type { SpeakerScope } from '../accounts/speaker-scope.server.ts'
import { lockEvent } from '../events/lock.server.ts'
import { keepUnseen } from '../events/rules.ts'
import { clearDocuments, keepDocument, readDocument, releaseDocuments } from '../files/document.server.ts'
import type { Stores } from '../files/unused.server.ts'
import type { Language, Localized } from '../i18n/languages.ts'
import { mostPapers, type PaperAudience, type PaperKind } from './papers.ts'

/** Which item a paper is of; null for the agenda as a whole. */
type Owner = string | null
/** Who brings a paper: an organiser, or a speaker their own. */
type Bringer = EventScope | SpeakerScope
export type PaperContent = { title: Localized; kind: PaperKind; audience: PaperAudience }
type Upload = { bytes: Uint8Array; name: string }
type Filed = { file: Upload; language: Language | null; now: Date }

/**
 * Adds a paper with its first file to an item or to the whole agenda, once. Refused as `readDocument` refuses; `notFound` for an item that is not
 * this event's; `tooManyPapers`. Then nothing is kept.
 */
export async function addPaper(
  stores: Stores,
  scope: Bringer,
  { id = newId(), itemId, content, ...filed }: Filed & { id?: string; itemId: Owner; content: PaperContent },
) {
  return keepFile(stores, scope, filed, async (tx, documentId) => {
    await lockEvent(tx, scope.eventId)
    if (!(await hasItem(tx, scope, itemId))) return { ok: false, reason: 'notFound' } as const
    const ours = isOf(scope, itemId)
    const before = await madeBefore(tx, agendaDocuments, { id, ours })
    // The same form again brings the same file again: one is enough.
    if (before) return { ok: false, reason: 'madeBefore' } as const
    const [last] = await tx
      .select({ position: max(agendaDocuments.position), count: count() })
      .from(agendaDocuments)
      .where(ours)
    if (Number(last?.count ?? 0) >= mostPapers) return { ok: false, reason: 'tooManyPapers' } as const
    const speakerId = 'speakerId' in scope ? scope.speakerId : null
    const row = { ...content, id, eventId: scope.eventId, itemId, speakerId, createdAt: filed.now }
    await tx.insert(agendaDocuments).values({ ...row, position: (last?.position ?? -1) + 1 })
    await addFile(tx, { paperId: id, documentId, ...filed })
    await tell(tx, scope, { action: 'add', paperId: id, after: { ...content, itemId }, now: filed.now })
    return { ok: true, id } as const
  })
}

/** Adds a new version in its language; the one before stays for those who work on the event. Refused as `addPaper` is. */
export async function addVersion(
  stores: Stores,
  scope: EventScope,
  { itemId, paperId, ...filed }: Filed & { itemId: Owner; paperId: string },
) {
  return keepFile(stores, scope, filed, async (tx, documentId) => {
    await lockEvent(tx, scope.eventId)
    if (!(await findPaper(tx, scope, { itemId, paperId }))) return { ok: false, reason: 'notFound' } as const
    await addFile(tx, { paperId, documentId, ...filed })
    const { language, now } = filed
    await tell(tx, scope, { action: 'version', paperId, after: { language }, now })
    return { ok: true, id: paperId } as const
  })
}

type Which = { itemId: Owner; paperId: string; now: Date }

/** Changes how a paper is named and who may open it. Refused: `notFound`. */
export async function editPaper(
  tx: Tx,
  scope: EventScope,
  { content, now, ...which }: Which & { content: PaperContent },
) {
  const event = await lockEvent(tx, scope.eventId)
  const before = await findPaper(tx, scope, which)
  if (!before) return { ok: false, reason: 'notFound' } as const
  const after = { ...content, title: keepUnseen(before.title, content.title, event.languages) }
  await tx.update(agendaDocuments).set(after).where(isPaper(scope, which))
  await tell(tx, scope, { action: 'edit', paperId: which.paperId, before, after, now })
  return { ok: true } as const
}

/** Removes a paper with all its versions, and their bytes from the store. A speaker removes their own only. */
export async function discardPaper(stores: Stores, scope: Bringer, { now, ...which }: Which) {
  const removed = await stores.database.write(async (tx) => {
    await lockEvent(tx, scope.eventId)
    const before = await findPaper(tx, scope, which)
    if (!before) return { ok: false, reason: 'notFound' } as const
    const ids = await releasePapers(tx, scope, [which.paperId])
    await tx.delete(agendaDocuments).where(isPaper(scope, which))
    await tell(tx, scope, { action: 'remove', paperId: which.paperId, before, now })
    return { ok: true, ids } as const
  })
  if (removed.ok) await clearDocuments(stores, scope, { ids: removed.ids, now })
  return removed
}

/** Lets the files of papers go that are about to be deleted: `clearDocuments` takes their bytes afterwards. */
export async function releasePapers(
  tx: Tx,
  owner: { officeId: string; eventId: string },
  paperIds: readonly string[],
): Promise<string[]> {
  if (!paperIds.length) return []
  const rows = await tx
    .delete(agendaDocumentFiles)
    .where(inArray(agendaDocumentFiles.agendaDocumentId, [...paperIds]))
    .returning({ id: agendaDocumentFiles.documentId })
  const ids = rows.map(({ id }) => id)
  await releaseDocuments(tx, owner, ids)
  return ids
}

/** The same for all papers of an item that is about to be removed. */
export async function releasePapersOfItem(tx: Tx, scope: EventScope, itemId: string): Promise<string[]> {
  const rows = await tx
    .select({ id: agendaDocuments.id })
    .from(agendaDocuments)
    .where(and(eq(agendaDocuments.itemId, itemId), eq(agendaDocuments.eventId, scope.eventId)))
  return releasePapers(
    tx,
    scope,
    rows.map(({ id }) => id),
  )
}

async function keepFile<Outcome extends { ok: true } | { ok: false; reason: string }>(
  stores: Stores,
  scope: Bringer,
  { file, now }: Filed,
  use: (tx: Tx, documentId: string) => Promise<Outcome>,
) {
  const read = readDocument(file.bytes)
  if (!read.ok) return read
  return keepDocument(stores, scope, { ...file, mediaType: read.kind.mediaType, now }, use)
}

async function addFile(
  tx: Tx,
  { paperId, documentId, language, now }: Filed & { paperId: string; documentId: string },
): Promise<void> {
  const [last] = await tx
    .select({ number: max(agendaDocumentFiles.number) })
    .from(agendaDocumentFiles)
    .where(
      and(
        eq(agendaDocumentFiles.agendaDocumentId, paperId),
        language ? eq(agendaDocumentFiles.language, language) : isNull(agendaDocumentFiles.language),
      ),
    )
  await tx.insert(agendaDocumentFiles).values({
    ...{ id: newId(), agendaDocumentId: paperId, documentId, language },
    ...{ number: (last?.number ?? 0) + 1, createdAt: now },
  })
}

async function hasItem(tx: Tx, { eventId }: Bringer, itemId: Owner): Promise<boolean> {
  if (itemId === null) return true
  return (await tx.$count(agendaItems, and(eq(agendaItems.id, itemId), eq(agendaItems.eventId, eventId)))) > 0
}

async function findPaper(tx: Tx, scope: Bringer, which: Omit<Which, 'now'>) {
  const [paper] = await tx.select().from(agendaDocuments).where(isPaper(scope, which))
  return paper ?? null
}

function isPaper(scope: Bringer, { itemId, paperId }: Omit<Which, 'now'>) {
  return and(
    eq(agendaDocuments.id, paperId),
    isOf(scope, itemId),
    'speakerId' in scope ? eq(agendaDocuments.speakerId, scope.speakerId) : undefined,
  )
}

function isOf({ eventId }: Bringer, itemId: Owner) {
  const item = itemId === null ? isNull(agendaDocuments.itemId) : eq(agendaDocuments.itemId, itemId)
  return and(eq(agendaDocuments.eventId, eventId), item)
}

type Told = { action: string; paperId: string; before?: unknown; after?: unknown; now: Date }

function tell(tx: Tx, { officeId, eventId, actor }: Bringer, { action, paperId, ...fact }: Told) {
  const about = { officeId, eventId, action: `agenda.paper.${action}`, subjectId: paperId }
  return audit(tx, actor, { ...about, ...fact })
}
