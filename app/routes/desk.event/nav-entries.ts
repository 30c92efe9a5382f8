import type { EventPermission } from '#app/accounts/permission.ts'

export type NavCounts = Record<'guests' | 'unsent' | 'submitted', { value: number; isMore?: boolean }>

export type NavEntry = {
  path: string
  /** In namespace `desk`, under `event`. */
  label: 'overview' | 'guests' | 'invite' | 'mailings' | 'outbox' | 'agenda' | 'rooms' | EventWord
  needs?: EventPermission
  count?: keyof NavCounts
  /** What the count means, for those who hear it; such a count waits for somebody. */
  counted?: 'needsYou' | 'toReview'
}
type EventWord = 'questions' | 'exhibition' | 'booths' | 'settings' | 'people'

export type NavGroup = { name: 'guests' | 'mail' | 'programme' | 'exhibition' | 'event'; entries: NavEntry[] }

/** The ways through one event in their groups: a new page adds its line here. */
export const navGroups: readonly NavGroup[] = [
  {
    name: 'guests',
    entries: [
      { path: '/guests', label: 'guests', needs: 'guests.view', count: 'guests' },
      { path: '/invite', label: 'invite', needs: 'guests.edit' },
      { path: '/questions', label: 'questions', needs: 'guests.view' },
    ],
  },
  {
    name: 'mail',
    entries: [
      { path: '/mailings', label: 'mailings', needs: 'mail.send' },
      { path: '/outbox', label: 'outbox', needs: 'mail.send', count: 'unsent', counted: 'needsYou' },
    ],
  },
  {
    name: 'programme',
    entries: [
      { path: '/agenda', label: 'agenda', needs: 'agenda.edit' },
      { path: '/rooms', label: 'rooms', needs: 'agenda.edit' },
    ],
  },
  {
    name: 'exhibition',
    entries: [
      {
        path: '/exhibition',
        label: 'exhibition',
        needs: 'exhibition.edit',
        count: 'submitted',
        counted: 'toReview',
      },
      { path: '/booths', label: 'booths', needs: 'exhibition.edit' },
    ],
  },
  {
    name: 'event',
    entries: [
      { path: '/settings', label: 'settings', needs: 'event.edit' },
      { path: '/people', label: 'people', needs: 'event.edit' },
    ],
  },
]
