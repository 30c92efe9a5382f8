export const speakerStates = ['notAsked', 'asked', 'confirmed', 'declined'] as const
/** Where somebody stands with all their roles together. */
export type SpeakerState = (typeof speakerStates)[number]

/** What a speaker said to one role. */
export type Confirmation = 'none' | 'asked' | 'confirmed' | 'declined'

/**
 * One role that nobody has asked about makes the whole person one to ask; then whatever waits for an answer counts. Who
 * declined some roles and confirmed others takes part.
 */
export function speakerState(confirmations: readonly Confirmation[]): SpeakerState {
  const has = (one: Confirmation) => confirmations.includes(one)
  if (has('none')) return 'notAsked'
  if (has('asked')) return 'asked'
  return has('confirmed') ? 'confirmed' : 'declined'
}

/** Whether somebody is shown under this state; who declined some roles and confirmed others, under both. */
export function standsAs(
  wanted: SpeakerState,
  { state, roles }: { state: SpeakerState; roles: readonly { confirmation: Confirmation }[] },
): boolean {
  return (
    state === wanted ||
    (wanted === 'declined' && roles.some(({ confirmation }) => confirmation === 'declined'))
  )
}

type Who = { id: string; speakerId: string | null; attendeeId: string | null; personId: string | null }

/**
 * Whose role it is: the same key for all roles of one person in an event. A name written in is nobody in particular, so
 * each such role is somebody of their own until they have a link.
 */
export function speakerKey({ id, speakerId, attendeeId, personId }: Who): string {
  return personId ?? attendeeId ?? speakerId ?? id
}
