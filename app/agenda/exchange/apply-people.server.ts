import { and, eq, inArray } from 'drizzle-orm'
import type { Tx } from '#db/client.server.ts'
import { newId } from '#db/id.server.ts'
import { agendaRoles } from '#db/schema/agenda.server.ts'
import type { EventScope } from '../../accounts/scope.server.ts'
import type { AgendaRole } from '../read.server.ts'
import { canonical } from './facts.ts'
import type { ReadPerson } from './reading.ts'

type OfItem = { itemId: string; before: readonly AgendaRole[]; people: readonly ReadPerson[] }

/**
 * Gives items the people their file names, in its order, as names written in: nobody of them is put into the directory.
 * Whoever had the same role already stays the same row, with what they answered and whom of ours they are.
 */
export async function takePeople(tx: Tx, scope: EventScope, items: readonly OfItem[]): Promise<void> {
  const added: (typeof agendaRoles.$inferInsert)[] = []
  for (const { itemId, before, people } of items) {
    const left = [...before]
    for (const [rank, person] of people.entries()) {
      const at = left.findIndex((role) => isSame(role, person))
      const [role] = at < 0 ? [] : left.splice(at, 1)
      if (role)
        await tx
          .update(agendaRoles)
          .set({ ...person, rank })
          .where(within(scope, [role.id]))
      else added.push({ ...person, id: newId(), itemId, eventId: scope.eventId, rank })
    }
    if (left.length)
      await tx.delete(agendaRoles).where(
        within(
          scope,
          left.map(({ id }) => id),
        ),
      )
  }
  if (added.length) await tx.insert(agendaRoles).values(added)
}

function isSame(role: AgendaRole, person: ReadPerson): boolean {
  return role.role === person.role && canonical(role.names) === canonical(person.names)
}

function within(scope: EventScope, ids: string[]) {
  return and(inArray(agendaRoles.id, ids), eq(agendaRoles.eventId, scope.eventId))
}
