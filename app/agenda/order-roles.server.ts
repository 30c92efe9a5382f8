import { and, asc, eq, inArray, or } from 'drizzle-orm'
import type { Tx } from '#db/client.server.ts'
import { agendaItems, agendaRoles } from '#db/schema/agenda.server.ts'
import { organisations, persons } from '#db/schema/directory.server.ts'
import { attendees } from '#db/schema/invitations.server.ts'
import type { EventScope } from '../accounts/scope.server.ts'
import { fold } from '../directory/fold.ts'
import { type Protocol, precedenceKey, type RankedPerson } from '../directory/precedence.ts'
import { readProtocol } from '../directory/precedence-facts.server.ts'
import { lockEvent } from '../events/lock.server.ts'
import { note } from '../events/note.server.ts'
import { localize } from '../i18n/languages.ts'
import { roleKinds } from './rules.ts'

/**
 * Puts the people of an item into the order of precedence: chairs first, then who moderates, speaks, reports, interprets,
 * and among those as the event orders its guests. Whose name is only written in stands where their organisation would as
 * one of no kind. Refused: `notFound`.
 */
export async function orderByPrecedence(
  tx: Tx,
  scope: EventScope,
  { itemId, now }: { itemId: string; now: Date },
) {
  await lockEvent(tx, scope.eventId)
  const ofItem = and(eq(agendaRoles.itemId, itemId), eq(agendaRoles.eventId, scope.eventId))
  const roles = await tx.select().from(agendaRoles).where(ofItem).orderBy(asc(agendaRoles.rank))
  if (!roles.length) return { ok: false, reason: 'notFound' } as const
  const keys = await keysOf(tx, scope, roles)
  const inOrder = roles.toSorted(
    (a, b) =>
      roleKinds.indexOf(a.role) - roleKinds.indexOf(b.role) ||
      compare(keys.get(a.id) ?? '', keys.get(b.id) ?? '') ||
      a.rank - b.rank,
  )
  for (const [rank, { id }] of inOrder.entries())
    await tx
      .update(agendaRoles)
      .set({ rank })
      .where(and(ofItem, eq(agendaRoles.id, id)))
  await tx
    .update(agendaItems)
    .set({ updatedAt: now })
    .where(and(eq(agendaItems.id, itemId), eq(agendaItems.eventId, scope.eventId)))
  const after = inOrder.map(({ id }) => id)
  await note(tx, scope, { action: 'agenda.role.ordered', subjectId: itemId, after, now })
  return { ok: true } as const
}

// Keys are digits alone; no alphabet orders them otherwise.
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

type Role = typeof agendaRoles.$inferSelect

async function keysOf(tx: Tx, scope: EventScope, roles: readonly Role[]): Promise<Map<string, string>> {
  const protocol = await readProtocol(tx, scope)
  const attendeeIds = roles.flatMap(({ attendeeId }) => attendeeId ?? [])
  const personIds = roles.flatMap(({ personId }) => personId ?? [])
  const guests = await tx
    .select({ id: attendees.id, personId: attendees.personId, key: attendees.precedenceKey })
    .from(attendees)
    .where(
      and(
        eq(attendees.eventId, scope.eventId),
        or(inArray(attendees.id, attendeeIds), inArray(attendees.personId, personIds)),
      ),
    )
  const people = await readPeople(tx, scope, personIds)
  return new Map(
    roles.map((role) => {
      const guest =
        guests.find(({ id }) => id === role.attendeeId) ??
        guests.find(({ personId }) => personId !== null && personId === role.personId)
      const person = people.find(({ id }) => id === role.personId)
      return [role.id, guest?.key || precedenceKey(person ?? written(role), protocol satisfies Protocol)]
    }),
  )
}

const inOwnRight = { isHead: false, seat: 'delegate', substituteFor: null, isSubstitute: false } as const

async function readPeople(tx: Tx, { officeId }: EventScope, ids: readonly string[]): Promise<RankedPerson[]> {
  const rows = await tx
    .select({ person: persons, organisation: organisations })
    .from(persons)
    .leftJoin(organisations, eq(organisations.id, persons.organisationId))
    .where(and(eq(persons.officeId, officeId), inArray(persons.id, [...ids])))
  return rows.map(({ person: { id, precedence, position, sortKey }, organisation }) => ({
    ...{ id, precedence, position, name: sortKey, rank: 0, ...inOwnRight },
    organisation: organisation
      ? {
          id: organisation.id,
          kind: organisation.kind,
          precedence: organisation.precedence,
          name: organisation.sortKey,
        }
      : { id: null, kind: 'other', precedence: null, name: '' },
  }))
}

function written({ id, names, position, organisationName, rank }: Role): RankedPerson {
  const name = fold(names.latin?.full ?? names.arabic?.full ?? '')
  const organisation = fold(localize(organisationName, 'en'))
  return {
    ...{ id, position, name, rank, precedence: null, ...inOwnRight },
    organisation: { id: null, kind: 'other', precedence: null, name: organisation },
  }
}
