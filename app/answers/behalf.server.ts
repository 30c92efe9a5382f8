import type { EventScope } from '#app/accounts/scope.server.ts'
import type { Tx } from '#db/client.server.ts'
import { type AnswerResult, recordAnswer } from './answer.server.ts'
import type { Letters } from './letters.server.ts'
import type { AnswerRights } from './plan.server.ts'
import type { DeskChannel, GivenAnswer } from './rules.ts'
import type { Answering } from './standing.server.ts'

export type DeskAnswer = {
  invitationId: string
  /** One of an institution's people, or a substitute, who answers for themselves. */
  attendeeId?: string | null
  given: GivenAnswer
  via: DeskChannel
  /** Who called, or the letter's number. */
  note: string
  /** Seats the guest even where none is free. Left out, the waiting list's rule holds here too. */
  beyondCapacity: boolean
  /** Those it is about get no mail of it, nor a calendar entry; whoever moves up is told all the same. */
  isQuiet?: boolean
  now: Date
}

type Writing = { letters: Letters; secret: string }

/**
 * Enters an answer that came by telephone, mail, letter or in person; also after the deadline. Refused: another
 * event's invitation, a withdrawn one, a cancelled event, rows that somebody else has changed meanwhile.
 */
export function answerOnBehalf(
  tx: Tx,
  scope: EventScope,
  { invitationId, attendeeId, given, via, note, letters, secret, now, ...answer }: DeskAnswer & Writing,
): Promise<AnswerResult> {
  return recordAnswer(tx, deskAnswering(scope, invitationId, attendeeId), {
    given,
    letters,
    secret,
    source: { via, enteredBy: scope.actor.id, note },
    rights: rightsOf(answer),
    now,
  })
}

export function rightsOf({ beyondCapacity }: Pick<DeskAnswer, 'beyondCapacity'>): AnswerRights {
  return { byDesk: true, beyondCapacity }
}

/** Only a claim until the look-up within the scope's event finds this invitation. */
export function deskAnswering(
  { officeId, eventId, actor }: EventScope,
  invitationId: string,
  attendeeId: string | null = null,
): Answering {
  return { officeId, eventId, invitationId, attendeeId, actor }
}
