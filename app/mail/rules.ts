import type { MailingKind, MessageState } from '#db/schema/mail.server.ts'

/** A notice tells a colleague what happened. */
export type MessageKind = MailingKind | 'confirmation' | 'notice' | 'test' | 'password_reset' | 'welcome'

/** Confirmations overtake a mailing. Only these two, so that the outbox can be claimed by index. */
export const priorities = { urgent: 10, ordinary: 0 } as const
export type Priority = (typeof priorities)[keyof typeof priorities]

const massKinds: readonly MessageKind[] = [
  'save_the_date',
  'invitation',
  'reminder',
  'change',
  'cancellation',
  'thanks',
  'announcement',
]

export function priorityOf(kind: MessageKind): Priority {
  return massKinds.includes(kind) ? priorities.ordinary : priorities.urgent
}

/**
 * Whether a message that may or may not have arrived is sent again without asking. A second confirmation is a
 * nuisance, a second invitation to a minister an embarrassment: those wait for a person.
 */
export function isResentUnasked(kind: MessageKind): boolean {
  return !massKinds.includes(kind)
}

/** The states in the order of a message's life, as filters show them. */
export const messageStates = [
  'draft',
  'approved',
  'held',
  'queued',
  'sending',
  'sent',
  'unknown',
  'failed',
  'bounced',
  'withdrawn',
] as const satisfies readonly MessageState[]

/** From which states a person may do what. */
export const actionsFrom = {
  approve: ['draft'],
  queue: ['draft', 'approved'],
  hold: ['approved', 'queued'],
  release: ['held'],
  withdraw: ['draft', 'approved', 'held', 'queued', 'failed', 'bounced'],
  retry: ['failed', 'bounced'],
  sendAgain: ['unknown'],
  countAsSent: ['unknown'],
} as const satisfies Record<string, readonly MessageState[]>
export type OutboxAction = keyof typeof actionsFrom

export const outboxActions = [
  'approve',
  'queue',
  'release',
  'hold',
  'retry',
  'sendAgain',
  'countAsSent',
  'withdraw',
] as const satisfies readonly OutboxAction[]

/** While a message stands so, its words may still be changed. */
export const editableStates = ['draft', 'approved', 'held'] as const satisfies readonly MessageState[]

/** How many of the messages counted by state an action would move. */
export function movable(action: OutboxAction, counts: Record<MessageState, number>): number {
  return actionsFrom[action].reduce((sum, state) => sum + counts[state], 0)
}

export function mayDo(action: OutboxAction, state: MessageState): boolean {
  return (actionsFrom[action] as readonly MessageState[]).includes(state)
}

/** Minutes to wait after the first, second … failed attempt: about two days in all, then the message has failed. */
const retryMinutes = [1, 5, 15, 30, 60, 120, 240, 480, 480, 720, 720]

/** Milliseconds until the next attempt after `attempts`, spread by `jitter` (0…1) so that a crowd does not return together; null when it was the last. */
export function retryDelay(attempts: number, jitter: number): number | null {
  const minutes = retryMinutes[attempts - 1]
  return minutes === undefined ? null : Math.round(minutes * 60_000 * (0.75 + jitter / 2))
}

/** Milliseconds to leave the server alone after `failures` connections in a row failed. */
export function pauseAfter(failures: number, jitter: number): number {
  return Math.round(Math.min(5_000 * 2 ** (failures - 1), 300_000) * (0.75 + jitter / 2))
}
