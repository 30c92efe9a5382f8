import { and, eq, ne } from 'drizzle-orm'
import type { Actor } from '#db/audit.server.ts'
import type { Reader } from '#db/client.server.ts'
import { speakers } from '#db/schema/agenda.server.ts'
import { events } from '#db/schema/events.server.ts'
import type { Language } from '../i18n/languages.ts'
import { tokenHash } from './token.server.ts'

declare const minted: unique symbol

/** Proof that somebody holds the own link of this speaker. Only this file makes one. */
export type SpeakerScope = {
  readonly officeId: string
  readonly eventId: string
  readonly speakerId: string
  /** The language they are written to in. */
  readonly language: Language
  readonly actor: Extract<Actor, { kind: 'token' }>
  readonly [minted]: 'speaker'
}

/** Whose link this is; null when there is none such, it was replaced, or the event is not public yet. */
export async function findSpeakerByToken(
  read: Reader,
  token: string | undefined,
): Promise<SpeakerScope | null> {
  const [found] = await read
    .select({
      officeId: events.officeId,
      eventId: events.id,
      speakerId: speakers.id,
      language: speakers.language,
    })
    .from(speakers)
    .innerJoin(events, eq(events.id, speakers.eventId))
    .where(and(eq(speakers.tokenHash, tokenHash(token ?? '')), ne(events.state, 'draft')))
  return found ? ({ ...found, actor: { kind: 'token', id: found.speakerId } } as SpeakerScope) : null
}
