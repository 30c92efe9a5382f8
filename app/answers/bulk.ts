/** What can be done to many guests at once. */
export const bulkActs = ['language', 'policy', 'addTag', 'removeTag', 'invite', 'withdraw', 'export'] as const
export type BulkAct = (typeof bulkActs)[number]

/** Those that change values and can be taken back for a while. */
export const changes = ['language', 'policy', 'addTag', 'removeTag', 'invite'] as const satisfies BulkAct[]
export type ChangeAct = (typeof changes)[number]

export function isChange(act: BulkAct): act is ChangeAct {
  return changes.some((change) => change === act)
}

/** So many invitations are withdrawn at once: each is told by mail and may move others up. */
export const mostWithdrawn = 500

/** For how long a change to many can be taken back, in milliseconds. */
export const undoFor = 60 * 60 * 1000
