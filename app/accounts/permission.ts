/** What may be done in the whole office. */
export type OfficePermission =
  | 'office.view'
  | 'office.manage'
  | 'directory.view'
  | 'directory.edit'
  | 'displacement.edit'
  | 'event.create'

/** What may be done in one event. */
export type EventPermission =
  | 'event.view'
  | 'event.edit'
  | 'guests.view'
  | 'guests.edit'
  | 'mail.send'
  | 'agenda.edit'
  | 'exhibition.edit'
  | 'door.scan'
  | 'clearance.view'

export const officeRoles = ['administrator', 'organiser', 'viewer'] as const
export type OfficeRole = (typeof officeRoles)[number]

export const eventRoles = [
  'organiser',
  'agenda_editor',
  'exhibition_editor',
  'door_staff',
  'clearance_officer',
] as const
export type EventRole = (typeof eventRoles)[number]

const inOffice: Record<OfficeRole, readonly OfficePermission[]> = {
  administrator: [
    'office.view',
    'office.manage',
    'directory.view',
    'directory.edit',
    'displacement.edit',
    'event.create',
  ],
  organiser: ['office.view', 'directory.view', 'directory.edit', 'displacement.edit', 'event.create'],
  viewer: ['office.view', 'directory.view'],
}

const organising: readonly EventPermission[] = [
  'event.view',
  'event.edit',
  'guests.view',
  'guests.edit',
  'mail.send',
  'agenda.edit',
  'exhibition.edit',
  'door.scan',
]

// Clearance holds identity documents: not even an administrator sees it by rank alone.
const inEveryEvent: Record<OfficeRole, readonly EventPermission[]> = {
  administrator: organising,
  organiser: organising,
  viewer: ['event.view', 'guests.view'],
}

const inOneEvent: Record<EventRole, readonly EventPermission[]> = {
  organiser: organising,
  agenda_editor: ['event.view', 'agenda.edit'],
  exhibition_editor: ['event.view', 'exhibition.edit'],
  door_staff: ['event.view', 'door.scan'],
  clearance_officer: ['event.view', 'clearance.view'],
}

export function officePermissions(role: OfficeRole | null): ReadonlySet<OfficePermission> {
  return new Set(role ? inOffice[role] : [])
}

/** What somebody may do in an event by their rank in the office and their roles in this event together. */
export function eventPermissions(
  officeRole: OfficeRole | null,
  roles: readonly EventRole[],
): ReadonlySet<EventPermission> {
  return new Set([
    ...(officeRole ? inEveryEvent[officeRole] : []),
    ...roles.flatMap((role) => inOneEvent[role]),
  ])
}
