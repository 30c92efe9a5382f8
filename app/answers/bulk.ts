/** What can be done to many guests at once. */
export const bulkActs = [
  'language',
  'policy',
  'addTag',
  'removeTag',
  'invite',
  'stopReminders',
  'allowReminders',
  'answer',
  'write',
  'leavePart',
  'withdraw',
  'export',
] as const
export type BulkAct = (typeof bulkActs)[number]

/** Those that change values and can be taken back for a while. */
export const changes = [
  'language',
  'policy',
  'addTag',
  'removeTag',
  'invite',
  'stopReminders',
  'allowReminders',
] as const satisfies BulkAct[]
export type ChangeAct = (typeof changes)[number]

/** Those that ask for more than a value, on a page of their own; each is its address. */
export const ownPages = { answer: 'answer', write: 'write', leavePart: 'leave' } as const satisfies Partial<
  Record<BulkAct, string>
>

export function hasOwnPage(act: BulkAct): act is keyof typeof ownPages {
  return act in ownPages
}

export function isChange(act: BulkAct): act is ChangeAct {
  return changes.some((change) => change === act)
}

/** So many are withdrawn, answered for or taken off a part at once: each is told by mail and may move others up. */
export const mostAtOnce = 500

/** For how long a change to many can be taken back, in milliseconds. */
export const undoFor = 60 * 60 * 1000
