/** The views that every event has: a name in namespace `roster` and the query it stands for. */
export const usualViews = [
  { name: 'all', query: '' },
  { name: 'unanswered', query: 'state=unanswered' },
  { name: 'coming', query: 'status=accepted' },
  { name: 'waiting', query: 'status=waitlisted' },
  { name: 'requests', query: 'flag=request' },
  { name: 'failing', query: 'flag=bounced' },
  { name: 'needs', query: 'needs=yes' },
  { name: 'ministries', query: 'kind=ministry' },
] as const

/** So many views of their own somebody may keep for one event. */
export const mostViews = 30
