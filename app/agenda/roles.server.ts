import { and, asc, eq } from 'drizzle-orm'
import type { Tx } from '#db/client.server.ts'
import { newId } from '#db/id.server.ts'
import { madeBefore } from '#db/made-before.server.ts'
import { agendaItems, agendaRoles } from '#db/schema/agenda.server.ts'
import { organisations, type PersonNames, persons } from '#db/schema/directory.server.ts'
import { attendees } from '#db/schema/invitations.server.ts'
import type { EventScope } from '../accounts/scope.server.ts'
import { lockEvent } from '../events/lock.server.ts'
import { note } from '../events/note.server.ts'
import { keepUnseen } from '../events/rules.ts'
import type { Localized } from '../i18n/languages.ts'
import { changePlace, type Direction } from './reorder.ts'
import { markOfRole } from './role-mark.server.ts'
import { inRuns, type RoleKind } from './rules.ts'

/** Who somebody is, as the programme prints it. */
export type RoleHolder = {
  honorific: Localized
  names: PersonNames
  position: Localized
  organisationName: Localized
}

type InItem = { itemId: string; role: RoleKind; now: Date }

/**
 * Gives a person of the directory a role. Name, position and organisation are copied: the programme keeps what was
 * true then. Refused: `notFound`, and `duplicate` when they have that role in the item already.
 */
export async function addPerson(
  tx: Tx,
  scope: EventScope,
  { itemId, personId, role, now }: InItem & { personId: string },
) {
  await lockEvent(tx, scope.eventId)
  const [found] = await tx
    .select({ person: persons, organisationName: organisations.name })
    .from(persons)
    .leftJoin(organisations, eq(organisations.id, persons.organisationId))
    .where(and(eq(persons.id, personId), eq(persons.officeId, scope.officeId)))
  if (!found) return { ok: false, reason: 'notFound' } as const
  const { honorific, names, position } = found.person
  const holder = { honorific, names, position, organisationName: found.organisationName ?? {} }
  return addRole(tx, scope, { itemId, role, personId, attendeeId: null, holder, now })
}

/** Gives one of the event's guests a role, as their invitation or delegation names them. Refused as `addPerson` is. */
export async function addAttendee(
  tx: Tx,
  scope: EventScope,
  { itemId, attendeeId, role, now }: InItem & { attendeeId: string },
) {
  await lockEvent(tx, scope.eventId)
  const [found] = await tx
    .select()
    .from(attendees)
    .where(and(eq(attendees.id, attendeeId), eq(attendees.eventId, scope.eventId)))
  if (!found) return { ok: false, reason: 'notFound' } as const
  const { honorific, names, position, organisationName, personId } = found
  const holder = { honorific, names, position, organisationName }
  return addRole(tx, scope, { itemId, role, personId, attendeeId, holder, now })
}

/** Gives a role to somebody whose name is written in; once, however often the form is sent. Refused as `addPerson` is. */
export async function addWrittenName(
  tx: Tx,
  scope: EventScope,
  { id, itemId, role, holder, now }: InItem & { id?: string; holder: RoleHolder },
) {
  await lockEvent(tx, scope.eventId)
  return addRole(tx, scope, { id, itemId, role, personId: null, attendeeId: null, holder, now })
}

/** `seen`: the mark of the role that its editor had before them. */
type SeenRole = { itemId: string; roleId: string; seen?: string | undefined; now: Date }

/**
 * Changes a role, or how the programme prints its holder; the directory stays as it is. Refused: `notFound`, and
 * `changedMeanwhile` when somebody else has changed it since.
 */
export async function editRole(
  tx: Tx,
  scope: EventScope,
  { itemId, roleId, role, holder, seen, now }: SeenRole & { role: RoleKind; holder: RoleHolder },
) {
  const event = await lockEvent(tx, scope.eventId)
  const [before] = await tx
    .select()
    .from(agendaRoles)
    .where(within(scope, itemId, roleId))
  if (!before) return { ok: false, reason: 'notFound' } as const
  if (isOther(before, seen)) return { ok: false, reason: 'changedMeanwhile' } as const
  const after = {
    role,
    names: holder.names,
    honorific: keepUnseen(before.honorific, holder.honorific, event.languages),
    position: keepUnseen(before.position, holder.position, event.languages),
    organisationName: keepUnseen(before.organisationName, holder.organisationName, event.languages),
  }
  await tx
    .update(agendaRoles)
    .set(after)
    .where(within(scope, itemId, roleId))
  await noteInItem(tx, scope, { action: 'agenda.role.edited', subjectId: itemId, before, after, now })
  return { ok: true } as const
}

/** Takes a role away; refused as `editRole` is. */
export async function removeRole(tx: Tx, scope: EventScope, { itemId, roleId, seen, now }: SeenRole) {
  await lockEvent(tx, scope.eventId)
  const isIt = within(scope, itemId, roleId)
  const [before] = await tx.select().from(agendaRoles).where(isIt)
  if (!before) return { ok: false, reason: 'notFound' } as const
  if (isOther(before, seen)) return { ok: false, reason: 'changedMeanwhile' } as const
  await tx.delete(agendaRoles).where(isIt)
  await noteInItem(tx, scope, { action: 'agenda.role.removed', subjectId: itemId, before, now })
  return { ok: true } as const
}

/** Moves a role one place in the item's list: protocol decides who is named first. */
export async function moveRole(
  tx: Tx,
  scope: EventScope,
  { itemId, roleId, direction, now }: { itemId: string; roleId: string; direction: Direction; now: Date },
) {
  await lockEvent(tx, scope.eventId)
  // Interpreters are listed after the others, and each moves among their own.
  const ordered = inRuns(await rolesOf(tx, scope, itemId)).flat()
  const moving = ordered.find(({ id }) => id === roleId)
  const isBeside = ({ role }: { role: RoleKind }) =>
    (role === 'interpreter') === (moving?.role === 'interpreter')
  const ids = ordered.filter(isBeside).map(({ id }) => id)
  if (!moving) return { ok: false, reason: 'notFound' } as const
  const order = changePlace(ids, roleId, direction)
  if (!order) return { ok: false, reason: 'atEdge' } as const
  const others = ordered.filter((role) => !isBeside(role)).map(({ id }) => id)
  const all = moving.role === 'interpreter' ? [...others, ...order] : [...order, ...others]
  for (const [rank, id] of all.entries()) {
    await tx
      .update(agendaRoles)
      .set({ rank })
      .where(within(scope, itemId, id))
  }
  await noteInItem(tx, scope, { action: 'agenda.role.moved', subjectId: itemId, after: order, now })
  return { ok: true } as const
}

type NewRole = InItem & {
  id?: string
  personId: string | null
  attendeeId: string | null
  holder: RoleHolder
}

async function addRole(
  tx: Tx,
  scope: EventScope,
  { id = newId(), itemId, role, holder, now, ...who }: NewRole,
) {
  const [item] = await tx
    .select({ id: agendaItems.id })
    .from(agendaItems)
    .where(and(eq(agendaItems.id, itemId), eq(agendaItems.eventId, scope.eventId)))
  if (!item) return { ok: false, reason: 'notFound' } as const
  const before = await madeBefore(tx, agendaRoles, { id, ours: eq(agendaRoles.itemId, itemId) })
  if (before) return before
  const present = await rolesOf(tx, scope, itemId)
  if (present.some((other) => other.role === role && isSamePerson(other, { ...who, names: holder.names })))
    return { ok: false, reason: 'duplicate' } as const

  const rank = present.reduce((highest, other) => Math.max(highest, other.rank), -1) + 1
  await tx.insert(agendaRoles).values({ ...holder, ...who, id, itemId, eventId: scope.eventId, role, rank })
  await noteInItem(tx, scope, {
    action: 'agenda.role.added',
    subjectId: itemId,
    after: { role, ...who, ...holder },
    now,
  })
  return { ok: true, id } as const
}

function rolesOf(tx: Tx, scope: EventScope, itemId: string) {
  return tx
    .select()
    .from(agendaRoles)
    .where(and(eq(agendaRoles.itemId, itemId), eq(agendaRoles.eventId, scope.eventId)))
    .orderBy(asc(agendaRoles.rank), asc(agendaRoles.id))
}

function isOther(role: typeof agendaRoles.$inferSelect, seen: string | undefined): boolean {
  return seen !== undefined && seen !== markOfRole(role)
}

type Who = { personId: string | null; attendeeId: string | null; names: PersonNames }

function isSamePerson(one: Who, other: Who): boolean {
  if (one.attendeeId && one.attendeeId === other.attendeeId) return true
  if (one.personId || other.personId) return one.personId === other.personId
  return (
    one.names.latin?.full === other.names.latin?.full && one.names.arabic?.full === other.names.arabic?.full
  )
}

/** Calendars name who speaks, so the item itself counts as changed, though neither time nor place did. */
async function noteInItem(
  tx: Tx,
  scope: EventScope,
  fact: Parameters<typeof note>[2] & { subjectId: string; now: Date },
): Promise<void> {
  await tx
    .update(agendaItems)
    .set({ updatedAt: fact.now })
    .where(and(eq(agendaItems.id, fact.subjectId), eq(agendaItems.eventId, scope.eventId)))
  await note(tx, scope, fact)
}

function within(scope: EventScope, itemId: string, roleId: string) {
  return and(
    eq(agendaRoles.id, roleId),
    eq(agendaRoles.itemId, itemId),
    eq(agendaRoles.eventId, scope.eventId),
  )
}
