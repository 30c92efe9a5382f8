import { and, eq, ne } from 'drizzle-orm'
import type { EventScope } from '#app/accounts/scope.server.ts'
import { displayName } from '#app/directory/names.ts'
import { type EventFacts, readEventFacts, sender } from '#app/events/facts.server.ts'
import { lockEvent } from '#app/events/lock.server.ts'
import { localize } from '#app/i18n/languages.ts'
import { recipient as addressee } from '#app/mail/address.ts'
import { enqueueMany, messageIdHost, type OutgoingMessage } from '#app/mail/outbox.server.ts'
import type { Database, Tx } from '#db/client.server.ts'
import { invitations } from '#db/schema/invitations.server.ts'
import { mailings } from '#db/schema/mail.server.ts'
import { type Recipient, readRecipients } from './audience.server.ts'
import { breathe, chunked } from './inviting.server.ts'
import { letterWriter } from './letter.ts'
import { lockMailing, tell } from './mailing.server.ts'
import { readMailing } from './read.server.ts'
import { answerLink, type Site } from './token.server.ts'

type Written = { message: OutgoingMessage; invitationId: string; tokenVersion: number }

/**
 * Writes one message to everybody in the mailing's audience and lays them down as drafts: nothing goes. Who has one
 * of this mailing gets no second. Writing 5,000 takes seconds, so it is done before the transaction, in slices that
 * let others in between. Refused: `notFound`, `cancelled`, no text or a bad one (`badText`), nobody to write to
 * (`nobody`), and a mailing somebody has changed meanwhile (`changed`).
 */
export async function prepareMailing(
  database: Database,
  scope: EventScope,
  { mailingId, site, now }: { mailingId: string; site: Site; now: Date },
) {
  const { read } = database
  const mailing = await readMailing(read, scope, mailingId)
  if (!mailing) return { ok: false, reason: 'notFound' } as const
  const facts = await readEventFacts(read, scope.eventId)
  if (facts.state === 'cancelled') return { ok: false, reason: 'cancelled' } as const
  const guests = (await readRecipients(read, scope, mailing)).filter(({ email }) => email)
  if (!guests.length) return { ok: false, reason: 'nobody' } as const
  const written = await writeAll(facts, mailing, guests, { site, now })
  if (!written) return { ok: false, reason: 'badText' } as const
  return database.write((tx) => layDown(tx, scope, { mailing, written, now }))
}

type Mailing = NonNullable<Awaited<ReturnType<typeof readMailing>>>

// A letter takes about a millisecond to write; nobody else's request shall wait longer than for this many.
const slice = 15

async function writeAll(
  facts: EventFacts,
  mailing: Mailing,
  guests: readonly Recipient[],
  { site, now }: { site: Site; now: Date },
): Promise<Written[] | null> {
  const write = letterWriter(facts, mailing)
  const written: Written[] = []
  for (const [i, guest] of guests.entries()) {
    if (i % slice === slice - 1) await breathe()
    const { invitationId, tokenVersion, organisationId, attendeeId } = guest
    const link = answerLink(site, { id: invitationId, tokenVersion, organisationId })
    const letter = write(guest, link)
    if (!letter?.ok) return null
    const { ok: _, ...text } = letter
    const to = addressee(nameOf(guest), guest.email ?? '')
    if (!to) continue
    written.push({
      invitationId,
      tokenVersion,
      message: {
        ...text,
        ...sender(facts, text.language),
        to,
        mailingId: mailing.id,
        invitationId,
        ...(attendeeId && { attendeeId }),
        kind: mailing.kind,
        dedupeKey: `mailing:${mailing.id}:${invitationId}`,
        state: 'draft',
        messageIdHost: messageIdHost(site.appUrl),
        now,
      },
    })
  }
  return written
}

/** How a guest is named in lists and on an envelope. */
function nameOf({ person, organisationName, language }: Recipient): string {
  return person ? displayName(person.names, language) : localize(organisationName, language)
}

type Laying = { mailing: Mailing; written: readonly Written[]; now: Date }

async function layDown(tx: Tx, scope: EventScope, { mailing, written, now }: Laying) {
  // Withdrawing an invitation and renewing its link hold the event too: no letter with a dead link slips in.
  await lockEvent(tx, scope.eventId)
  const current = await lockMailing(tx, scope, mailing.id)
  if (!current) return { ok: false, reason: 'notFound' } as const
  if (current.updatedAt.getTime() !== mailing.updatedAt.getTime())
    return { ok: false, reason: 'changed' } as const
  const rows = await tx
    .select({ id: invitations.id, version: invitations.tokenVersion })
    .from(invitations)
    .where(and(eq(invitations.eventId, scope.eventId), ne(invitations.state, 'revoked')))
  const versions = new Map(rows.map(({ id, version }) => [id, version]))
  const alive = written.filter(
    ({ invitationId, tokenVersion }) => versions.get(invitationId) === tokenVersion,
  )
  let prepared = 0
  for (const some of chunked(alive)) {
    const outgoing = some.map(({ message }) => message)
    prepared += await enqueueMany(tx, outgoing)
    await breathe()
  }
  if (!prepared) return { ok: false, reason: 'nobody' } as const
  // What is new must be approved anew, whatever became of an earlier round.
  await tx.update(mailings).set({ state: 'draft' }).where(eq(mailings.id, mailing.id))
  await tell(tx, scope, { action: 'mailing.prepare', id: mailing.id, after: { prepared }, now })
  return { ok: true, prepared } as const
}
