import type { EventPermission } from '#app/accounts/permission.ts'

export type NavCounts = Record<
  'guests' | 'unsent' | 'submitted' | 'waiting',
  { value: number; isMore?: boolean }
>

export type NavEntry = {
  path: string
  /** In namespace `desk`, under `event`; or a whole key. */
  label: 'overview' | 'guests' | 'invite' | 'mailings' | 'outbox' | 'agenda' | 'rooms' | EventWord
  needs?: EventPermission
  count?: keyof NavCounts
  /** What the count means, for those who hear it; such a count waits for somebody. */
  counted?: 'needsYou' | 'toReview'
  /** Not for those who may do this: another entry leads them further. */
  unless?: EventPermission
}
type WholeKey =
  | 'inbox:title'
  | 'clearance:nav'
  | 'dtm:title'
  | 'privacy:desk.title'
  | 'delegation:requests.title'
  | 'waiting:desk.title'
  | 'participants:title'
  | 'participants:toPrecedence'
  | 'speakers:desk.title'
  | 'drawing:title'
  | 'tours:title'
  | 'programmes:title'
type EventWord = WholeKey | 'letters' | 'questions' | 'exhibition' | 'booths' | 'settings' | 'people'

export type NavGroup = {
  name: 'guests' | 'mail' | 'programme' | 'exhibition' | 'door' | 'event'
  entries: NavEntry[]
}

/** Whether a label names its namespace itself. */
export function isWhole(label: NavEntry['label']): label is WholeKey {
  return label.includes(':')
}

/** The ways through one event in their groups: a new page adds its line here. */
export const navGroups: readonly NavGroup[] = [
  {
    name: 'guests',
    entries: [
      { path: '/guests', label: 'guests', needs: 'guests.view', count: 'guests' },
      { path: '/invite', label: 'invite', needs: 'guests.edit' },
      { path: '/requests', label: 'delegation:requests.title', needs: 'guests.view' },
      { path: '/waiting', label: 'waiting:desk.title', needs: 'guests.view' },
      { path: '/questions', label: 'questions', needs: 'guests.view' },
      { path: '/participants', label: 'participants:title', needs: 'guests.view' },
      { path: '/precedence', label: 'participants:toPrecedence', needs: 'guests.view' },
      { path: '/privacy', label: 'privacy:desk.title', needs: 'guests.edit' },
    ],
  },
  {
    name: 'mail',
    entries: [
      { path: '/mailings', label: 'mailings', needs: 'mail.send' },
      { path: '/outbox', label: 'outbox', needs: 'mail.send', count: 'unsent', counted: 'needsYou' },
      { path: '/inbox', label: 'inbox:title', needs: 'guests.view', count: 'waiting', counted: 'needsYou' },
      { path: '/letters', label: 'letters', needs: 'guests.view' },
    ],
  },
  {
    name: 'programme',
    entries: [
      { path: '/agenda', label: 'agenda', needs: 'agenda.edit' },
      { path: '/speakers', label: 'speakers:desk.title', needs: 'agenda.edit' },
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
      { path: '/booths/plan', label: 'drawing:title', needs: 'exhibition.edit' },
      { path: '/booths/routes', label: 'tours:title', needs: 'exhibition.edit' },
      { path: '/displacement', label: 'dtm:title', needs: 'exhibition.edit' },
      { path: '/programmes', label: 'programmes:title', needs: 'exhibition.edit' },
    ],
  },
  {
    name: 'door',
    entries: [
      { path: '/clearance', label: 'clearance:nav', needs: 'clearance.view' },
      {
        path: '/clearance/settings',
        label: 'clearance:nav',
        needs: 'event.edit',
        unless: 'clearance.view',
      },
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
