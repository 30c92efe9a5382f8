import { and, count, eq, inArray, sql } from 'drizzle-orm'
import { agendaOfEvent } from '#app/agenda/read.server.ts'
import type { Language } from '#app/i18n/languages.ts'
import type { Reader } from '#db/client.server.ts'
import { attendances, attendees } from '#db/schema/invitations.server.ts'

/**
 * Per item of the agenda as it is edited: how many confirmed guests of its part need a head-set to follow it, by the
 * language they said they listen in. Whoever understands what is spoken needs none. `channel` counts from 1 and is null
 * where the room has none for that language.
 */
export async function readHeadsets(read: Reader, eventId: string) {
  const [items, listeners] = await Promise.all([agendaOfEvent(read, eventId), readListeners(read, eventId)])
  return items.flatMap(({ id, title, startsAt, endsAt, room, partId, ...item }) => {
    if (item.spokenLanguages.length === 0) return []
    const needed = listeners
      .filter((one) => one.partId === partId && !item.spokenLanguages.includes(one.language))
      .map(({ language, people }) => ({
        ...{ language, people },
        isInterpreted: item.interpretedLanguages.includes(language),
        channel: (room?.channels.indexOf(language) ?? -1) + 1 || null,
      }))
    return needed.length ? [{ id, title, startsAt, endsAt, room: room?.name ?? null, needed }] : []
  })
}

/** Confirmed guests by part and the language they listen in. */
async function readListeners(read: Reader, eventId: string) {
  const language = sql<Language | null>`${attendees.needs} ->> 'listenLanguage'`
  const rows = await read
    .select({ partId: attendances.partId, language, people: count() })
    .from(attendances)
    .innerJoin(attendees, eq(attendees.id, attendances.attendeeId))
    .where(and(eq(attendees.eventId, eventId), inArray(attendances.status, ['accepted', 'attended'])))
    .groupBy(attendances.partId, language)
  return rows.flatMap((row) =>
    row.language ? [{ partId: row.partId, language: row.language, people: Number(row.people) }] : [],
  )
}
