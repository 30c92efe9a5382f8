import { eq } from 'drizzle-orm'
import type { Reader } from '#db/client.server.ts'
import { events } from '#db/schema/events.server.ts'
import { exhibitTeams } from '#db/schema/exhibit-teams.server.ts'
import type { Language } from '../i18n/languages.ts'
import type { EventScope } from './scope.server.ts'
import { tokenHash } from './token.server.ts'

/**
 * Proof that somebody holds the own link of one of an exhibit's team: they may write this exhibit and, as `can` says,
 * nothing else of the event. Only this file makes one.
 */
export type BoothScope = EventScope & {
  readonly exhibitId: string
  readonly memberId: string
  /** The language they are written to in. */
  readonly language: Language
}

/** Whose link this is; null when there is none such or it was revoked. An event need not be public: exhibits are written before. */
export async function findBoothByToken(read: Reader, token: string | undefined): Promise<BoothScope | null> {
  const [found] = await read
    .select({
      officeId: events.officeId,
      eventId: events.id,
      slug: events.slug,
      exhibitId: exhibitTeams.exhibitId,
      memberId: exhibitTeams.id,
      language: exhibitTeams.language,
    })
    .from(exhibitTeams)
    .innerJoin(events, eq(events.id, exhibitTeams.eventId))
    .where(eq(exhibitTeams.tokenHash, tokenHash(token ?? '')))
  if (!found) return null
  return { ...found, actor: { kind: 'token', id: found.memberId }, can: new Set() } as unknown as BoothScope
}
