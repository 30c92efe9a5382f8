import { and, eq, ne, sql } from 'drizzle-orm'
import type { Language } from '#app/i18n/languages.ts'
import { tokenHash } from '#app/invitations/token.server.ts'
import type { Actor } from '#db/audit.server.ts'
import { prepared, type Reader } from '#db/client.server.ts'
import { events } from '#db/schema/events.server.ts'
import { invitations } from '#db/schema/invitations.server.ts'

declare const minted: unique symbol

/** Proof that somebody holds the link of this invitation. Only this file makes one. */
export type GuestScope = {
  readonly officeId: string
  readonly eventId: string
  readonly invitationId: string
  /** The language the guest was invited in. */
  readonly language: Language
  readonly actor: Extract<Actor, { kind: 'token' }>
  readonly [minted]: 'guest'
}

/** The invitation a link is for; null when there is none, it was withdrawn, or its event is not public yet. */
export async function findInvitationByToken(
  read: Reader,
  token: string | undefined,
): Promise<GuestScope | null> {
  const [found] = await byToken(read).execute({ hash: tokenHash(token ?? '') })
  if (!found) return null
  return { ...found, actor: { kind: 'token', id: found.invitationId } } as GuestScope
}

// Link scanners open every address of a mailing within minutes, so this one is built once.
const byToken = prepared((database) =>
  database
    .select({
      officeId: events.officeId,
      eventId: events.id,
      invitationId: invitations.id,
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
