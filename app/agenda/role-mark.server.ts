import { createHash } from 'node:crypto'
import type { agendaRoles } from '#db/schema/agenda.server.ts'

type Told = Pick<
  typeof agendaRoles.$inferSelect,
  'role' | 'names' | 'honorific' | 'position' | 'organisationName'
>

/**
 * What an editor has before them of somebody in an item, in a few letters, sent with their form so that nobody writes
 * over another unseen. Not a version: what the holder says by their own link, and a version of the item, which rises
 * when its time or texts change, take nothing from an editor's words about a person.
 */
export function markOfRole({ role, names, honorific, position, organisationName }: Told): string {
  return digest([role, names, honorific, position, organisationName])
}

/** The same of everybody in an item, for the form that removes it with them. */
export function markOfRoles(roles: readonly (Told & { id: string })[]): string {
  return digest(roles.map((role) => `${role.id} ${markOfRole(role)}`).sort())
}

function digest(told: unknown): string {
  return createHash('sha256').update(JSON.stringify(told)).digest('base64url').slice(0, 16)
}
