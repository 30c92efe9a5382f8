import { and, eq } from 'drizzle-orm'
import type { Actor } from '#db/audit.server.ts'
import type { Reader } from '#db/client.server.ts'
import { memberships } from '#db/schema/accounts.server.ts'
import { assignments, events } from '#db/schema/events.server.ts'
import {
  type EventPermission,
  eventPermissions,
  type OfficePermission,
  officePermissions,
} from './permission.ts'

declare const minted: unique symbol

/** Proof that `actor` may do what `can` lists in this office. Only this file makes one. */
export type OfficeScope = {
  readonly officeId: string
  readonly actor: Actor
  readonly can: ReadonlySet<OfficePermission>
  readonly [minted]: 'office'
}

/** Proof that `actor` may do what `can` lists in this event. Only this file makes one; an id from a URL is none. */
export type EventScope = {
  readonly officeId: string
  readonly eventId: string
  readonly slug: string
  readonly actor: Actor
  readonly can: ReadonlySet<EventPermission>
  readonly [minted]: 'event'
}

/** The user's office and what they may do in it; null when they belong to none or may not do `permission`. */
export async function findOfficeScope(
  read: Reader,
  userId: string,
  permission: OfficePermission,
): Promise<OfficeScope | null> {
  const [membership] = await read.select().from(memberships).where(eq(memberships.userId, userId)).limit(1)
  if (!membership) return null
  const can = officePermissions(membership.role)
  if (!can.has(permission)) return null
  return { officeId: membership.officeId, actor: { kind: 'user', id: userId }, can } as OfficeScope
}

/** The event named `slug` for this user; null when it is not there, not theirs, or they may not do `permission`. */
export async function findEventScope(
  read: Reader,
  userId: string,
  slug: string,
  permission: EventPermission,
): Promise<EventScope | null> {
  const rows = await read
    .select({
      id: events.id,
      officeId: events.officeId,
      officeRole: memberships.role,
      eventRole: assignments.role,
    })
    .from(events)
    .leftJoin(memberships, and(eq(memberships.officeId, events.officeId), eq(memberships.userId, userId)))
    .leftJoin(assignments, and(eq(assignments.eventId, events.id), eq(assignments.userId, userId)))
    .where(eq(events.slug, slug))
  const [event] = rows
  if (!event) return null
  const can = eventPermissions(
    event.officeRole,
    rows.flatMap((row) => row.eventRole ?? []),
  )
  if (!can.has(permission)) return null
  return {
    officeId: event.officeId,
    eventId: event.id,
    slug,
    actor: { kind: 'user', id: userId },
    can,
  } as EventScope
}

/** For Majlis itself: the command line, the demo, tests. Never reachable from a request. */
export function systemOfficeScope(officeId: string): OfficeScope {
  return {
    officeId,
    actor: { kind: 'system', id: null },
    can: officePermissions('administrator'),
  } as OfficeScope
}

/** For Majlis itself: the command line, the demo, tests. Never reachable from a request. */
export function systemEventScope(event: { officeId: string; id: string; slug: string }): EventScope {
  return {
    officeId: event.officeId,
    eventId: event.id,
    slug: event.slug,
    actor: { kind: 'system', id: null },
    can: eventPermissions('administrator', []),
  } as EventScope
}
