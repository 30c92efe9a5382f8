/** What can be done to many guests at once. */
export const bulkActs = [
  'language',
  'addTag',
  'removeTag',
  'policy',
  'invite',
  'uninvite',
  'answer',
  'withdraw',
  'export',
] as const
export type BulkAct = (typeof bulkActs)[number]

/** Those that can be taken back for a while. The others tell people by mail, which nothing takes back. */
export const undoable: readonly BulkAct[] = ['language', 'addTag', 'removeTag', 'policy', 'invite']

/** Acts that write to people one after the other: as many as one request carries. */
export const mostWrittenTo = 500
