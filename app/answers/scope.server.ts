import { and, eq, ne, sql } from 'drizzle-orm'
import { tokenHash } from '#app/accounts/token.server.ts'
import type { Language } from '#app/i18n/languages.ts'
import type { Actor } from '#db/audit.server.ts'
import { prepared, type Reader } from '#db/client.server.ts'
import { events } from '#db/schema/events.server.ts'
import { attendees, invitations } from '#db/schema/invitations.server.ts'

declare const minted: unique symbol

/** Proof that somebody holds a link of this invitation. Only this file makes one. */
export type GuestScope = {
  readonly officeId: string
  readonly eventId: string
  readonly invitationId: string
  /** Whose own link it is, a delegate's or a substitute's; null when it is the invitation's, for all it stands for. */
  readonly attendeeId: string | null
  /** Whether it is the link on which an organisation names its delegates. */
  readonly isOrganisation: boolean
  /** The language the guest was invited in. */
  readonly language: Language
  readonly actor: Extract<Actor, { kind: 'token' }>
  readonly [minted]: 'guest'
}

/**
 * What a link is for, an invitation or one attendee of it; null when there is none, it was withdrawn or replaced, or
 * its event is not public yet.
 */
export async function findInvitationByToken(
  read: Reader,
  token: string | undefined,
): Promise<GuestScope | null> {
  const hash = tokenHash(token ?? '')
  const [invitation] = await byToken(read).execute({ hash })
  if (invitation) {
    const { organisationId, ...found } = invitation
    const actor = { kind: 'token', id: found.invitationId }
    return { ...found, attendeeId: null, isOrganisation: organisationId !== null, actor } as GuestScope
  }
  const [attendee] = await byAttendeeToken(read).execute({ hash })
  if (!attendee) return null
  return {
    ...attendee,
    isOrganisation: false,
    actor: { kind: 'token', id: attendee.attendeeId },
  } as GuestScope
}

// Link scanners open every address of a mailing within minutes, so these two are built once.
const byToken = prepared((database) =>
  database
    .select({
      officeId: events.officeId,
      eventId: events.id,
      invitationId: invitations.id,
      organisationId: invitations.organisationId,
      language: invitations.language,
    })
    .from(invitations)
    .innerJoin(events, eq(events.id, invitations.eventId))
    .where(
      and(
        eq(invitations.tokenHash, sql.placeholder('hash')),
        ne(invitations.state, 'revoked'),
        ne(events.state, 'draft'),
      ),
    )
    .prepare('invitation_by_token'),
)

const byAttendeeToken = prepared((database) =>
  database
    .select({
      officeId: events.officeId,
      eventId: events.id,
      invitationId: invitations.id,
      attendeeId: attendees.id,
      language: attendees.language,
    })
    .from(attendees)
    .innerJoin(invitations, eq(invitations.id, attendees.invitationId))
    .innerJoin(events, eq(events.id, invitations.eventId))
    .where(
      and(
        eq(attendees.tokenHash, sql.placeholder('hash')),
        ne(invitations.state, 'revoked'),
        ne(events.state, 'draft'),
      ),
    )
    .prepare('attendee_by_token'),
)
