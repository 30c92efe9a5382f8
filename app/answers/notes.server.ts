import { and, eq } from 'drizzle-orm'
import type { EventScope } from '#app/accounts/scope.server.ts'
import { lockEvent } from '#app/events/lock.server.ts'
import { audit } from '#db/audit.server.ts'
import type { Tx } from '#db/client.server.ts'
import { madeBefore } from '#db/made-before.server.ts'
import { guestNotes } from '#db/schema/desk.server.ts'
import { invitations } from '#db/schema/invitations.server.ts'
import type { NoteContent } from './forms.ts'

type Noting = { id: string; invitationId: string; content: NoteContent; now: Date }

/** Notes something about a guest, for colleagues. `notFound` for an invitation that is not this event's. */
export async function addNote(tx: Tx, scope: EventScope, { id, invitationId, content, now }: Noting) {
  await lockEvent(tx, scope.eventId)
  const ours = and(eq(guestNotes.eventId, scope.eventId), eq(guestNotes.invitationId, invitationId))
  const before = await madeBefore(tx, guestNotes, { id, ours })
  if (before) return before
  const isOurs = and(eq(invitations.id, invitationId), eq(invitations.eventId, scope.eventId))
  if (!(await tx.$count(invitations, isOurs))) return { ok: false, reason: 'notFound' } as const
  const userId = scope.actor.kind === 'user' ? scope.actor.id : null
  const { what: kind, text } = content
  await tx
    .insert(guestNotes)
    .values({ id, eventId: scope.eventId, invitationId, kind, text, userId, at: now })
  await audit(tx, scope.actor, {
    ...{ officeId: scope.officeId, eventId: scope.eventId, action: 'guest.note', subjectId: invitationId },
    after: { id, kind },
    now,
  })
  return { ok: true, id } as const
}
