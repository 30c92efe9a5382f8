import { and, eq, inArray, or } from 'drizzle-orm'
import { type Forgotten, forgetInReleases, isTheirs } from '#app/agenda/forget.server.ts'
import type { Tx } from '#db/client.server.ts'
import { agendaItems, agendaRoles } from '#db/schema/agenda.server.ts'
import type { Chapter, Fact } from '../chapter.ts'
import { holdsAny } from '../naming.server.ts'
import type { Subject } from '../subject.server.ts'
import { jsonWithoutWords, withoutPerson } from '../words.ts'

/** What they chair or speak on, which the public programme and its versions (`releasedItems`) say. */
export const agendaChapter: Chapter = {
  name: 'agenda',
  async held(read, subject) {
    const rows = await read
      .select({ title: agendaItems.title, at: agendaItems.startsAt })
      .from(agendaRoles)
      .innerJoin(agendaItems, eq(agendaItems.id, agendaRoles.itemId))
      .where(byRecord(subject))
    return rows.map(({ title, at }): Fact => ({ label: 'role', value: title, at }))
  },
  async erase(tx, subject) {
    const who = forgotten(subject)
    const gone = (await takeRoles(tx, subject, who)) + (await forgetInReleases(tx, who))
    await leaveOutOfItems(tx, subject, who)
    return { roles: gone }
  },
}

function byRecord({ eventIds, attendeeIds, speakerIds, personId }: Subject) {
  return and(
    inArray(agendaRoles.eventId, eventIds),
    or(
      inArray(agendaRoles.attendeeId, attendeeIds),
      inArray(agendaRoles.speakerId, speakerIds),
      personId ? eq(agendaRoles.personId, personId) : undefined,
    ),
  )
}

function forgotten({ eventIds, attendeeIds, speakerIds, personId, words }: Subject): Forgotten {
  const ids = [...attendeeIds, ...speakerIds, ...(personId ? [personId] : [])]
  const names = new Set(words.map((word) => word.toLowerCase()))
  return {
    ...{ eventIds, attendeeIds, speakerIds, personId },
    isIn: (column) => holdsAny(column, [...ids, ...words]),
    bears: (name) => names.has(name.trim().toLowerCase()),
    without: (told) => jsonWithoutWords(withoutPerson(told, words), words),
  }
}

async function takeRoles(tx: Tx, subject: Subject, who: Forgotten): Promise<number> {
  const { eventIds, words } = subject
  const found = await tx
    .select()
    .from(agendaRoles)
    .where(
      or(byRecord(subject), and(inArray(agendaRoles.eventId, eventIds), holdsAny(agendaRoles.names, words))),
    )
  const ids = found.flatMap((role) => (isTheirs(role, who) ? [role.id] : []))
  if (ids.length) await tx.delete(agendaRoles).where(inArray(agendaRoles.id, ids))
  return ids.length
}

/** What a file told of speakers besides their names is kept with the item, to be given out again. */
async function leaveOutOfItems(tx: Tx, { eventIds, words }: Subject, who: Forgotten): Promise<void> {
  const found = await tx
    .select({ id: agendaItems.id, foreign: agendaItems.foreign })
    .from(agendaItems)
    .where(and(inArray(agendaItems.eventId, eventIds), holdsAny(agendaItems.foreign, words)))
  for (const { id, foreign } of found)
    await tx
      .update(agendaItems)
      .set({ foreign: who.without(foreign) as typeof foreign })
      .where(eq(agendaItems.id, id))
}
