import { and, eq, inArray, ne } from 'drizzle-orm'
import type { EventScope } from '#app/accounts/scope.server.ts'
import { audit } from '#db/audit.server.ts'
import type { Tx } from '#db/client.server.ts'
import { events, parts } from '#db/schema/events.server.ts'
import { invitations } from '#db/schema/invitations.server.ts'
import { messages } from '#db/schema/mail.server.ts'
import type { Localized } from '../i18n/languages.ts'
import { type EventRow, lockEvent } from './lock.server.ts'
import { keepUnseen, publishingNeeds } from './rules.ts'
import { raiseSequence } from './sequence.server.ts'

/** Makes a draft public. Refused with the list of what is missing when it is not fit to be seen. */
export async function publishEvent(tx: Tx, scope: EventScope, { now }: { now: Date }) {
  const event = await lockEvent(tx, scope.eventId)
  if (event.state !== 'draft') return { ok: false, reason: 'notADraft', needs: [] } as const
  const itsParts = await tx.select({ name: parts.name }).from(parts).where(eq(parts.eventId, event.id))
  const needs = publishingNeeds({ event, parts: itsParts })
  if (needs.length) return { ok: false, reason: 'notReady', needs } as const
  await change(tx, scope, event, { state: 'published', publishedAt: event.publishedAt ?? now }, now)
  return { ok: true } as const
}

/** Takes a public event back to draft. Refused once anybody has been written to: they hold its address. */
export async function unpublishEvent(tx: Tx, scope: EventScope, { now }: { now: Date }) {
  const event = await lockEvent(tx, scope.eventId)
  if (event.state !== 'published') return { ok: false, reason: 'notPublished' } as const
  if (await hasWritten(tx, event.id)) return { ok: false, reason: 'alreadySent' } as const
  await change(tx, scope, event, { state: 'draft' }, now)
  return { ok: true } as const
}

/** Calls a public event off for good and says so on its pages. Every row stays; calendars learn of it. */
export async function cancelEvent(tx: Tx, scope: EventScope, { note, now }: { note: Localized; now: Date }) {
  const event = await lockEvent(tx, scope.eventId)
  if (event.state !== 'published') return { ok: false, reason: 'notPublished' } as const
  const cancellationNote = keepUnseen(event.cancellationNote, note, event.languages)
  await change(tx, scope, event, { state: 'cancelled', cancelledAt: now, cancellationNote }, now)
  await raiseSequence(tx, { eventId: event.id })
  return { ok: true } as const
}

async function hasWritten(tx: Tx, eventId: string): Promise<boolean> {
  const [sent] = await tx
    .select({ id: invitations.id })
    .from(invitations)
    .where(and(eq(invitations.eventId, eventId), ne(invitations.state, 'draft')))
    .limit(1)
  if (sent) return true
  const [message] = await tx
    .select({ id: messages.id })
    .from(messages)
    .where(
      and(
        eq(messages.eventId, eventId),
        ne(messages.kind, 'test'),
        inArray(messages.state, ['approved', 'queued', 'sending', 'sent', 'bounced', 'unknown']),
      ),
    )
    .limit(1)
  return message !== undefined
}

type Change = Partial<Pick<EventRow, 'state' | 'publishedAt' | 'cancelledAt' | 'cancellationNote'>>

async function change(tx: Tx, scope: EventScope, before: EventRow, after: Change, now: Date) {
  await tx
    .update(events)
    .set({ ...after, updatedAt: now })
    .where(eq(events.id, before.id))
  await audit(tx, scope.actor, {
    officeId: scope.officeId,
    eventId: before.id,
    action: `event.${after.state}`,
    subjectId: before.id,
    before: { state: before.state },
    after,
    now,
  })
}
