import type { PersonNames } from '#db/schema/directory.server.ts'
import type { AnswerPlan } from './plan.server.ts'

/**
 * What whoever holds an invitation is told about one of its people: the organiser's word on a request, and that
 * somebody they named does not come.
 */
export type NoticeKind =
  | 'requestSeated'
  | 'requestAlternate'
  | 'requestRefused'
  | 'substituteProposed'
  | 'substituteRefused'
  | 'substituteWithdrawn'
  | 'namedDeclined'

export type Notice = {
  kind: NoticeKind
  attendeeId: string
  names: PersonNames
  /** A word of the organiser's own. */
  note?: string
}

/** What a notice's mail is found by. */
export function noticeKey({ kind, attendeeId }: Notice): string {
  return `notice ${kind} ${attendeeId}`
}

/** Somebody who was named says for themselves that they do not come: whoever named them has to know. */
export function noticesOf(
  { standing, changes }: Pick<AnswerPlan, 'standing' | 'changes'>,
  attendeeId: string | null | undefined,
): Notice[] {
  const declines = changes.some(
    (change) => change.attendeeId === attendeeId && change.to === 'declined' && change.from !== 'declined',
  )
  const speaker = standing.people.find(({ id }) => id === attendeeId)
  return declines && speaker ? [{ kind: 'namedDeclined', attendeeId: speaker.id, names: speaker.names }] : []
}
