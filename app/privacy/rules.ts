import type { PrivacyKind } from '#db/schema/privacy.server.ts'

export const privacyKinds = ['access', 'correction', 'erasure'] as const satisfies readonly PrivacyKind[]

const day = 86_400_000

/** Within how many days a request must be answered: GDPR Art. 12(3) says a month. */
export const daysToAnswer = 30

export function dueAt(askedAt: Date): Date {
  return new Date(askedAt.getTime() + daysToAnswer * day)
}

/** What an office may let go after a time. */
export const retained = ['texts', 'messages', 'identities', 'history', 'imports'] as const
export type Retained = (typeof retained)[number]
/** Days after an event's end (for imports: after they came); null keeps it. */
export type Retention = Record<Retained, number | null>

/** Proposed where an office has not decided yet: long enough for a report and an audit, short enough to be told to guests. */
export const proposedRetention: Record<Retained, number> = {
  texts: 90,
  messages: 180,
  identities: 730,
  history: 1095,
  imports: 30,
}

/** What ended before this instant is due. */
export function dueBefore(now: Date, days: number): Date {
  return new Date(now.getTime() - days * day)
}
