import { and, eq } from 'drizzle-orm'
import type { EventScope } from '#app/accounts/scope.server.ts'
import type { ReadyMail } from '#app/answers/letters.server.ts'
import { lockEvent } from '#app/events/lock.server.ts'
import type { Stores } from '#app/files/unused.server.ts'
import { enqueue } from '#app/mail/outbox.server.ts'
import { audit } from '#db/audit.server.ts'
import type { Tx } from '#db/client.server.ts'
import { type PrivacyCounts, privacyRequests } from '#db/schema/privacy.server.ts'
import { correctPerson } from './correct.server.ts'
import { clearErasedFiles, erasePerson } from './erase.server.ts'
import { type Reach, readSubject } from './subject.server.ts'

/** `mail` tells the person; null where there is no address. */
type Deciding = { requestId: string; answer: string; mail: ReadyMail | null; now: Date }

/** Declines a request with the reason that the person is told. Refused: `notFound`, `isDecided`. */
export async function refuseRequest(tx: Tx, scope: EventScope, deciding: Deciding) {
  const found = await openRequest(tx, scope, deciding.requestId)
  if (!found.ok) return found
  await settle(tx, scope, { ...deciding, state: 'refused' })
  await tellPerson(tx, deciding, found.request.attendeeId)
  return { ok: true } as const
}

/**
 * Does what was asked: marks that a copy was handed over, or corrects name and telephone, in the directory too where
 * `inDirectory`. Refused: `notFound`, `isDecided`; an erasure goes by `eraseByRequest`.
 */
export async function grantRequest(
  tx: Tx,
  scope: EventScope,
  { inDirectory, ...deciding }: Deciding & { inDirectory: boolean },
) {
  const found = await openRequest(tx, scope, deciding.requestId)
  if (!found.ok) return found
  const { kind, wanted, attendeeId } = found.request
  if (kind === 'erasure') return { ok: false, reason: 'notFound' } as const
  if (kind === 'correction' && wanted)
    await correctPerson(tx, scope, { attendeeId, wanted, inDirectory, now: deciding.now })
  await settle(tx, scope, { ...deciding, state: 'granted' })
  await tellPerson(tx, deciding, attendeeId)
  return { ok: true } as const
}

/**
 * Erases the person who asked, within `reach`. Works while mails are under way: those in a worker's hand count as sent,
 * others never leave. Refused: `notFound`, `isDecided`.
 */
export async function eraseByRequest(
  stores: Stores,
  scope: EventScope,
  { reach, ...deciding }: Deciding & { reach: Reach },
) {
  const { requestId, mail, now } = deciding
  const { officeId, eventId, actor } = scope
  const erased = await stores.database.write(async (tx) => {
    const found = await openRequest(tx, scope, requestId)
    if (!found.ok) return found
    const { attendeeId } = found.request
    const subject = await readSubject(tx, { officeId, eventId, attendeeId }, reach)
    if (!subject) return { ok: false, reason: 'notFound' } as const
    const counts = await erasePerson(tx, subject, { actor, now })
    const notice = mail && (await enqueue(tx, { ...mail, dedupeKey: `privacy:${requestId}`, now }))
    await settle(tx, scope, {
      ...deciding,
      state: 'granted',
      erased: { reach, counts, noticeId: notice?.id ?? null },
    })
    return { ok: true, counts, eventIds: subject.eventIds } as const
  })
  if (erased.ok) await clearErasedFiles(stores, { officeId, eventIds: erased.eventIds, now })
  return erased
}

async function openRequest(tx: Tx, { eventId }: EventScope, requestId: string) {
  await lockEvent(tx, eventId)
  const [request] = await tx
    .select()
    .from(privacyRequests)
    .where(and(eq(privacyRequests.id, requestId), eq(privacyRequests.eventId, eventId)))
  if (!request) return { ok: false, reason: 'notFound' } as const
  if (request.state !== 'open') return { ok: false, reason: 'isDecided' } as const
  return { ok: true, request } as const
}

type Settling = Deciding & {
  state: 'granted' | 'refused'
  erased?: { reach: Reach; counts: PrivacyCounts; noticeId: string | null }
}

async function settle(tx: Tx, scope: EventScope, { requestId, answer, state, erased, now }: Settling) {
  const { officeId, eventId, actor } = scope
  const decidedBy = actor.kind === 'user' ? actor.id : null
  await tx
    .update(privacyRequests)
    .set({ state, answer, decidedBy, decidedAt: now, ...erased })
    .where(eq(privacyRequests.id, requestId))
  const after = { state, ...(erased ? { reach: erased.reach, counts: erased.counts } : { answer }) }
  await audit(tx, actor, { officeId, eventId, action: 'privacy.decide', subjectId: requestId, after, now })
}

async function tellPerson(tx: Tx, { requestId, mail, now }: Deciding, attendeeId: string) {
  if (mail) await enqueue(tx, { ...mail, attendeeId, dedupeKey: `privacy:${requestId}`, now })
}
