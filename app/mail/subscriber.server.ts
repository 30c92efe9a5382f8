import type { Tx } from '#db/client.server.ts'
import { findSuppression, liftSuppression, suppress } from './suppression.server.ts'
import type { Subscriber } from './unsubscribe.ts'

/* What the holder of an unsubscribe link does. They can take off the list what they have put there, and nothing else. */

const byOwner = ({ officeId }: Subscriber) => ({
  officeId,
  actor: { kind: 'token', id: 'unsubscribe' } as const,
})

/** No more announcements; invitations in their name still come. Once more changes nothing. */
export async function unsubscribe(tx: Tx, subscriber: Subscriber, { now }: { now: Date }): Promise<void> {
  const { address } = subscriber
  await suppress(tx, byOwner(subscriber), { address, reason: 'unsubscribed', now })
}

export async function resubscribe(tx: Tx, subscriber: Subscriber, { now }: { now: Date }): Promise<void> {
  const entry = await findSuppression(tx, { ...subscriber, reason: 'unsubscribed' })
  if (entry) await liftSuppression(tx, byOwner(subscriber), { id: entry.id, why: '', now })
}
