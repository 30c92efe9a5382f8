import { and, asc, eq } from 'drizzle-orm'
import type { Reader, Tx } from '#db/client.server.ts'
import { newId } from '#db/id.server.ts'
import { madeBefore } from '#db/made-before.server.ts'
import { users } from '#db/schema/accounts.server.ts'
import { exhibitComments } from '#db/schema/exhibit-reviews.server.ts'
import { exhibitTeams } from '#db/schema/exhibit-teams.server.ts'
import type { EventScope } from '../../accounts/scope.server.ts'
import { note } from '../../events/note.server.ts'
import { lockForWriting } from '../content/lock.server.ts'

export const mostComments = 500

type NewComment = { id?: string; exhibitId: string; blockId: string | null; text: string; now: Date }

/**
 * Says something about an exhibit or one of its blocks, once however often the form is sent. Refused: `notFound` for an
 * exhibit of another event or a block that is not there, `full` beyond `mostComments`.
 */
export async function addComment(
  tx: Tx,
  scope: EventScope,
  { id = newId(), exhibitId, blockId, text, now }: NewComment,
) {
  const locked = await lockForWriting(tx, scope, exhibitId)
  if (!locked) return { ok: false, reason: 'notFound' } as const
  const ours = eq(exhibitComments.exhibitId, exhibitId)
  const before = await madeBefore(tx, exhibitComments, { id, ours })
  if (before) return before
  if (blockId && !locked.draft.content.blocks.some((block) => block.id === blockId))
    return { ok: false, reason: 'notFound' } as const
  if ((await tx.$count(exhibitComments, ours)) >= mostComments) return { ok: false, reason: 'full' } as const
  const { kind: actorKind, id: actorId } = scope.actor
  await tx.insert(exhibitComments).values({
    ...{ id, exhibitId, blockId, text, actorKind, actorId, createdAt: now },
  })
  await note(tx, scope, {
    ...{ action: 'exhibit.comment', subjectId: exhibitId, after: { commentId: id, blockId }, now },
  })
  return { ok: true, id } as const
}

/** Settles a comment, or opens it again. Refused: `notFound`. */
export async function settleComment(
  tx: Tx,
  scope: EventScope,
  { exhibitId, commentId, isDone, now }: { exhibitId: string; commentId: string; isDone: boolean; now: Date },
) {
  const locked = await lockForWriting(tx, scope, exhibitId)
  if (!locked) return { ok: false, reason: 'notFound' } as const
  const settled = await tx
    .update(exhibitComments)
    .set({ doneAt: isDone ? now : null })
    .where(and(eq(exhibitComments.id, commentId), eq(exhibitComments.exhibitId, exhibitId)))
    .returning({ id: exhibitComments.id })
  if (!settled.length) return { ok: false, reason: 'notFound' } as const
  await note(tx, scope, {
    ...{ action: 'exhibit.comment.settle', subjectId: exhibitId, after: { commentId, isDone }, now },
  })
  return { ok: true } as const
}

/** All that was said about an exhibit, the first first, each with its author's name where they are still known. */
export async function readComments(read: Reader, exhibitId: string) {
  const rows = await read
    .select({
      id: exhibitComments.id,
      blockId: exhibitComments.blockId,
      text: exhibitComments.text,
      at: exhibitComments.createdAt,
      doneAt: exhibitComments.doneAt,
      kind: exhibitComments.actorKind,
      user: users.name,
      member: exhibitTeams.name,
    })
    .from(exhibitComments)
    .leftJoin(users, and(eq(exhibitComments.actorKind, 'user'), eq(users.id, exhibitComments.actorId)))
    .leftJoin(
      exhibitTeams,
      and(eq(exhibitComments.actorKind, 'token'), eq(exhibitTeams.id, exhibitComments.actorId)),
    )
    .where(eq(exhibitComments.exhibitId, exhibitId))
    .orderBy(asc(exhibitComments.createdAt), asc(exhibitComments.id))
  return rows.map(({ kind, user, member, ...comment }) => ({
    ...comment,
    isTeam: kind === 'token',
    by: user ?? member,
  }))
}

export type Comment = Awaited<ReturnType<typeof readComments>>[number]
