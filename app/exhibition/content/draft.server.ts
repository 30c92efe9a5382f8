import { and, desc, eq, gt, inArray, lt } from 'drizzle-orm'
import type { Reader, Tx } from '#db/client.server.ts'
import { exhibitDrafts, exhibitEdits, exhibitMedia } from '#db/schema/exhibit-content.server.ts'
import { exhibits } from '#db/schema/exhibition.server.ts'
import type { EventScope } from '../../accounts/scope.server.ts'
import { note } from '../../events/note.server.ts'
import { mayWritePaths } from '../team/locks.server.ts'
import { noteWordings } from '../translation/wordings.server.ts'
import type { Change } from './change.ts'
import { type ExhibitContent, exhibitContent } from './content.ts'
import { type Flat, flatten, isSame, unflatten, type Value } from './flat.ts'
import { writeIndex } from './index.server.ts'
import { lockForWriting } from './lock.server.ts'
import { type Conflict, merge } from './merge.ts'
import { mediaNamed } from './named.ts'
import { lastPublished } from './versions.server.ts'

type Draft = typeof exhibitDrafts.$inferSelect
type Locked = NonNullable<Awaited<ReturnType<typeof lockForWriting>>>

type Saving = {
  exhibitId: string
  /** The version its writer saw; left out, the change contradicts nobody, such as one more picture. */
  seen?: number
  change: Change
  now: Date
  /** What is to be there before the change is written, such as the picture it names; false: it is not found. */
  before?(): Promise<boolean>
}

/** How many writes back somebody's copy may be and still be told from what others did. */
const editsKept = 500

/**
 * Applies a change to what its writer saw and puts it together with what others have written since. Where both changed
 * the same part, nothing is written: `conflict` answers both, with `mine` as the document that would have come of it, and
 * the version to send along when mine is to stand. Refused too: `tooMuch` beyond the limits of a document, `notFound` for
 * another event's exhibit or another exhibit's picture or document.
 */
export async function saveDraft(tx: Tx, scope: EventScope, { exhibitId, change, now, ...given }: Saving) {
  const locked = await lockForWriting(tx, scope, exhibitId)
  if (!locked) return { ok: false, reason: 'notFound' } as const
  const { draft } = locked
  const { seen = draft.version } = given
  const theirs = flatten(draft.content)
  const base = seen === draft.version ? theirs : await flatAt(tx, draft, seen)
  // Of a copy that is too old nobody knows what its writer changed: all that differs is shown.
  const { merged, conflicts } = base
    ? merge(base, flatten(change(contentOfFlat(base))), theirs)
    : merge(new Map(), flatten(change(draft.content)), theirs)
  const read = exhibitContent.safeParse(unflatten(merged))
  if (!read.success) return { ok: false, reason: 'tooMuch' } as const
  if (conflicts.length) return conflict(tx, draft, seen, { conflicts, mine: read.data })
  if (given.before && !(await given.before())) return { ok: false, reason: 'notFound' } as const
  if (!(await areItsMedia(tx, exhibitId, read.data))) return { ok: false, reason: 'notFound' } as const
  return writeDraft(tx, scope, locked, { content: read.data, now })
}

/**
 * Puts other content into a locked draft, with its line in the history. Nothing happens where it says the same. Refused:
 * `locked`, when one of a team writes what its editor keeps for themselves.
 */
export async function writeDraft(
  tx: Tx,
  scope: EventScope,
  { draft, exhibit }: Locked,
  { content, now }: { content: ExhibitContent; now: Date },
) {
  const { exhibitId } = draft
  const before = differences(flatten(content), flatten(draft.content))
  if (!before.length) return { ok: true, version: draft.version } as const
  const paths = before.map(([path]) => path)
  if (!(await mayWritePaths(tx, scope, exhibitId, paths))) return { ok: false, reason: 'locked' } as const
  const version = draft.version + 1
  const ofExhibit = eq(exhibitDrafts.exhibitId, exhibitId)
  await tx.update(exhibitDrafts).set({ version, content, updatedAt: now }).where(ofExhibit)
  await noteWordings(tx, exhibitId, draft.content, content)
  const { kind: actorKind, id: actorId } = scope.actor
  await tx.insert(exhibitEdits).values({ exhibitId, version, actorKind, actorId, at: now, before })
  await tx
    .delete(exhibitEdits)
    .where(and(eq(exhibitEdits.exhibitId, exhibitId), lt(exhibitEdits.version, version - editsKept)))
  await tx
    .update(exhibits)
    .set({ updatedAt: now, ahead: await aheadOf(tx, exhibit, content) })
    .where(eq(exhibits.id, exhibitId))
  if (exhibit.state !== 'published') await writeIndex(tx, exhibit, content)
  await note(tx, scope, { action: 'exhibit.edit', subjectId: exhibitId, after: { version, paths }, now })
  return { ok: true, version } as const
}

async function aheadOf(tx: Tx, exhibit: Locked['exhibit'], content: ExhibitContent) {
  if (exhibit.state !== 'published') return 'no'
  const published = await lastPublished(tx, exhibit.id)
  const isAhead = !published || differences(flatten(content), flatten(published.content)).length > 0
  if (!isAhead) return 'no'
  return exhibit.ahead === 'submitted' ? 'submitted' : 'changed'
}

/** What stands in `before` wherever `after` differs from it. */
function differences(after: Flat, before: Flat): [string, Value?][] {
  const paths = new Set([...after.keys(), ...before.keys()])
  return [...paths].flatMap((path): [string, Value?][] => {
    const was = before.get(path)
    if (isSame(after.get(path), was)) return []
    return [was === undefined ? [path] : [path, was]]
  })
}

/** The paths in which two documents differ. */
export function changedPaths(one: ExhibitContent, other: ExhibitContent): string[] {
  return differences(flatten(one), flatten(other)).map(([path]) => path)
}

/** The paths in which the draft differs from what visitors see; none where they see nothing. */
export async function changesSincePublished(read: Reader, exhibitId: string, content: ExhibitContent) {
  const published = await lastPublished(read, exhibitId)
  return published ? changedPaths(content, published.content) : []
}

/** The document as it was at an earlier version; null when that is longer ago than edits are kept. */
async function flatAt(read: Reader, draft: Draft, version: number): Promise<Flat | null> {
  const edits = await editsSince(read, draft.exhibitId, version)
  const isWhole = version >= 1 && version <= draft.version && edits.length === draft.version - version
  if (!isWhole) return null
  const flat = flatten(draft.content)
  for (const { before } of edits)
    for (const [path, value] of before) {
      if (value === undefined) flat.delete(path)
      else flat.set(path, value)
    }
  return flat
}

function editsSince(read: Reader, exhibitId: string, version: number) {
  return read
    .select({ before: exhibitEdits.before })
    .from(exhibitEdits)
    .where(and(eq(exhibitEdits.exhibitId, exhibitId), gt(exhibitEdits.version, version)))
    .orderBy(desc(exhibitEdits.version))
}

function contentOfFlat(flat: Flat): ExhibitContent {
  return exhibitContent.parse(unflatten(flat))
}

type Both = { conflicts: Conflict[]; mine: ExhibitContent }

async function conflict(tx: Tx, draft: Draft, seen: number, both: Both) {
  const [last] = await tx
    .select({ kind: exhibitEdits.actorKind, id: exhibitEdits.actorId, at: exhibitEdits.at })
    .from(exhibitEdits)
    .where(and(eq(exhibitEdits.exhibitId, draft.exhibitId), gt(exhibitEdits.version, seen)))
    .orderBy(desc(exhibitEdits.version))
    .limit(1)
  return { ok: false, reason: 'conflict', ...both, version: draft.version, by: last ?? null } as const
}

async function areItsMedia(tx: Tx, exhibitId: string, content: ExhibitContent): Promise<boolean> {
  const wanted = mediaNamed(content)
  if (!wanted.length) return true
  const itsOwn = and(eq(exhibitMedia.exhibitId, exhibitId), inArray(exhibitMedia.id, wanted))
  return (await tx.$count(exhibitMedia, itsOwn)) === wanted.length
}

/** What is being written, the version to send along with a change of it, and where the exhibit stands; null when not there. */
export async function readDraft(read: Reader, scope: EventScope, exhibitId: string) {
  const [found] = await read
    .select({ exhibit: exhibits, content: exhibitDrafts.content, version: exhibitDrafts.version })
    .from(exhibits)
    .innerJoin(exhibitDrafts, eq(exhibitDrafts.exhibitId, exhibits.id))
    .where(and(eq(exhibits.id, exhibitId), eq(exhibits.eventId, scope.eventId)))
  return found ?? null
}
