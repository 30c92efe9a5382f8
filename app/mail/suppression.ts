/**
 * Why an office does not write to an address. `unsubscribed`: its owner asked so on the page or with their mail program's
 * button. `bounced`: mail to it came back for good. `complaint`: its owner reported us. `by_hand`: somebody here said so.
 */
export const suppressionReasons = ['unsubscribed', 'bounced', 'complaint', 'by_hand'] as const
export type SuppressionReason = (typeof suppressionReasons)[number]

/** What goes to many who need not answer: only these bear an unsubscribe link, and only these it stops. */
const announcements: readonly string[] = ['announcement', 'save_the_date', 'thanks']

export function isAnnouncement(kind: string): boolean {
  return announcements.includes(kind)
}

/** What its owner asked for, or did: it goes to an address that nothing else goes to. */
const askedFor: readonly string[] = ['confirmation', 'password_reset', 'welcome', 'test']

/**
 * Whether a message of this kind may not go to an address that is on the list for this reason. Who unsubscribed still
 * gets invitations addressed to them, reminders and changes; to the other addresses goes only what their owner asked
 * for: a new password, the confirmation of an answer.
 */
export function isStopped(kind: string, reason: SuppressionReason): boolean {
  return reason === 'unsubscribed' ? isAnnouncement(kind) : !askedFor.includes(kind)
}

/** For which entries of the list a message of this kind may not go. */
export function stoppingReasons(kind: string): SuppressionReason[] {
  return suppressionReasons.filter((reason) => isStopped(kind, reason))
}

const marked = /^suppressed:(\w+)$/

/** What stands in a message's `response` when we kept it back ourselves. */
export function keptBack(reason: SuppressionReason): string {
  return `suppressed:${reason}`
}

/** The reason in such a response; null where a server's words stand. */
export function keptBackFor(response: string): SuppressionReason | null {
  const [, found] = marked.exec(response) ?? []
  return suppressionReasons.find((reason) => reason === found) ?? null
}
