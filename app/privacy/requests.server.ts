import { and, eq } from 'drizzle-orm'
import type { EventScope } from '#app/accounts/scope.server.ts'
import type { GuestScope } from '#app/answers/scope.server.ts'
import { lockEvent } from '#app/events/lock.server.ts'
import { audit } from '#db/audit.server.ts'
import type { Tx } from '#db/client.server.ts'
import { newId } from '#db/id.server.ts'
import { attendees } from '#db/schema/invitations.server.ts'
import { type PrivacyKind, privacyRequests, type WantedCorrection } from '#db/schema/privacy.server.ts'
import { dueAt } from './rules.ts'
import { rightsHolder } from './subject.server.ts'

type Asking = {
  kind: PrivacyKind
  reason: string
  wanted?: WantedCorrection | undefined
  now: Date
}

/**
 * Puts a person's request before the office. Refused: `notFound` where the link is an institution's,
 * `isOpen` when the same has been asked and not answered.
 */
export async function askForRights(tx: Tx, scope: GuestScope, asking: Asking) {
  await lockEvent(tx, scope.eventId)
  const attendeeId = await rightsHolder(tx, scope)
  if (!attendeeId) return { ok: false, reason: 'notFound' } as const
  return record(tx, scope, { ...asking, attendeeId, via: 'link' })
}

/** The same, as it reached the desk by telephone or mail. Refused likewise. */
export async function recordRightsRequest(
  tx: Tx,
  scope: EventScope,
  asking: Asking & { attendeeId: string },
) {
  await lockEvent(tx, scope.eventId)
  const isOurs = and(eq(attendees.id, asking.attendeeId), eq(attendees.eventId, scope.eventId))
  if (!(await tx.$count(attendees, isOurs))) return { ok: false, reason: 'notFound' } as const
  return record(tx, scope, { ...asking, via: 'desk' })
}

async function record(
  tx: Tx,
  { officeId, eventId, actor }: EventScope | GuestScope,
  { attendeeId, kind, reason, wanted, via, now }: Asking & { attendeeId: string; via: 'link' | 'desk' },
) {
  const isSame = and(
    eq(privacyRequests.attendeeId, attendeeId),
    eq(privacyRequests.kind, kind),
    eq(privacyRequests.state, 'open'),
  )
  if (await tx.$count(privacyRequests, isSame)) return { ok: false, reason: 'isOpen' } as const
  const id = newId()
  const row = {
    ...{ id, officeId, eventId, attendeeId, kind, via, reason },
    dueAt: dueAt(now),
    createdAt: now,
  }
  await tx.insert(privacyRequests).values({ ...row, state: 'open', wanted: wanted ?? null })
  await audit(tx, actor, {
    ...{
      officeId,
      eventId,
      action: `privacy.ask.${kind}`,
      subjectId: id,
      after: { attendeeId, reason, wanted },
      now,
    },
  })
  return { ok: true, id } as const
}

/** A person thinks better of it, while nothing has been decided. Refused: `notFound`. */
export async function withdrawRequest(
  tx: Tx,
  scope: GuestScope,
  { requestId, now }: { requestId: string; now: Date },
) {
  await lockEvent(tx, scope.eventId)
  const attendeeId = await rightsHolder(tx, scope)
  const [withdrawn] = await tx
    .update(privacyRequests)
    .set({ state: 'withdrawn', decidedAt: now })
    .where(
      and(
        eq(privacyRequests.id, requestId),
        eq(privacyRequests.attendeeId, attendeeId ?? ''),
        eq(privacyRequests.state, 'open'),
      ),
    )
    .returning({ id: privacyRequests.id })
  if (!withdrawn) return { ok: false, reason: 'notFound' } as const
  const { officeId, eventId, actor } = scope
  await audit(tx, actor, { officeId, eventId, action: 'privacy.withdraw', subjectId: requestId, now })
  return { ok: true } as const
}
