import { createHmac } from 'node:crypto'
import { and, asc, eq, gt, isNotNull } from 'drizzle-orm'
import { linkToken, tokenHash } from '#app/accounts/token.server.ts'
import type { Database, Tx } from '#db/client.server.ts'
import { settings } from '#db/schema/accounts.server.ts'
import { speakers } from '#db/schema/agenda.server.ts'
import { exhibitTeams } from '#db/schema/exhibit-teams.server.ts'
import { attendees, invitations } from '#db/schema/invitations.server.ts'
import { changeAttendees } from './attendees.server.ts'
import { answerToken, attendeeToken } from './token.server.ts'

const key = 'links.secret'

/**
 * Whether the links of this database are made from `secret`; the first secret it meets is its own from then on. Links
 * are found by a stored hash but shown and mailed by deriving them again: under another secret every link that leaves
 * would lead nowhere. `renew` gives up the links that were sent and makes all of them anew from `secret`.
 */
export function bindLinks(
  database: Database,
  { secret, renew }: { secret: string; renew: boolean },
): Promise<boolean> {
  const print = createHmac('sha256', secret).update(key).digest('base64url')
  return database.write(async (tx) => {
    await tx.insert(settings).values({ key, value: print }).onConflictDoNothing()
    const [kept] = await tx.select({ value: settings.value }).from(settings).where(eq(settings.key, key))
    if (kept?.value === print) return true
    if (!renew) return false
    await tx.update(settings).set({ value: print }).where(eq(settings.key, key))
    await renewLinks(tx, secret)
    return true
  })
}

const atOnce = 500

/** Hashes inside `write`, which is done nowhere else: Majlis has not begun to serve, so nobody waits. */
async function renewLinks(tx: Tx, secret: string): Promise<void> {
  await renewAll(
    (last) =>
      tx
        .select({ id: invitations.id, version: invitations.tokenVersion })
        .from(invitations)
        .where(gt(invitations.id, last))
        .orderBy(asc(invitations.id))
        .limit(atOnce),
    ({ id, version }) =>
      tx
        .update(invitations)
        .set({ tokenHash: tokenHash(answerToken(secret, id, version)) })
        .where(eq(invitations.id, id)),
  )
  await renewAll(
    (last) =>
      tx
        .select({ id: attendees.id, version: attendees.tokenVersion })
        .from(attendees)
        .where(and(gt(attendees.id, last), isNotNull(attendees.tokenHash)))
        .orderBy(asc(attendees.id))
        .limit(atOnce),
    ({ id, version }) =>
      changeAttendees(tx, {
        which: eq(attendees.id, id),
        set: { tokenHash: tokenHash(attendeeToken(secret, id, version)) },
      }),
  )
  await renewAll(
    (last) =>
      tx
        .select({ id: speakers.id, version: speakers.tokenVersion })
        .from(speakers)
        .where(gt(speakers.id, last))
        .orderBy(asc(speakers.id))
        .limit(atOnce),
    ({ id, version }) =>
      tx
        .update(speakers)
        .set({ tokenHash: tokenHash(linkToken(secret, 'speaker', id, version)) })
        .where(eq(speakers.id, id)),
  )
  await renewAll(
    (last) =>
      tx
        .select({ id: exhibitTeams.id, version: exhibitTeams.tokenVersion })
        .from(exhibitTeams)
        .where(gt(exhibitTeams.id, last))
        .orderBy(asc(exhibitTeams.id))
        .limit(atOnce),
    ({ id, version }) =>
      tx
        .update(exhibitTeams)
        .set({ tokenHash: tokenHash(linkToken(secret, 'booth', id, version)) })
        .where(eq(exhibitTeams.id, id)),
  )
}

type Linked = { id: string; version: number }

async function renewAll(
  after: (last: string) => PromiseLike<Linked[]>,
  renew: (linked: Linked) => PromiseLike<unknown>,
): Promise<void> {
  let last = ''
  for (;;) {
    const some = await after(last)
    for (const linked of some) await renew(linked)
    if (some.length < atOnce) return
    last = some.at(-1)?.id ?? ''
  }
}
