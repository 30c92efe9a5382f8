import { and, asc, eq, max } from 'drizzle-orm'
import type { Tx } from '#db/client.server.ts'
import { newId } from '#db/id.server.ts'
import { madeBefore } from '#db/made-before.server.ts'
import { exhibitPictures } from '#db/schema/exhibition.server.ts'
import type { EventScope } from '../accounts/scope.server.ts'
import { type Direction, moved } from '../events/order.ts'
import { keepUnseen } from '../events/rules.ts'
import { claimFile, type KeptFile, releaseFile } from '../files/record.server.ts'
import type { Localized } from '../i18n/languages.ts'
import { lockExhibit, noteExhibit } from './lock.server.ts'
import { saysNothing } from './rules.ts'

export type PictureContent = {
  /** What the picture shows, for those who cannot see it. */
  alt: Localized
  caption: Localized
  credit: string
}

type Which = { exhibitId: string; pictureId: string; now: Date }
type NewPicture = { id?: string; exhibitId: string; file: KeptFile; content: PictureContent; now: Date }

/** How many pictures one exhibit may have: a visitor's phone is to load them on the venue's network. */
const mostPictures = 12

/**
 * Shows a recorded file as the exhibit's last picture. A published exhibit takes none without a description. When the
 * form comes again, its picture hangs already: then the file is `unused`, as `editPicture` has it.
 */
export async function addPicture(
  tx: Tx,
  scope: EventScope,
  { id = newId(), exhibitId, file, content, now }: NewPicture,
) {
  const locked = await lockExhibit(tx, scope, exhibitId)
  if (!locked) return { ok: false, reason: 'notFound' } as const
  const before = await madeBefore(tx, exhibitPictures, { id, ours: eq(exhibitPictures.exhibitId, exhibitId) })
  if (before) return before.ok ? { ...before, unused: [file.id] } : before
  if (locked.exhibit.state === 'published' && saysNothing(content.alt))
    return { ok: false, reason: 'altNeeded' } as const
  const ofExhibit = eq(exhibitPictures.exhibitId, exhibitId)
  if ((await tx.$count(exhibitPictures, ofExhibit)) >= mostPictures)
    return { ok: false, reason: 'tooManyPictures' } as const
  if (!(await claimFile(tx, scope, file))) return { ok: false, reason: 'notFound' } as const
  const [last] = await tx
    .select({ position: max(exhibitPictures.position) })
    .from(exhibitPictures)
    .where(ofExhibit)
  const row = { ...content, id, exhibitId, fileId: file.id, position: (last?.position ?? -1) + 1 }
  await tx.insert(exhibitPictures).values(row)
  await noteExhibit(tx, scope, { action: 'picture.add', exhibitId, after: row, now })
  return { ok: true, id, unused: [] as string[] } as const
}

/**
 * Changes what is said about a picture and, with `file`, the picture itself. `unused` are the files no longer shown:
 * `clearUnused` takes them away once this is committed.
 */
export async function editPicture(
  tx: Tx,
  scope: EventScope,
  { exhibitId, pictureId, file, content, now }: Which & { file?: KeptFile; content: PictureContent },
) {
  const locked = await lockExhibit(tx, scope, exhibitId)
  const before = locked && (await findPicture(tx, exhibitId, pictureId))
  if (!locked || !before) return { ok: false, reason: 'notFound' } as const
  if (locked.exhibit.state === 'published' && saysNothing(content.alt))
    return { ok: false, reason: 'altNeeded' } as const
  if (file && !(await claimFile(tx, scope, file))) return { ok: false, reason: 'notFound' } as const
  if (file) await releaseFile(tx, before.fileId)
  const seen = locked.event.languages
  await tx
    .update(exhibitPictures)
    .set({
      alt: keepUnseen(before.alt, content.alt, seen),
      caption: keepUnseen(before.caption, content.caption, seen),
      credit: content.credit,
      ...(file && { fileId: file.id }),
    })
    .where(eq(exhibitPictures.id, pictureId))
  const after = { ...content, fileId: file?.id ?? before.fileId }
  await noteExhibit(tx, scope, { action: 'picture.edit', exhibitId, before, after, now })
  return { ok: true, unused: file ? [before.fileId] : [] } as const
}

/** Takes a picture off its exhibit; `unused` as `editPicture` has it. */
export async function removePicture(tx: Tx, scope: EventScope, { exhibitId, pictureId, now }: Which) {
  const locked = await lockExhibit(tx, scope, exhibitId)
  const before = locked && (await findPicture(tx, exhibitId, pictureId))
  if (!before) return { ok: false, reason: 'notFound' } as const
  await tx.delete(exhibitPictures).where(eq(exhibitPictures.id, pictureId))
  await releaseFile(tx, before.fileId)
  await noteExhibit(tx, scope, { action: 'picture.remove', exhibitId, before, now })
  return { ok: true, unused: [before.fileId] } as const
}

/** Moves a picture one place up or down; at the end of the list nothing happens. The first stands on cards. */
export async function movePicture(
  tx: Tx,
  scope: EventScope,
  { exhibitId, pictureId, direction, now }: Which & { direction: Direction },
) {
  const locked = await lockExhibit(tx, scope, exhibitId)
  if (!locked) return { ok: false, reason: 'notFound' } as const
  const rows = await tx
    .select({ id: exhibitPictures.id })
    .from(exhibitPictures)
    .where(eq(exhibitPictures.exhibitId, exhibitId))
    .orderBy(asc(exhibitPictures.position), asc(exhibitPictures.id))
  const order = moved(rows, pictureId, direction)
  if (!order) return { ok: false, reason: 'notFound' } as const
  for (const [position, { id }] of order.entries())
    await tx.update(exhibitPictures).set({ position }).where(eq(exhibitPictures.id, id))
  await noteExhibit(tx, scope, { action: 'picture.move', exhibitId, after: { pictureId, direction }, now })
  return { ok: true } as const
}

async function findPicture(tx: Tx, exhibitId: string, pictureId: string) {
  const [picture] = await tx
    .select()
    .from(exhibitPictures)
    .where(and(eq(exhibitPictures.id, pictureId), eq(exhibitPictures.exhibitId, exhibitId)))
  return picture ?? null
}
