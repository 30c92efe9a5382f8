import { eq } from 'drizzle-orm'
import type { Tx } from '#db/client.server.ts'
import { exhibitPictures, exhibits } from '#db/schema/exhibition.server.ts'
import type { EventScope } from '../accounts/scope.server.ts'
import { lockExhibit, noteExhibit } from './lock.server.ts'
import { type ExhibitState, publishingNeeds } from './rules.ts'

type Which = { exhibitId: string; now: Date }

/** Hands a draft to the editor for review. */
export function submitExhibit(tx: Tx, scope: EventScope, which: Which) {
  return turn(tx, scope, which, { from: ['draft'], to: 'submitted' })
}

/** Gives a submitted exhibit back to those who write it. */
export function returnExhibit(tx: Tx, scope: EventScope, which: Which) {
  return turn(tx, scope, which, { from: ['submitted'], to: 'draft' })
}

/** Takes a published exhibit back to draft. Its address stays kept for it, since QR codes and letters may carry it. */
export function unpublishExhibit(tx: Tx, scope: EventScope, which: Which) {
  return turn(tx, scope, which, { from: ['published'], to: 'draft' })
}

/** Makes an exhibit public. Refused with the list of what is missing when it is not fit to be seen. */
export async function publishExhibit(tx: Tx, scope: EventScope, { exhibitId, now }: Which) {
  const locked = await lockExhibit(tx, scope, exhibitId)
  if (!locked) return { ok: false, reason: 'notFound' } as const
  const { exhibit } = locked
  if (exhibit.state === 'published') return { ok: false, reason: 'otherState' } as const
  const pictures = await tx
    .select({ alt: exhibitPictures.alt })
    .from(exhibitPictures)
    .where(eq(exhibitPictures.exhibitId, exhibitId))
  const needs = publishingNeeds(exhibit, pictures)
  if (needs.length) return { ok: false, reason: 'notReady', needs } as const
  const after = { state: 'published' as const, publishedAt: exhibit.publishedAt ?? now }
  await tx.update(exhibits).set(after).where(eq(exhibits.id, exhibitId))
  await noteExhibit(tx, scope, {
    ...{ action: 'exhibit.published', exhibitId, now },
    before: { state: exhibit.state },
    after,
  })
  return { ok: true } as const
}

async function turn(
  tx: Tx,
  scope: EventScope,
  { exhibitId, now }: Which,
  { from, to }: { from: ExhibitState[]; to: ExhibitState },
) {
  const locked = await lockExhibit(tx, scope, exhibitId)
  if (!locked) return { ok: false, reason: 'notFound' } as const
  const { state } = locked.exhibit
  if (!from.includes(state)) return { ok: false, reason: 'otherState' } as const
  await tx.update(exhibits).set({ state: to }).where(eq(exhibits.id, exhibitId))
  await noteExhibit(tx, scope, {
    ...{ action: `exhibit.${to}`, exhibitId, now },
    before: { state },
    after: { state: to },
  })
  return { ok: true } as const
}
