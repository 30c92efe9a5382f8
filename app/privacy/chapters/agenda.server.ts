import { and, eq, inArray, or } from 'drizzle-orm'
import { forgetInReleases } from '#app/agenda/forget.server.ts'
import { agendaItems, agendaRoles } from '#db/schema/agenda.server.ts'
import type { Chapter, Fact } from '../chapter.ts'
import type { Subject } from '../subject.server.ts'

/** What they chair or speak on, which the public programme says. */
export const agendaChapter: Chapter = {
  name: 'agenda',
  async held(read, subject) {
    const rows = await read
      .select({ title: agendaItems.title, at: agendaItems.startsAt })
      .from(agendaRoles)
      .innerJoin(agendaItems, eq(agendaItems.id, agendaRoles.itemId))
      .where(theirRoles(subject))
    return rows.map(({ title, at }): Fact => ({ label: 'role', value: title, at }))
  },
  async erase(tx, subject) {
    const gone = await tx.delete(agendaRoles).where(theirRoles(subject)).returning({ id: agendaRoles.id })
    return { roles: gone.length + (await forgetInReleases(tx, subject)) }
  },
}

function theirRoles({ eventIds, attendeeIds, personId }: Subject) {
  return and(
    inArray(agendaRoles.eventId, eventIds),
    or(
      inArray(agendaRoles.attendeeId, attendeeIds),
      personId ? eq(agendaRoles.personId, personId) : undefined,
    ),
  )
}
