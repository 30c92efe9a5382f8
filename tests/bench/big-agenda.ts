import { eq } from 'drizzle-orm'
import { chunked } from '#app/invitations/inviting.server.ts'
import type { Database } from '#db/client.server.ts'
import { newId } from '#db/id.server.ts'
import { agendaItems, agendaRoles, agendaTracks } from '#db/schema/agenda.server.ts'
import { persons } from '#db/schema/directory.server.ts'
import { parts, rooms } from '#db/schema/events.server.ts'
import { attendances } from '#db/schema/invitations.server.ts'
import { anEvent, now } from '#tests/support/builders.ts'
import { aGuest } from '#tests/support/guests.ts'

const kinds = ['session', 'panel', 'discussion', 'break'] as const
const colours = ['blue', 'violet', 'rose', 'amber', 'green'] as const
const minute = 60_000

type Size = { items: number; rooms: number; days: number; persons: number }
type EventGiven = Awaited<ReturnType<typeof anEvent>>

/** An agenda of so many items, spread evenly over rooms and days from 08:00 on, each with two of so many persons. */
export async function aBigAgenda(database: Database, officeId: string, size: Size) {
  const event = await anEvent(database, { officeId, slug: `agenda-of-${size.days}` })
  const roomIds = Array.from({ length: size.rooms }, () => newId())
  const tracks = colours.map((colour, position) => ({
    ...{ id: newId(), eventId: event.id, colour, position },
    name: { en: `Track ${position + 1}`, ar: `المسار ${position + 1}` },
  }))
  const people = Array.from({ length: size.persons }, (_, i) => aPerson(officeId, i))
  await database.write(async (tx) => {
    await tx
      .update(parts)
      .set({ startsAt: at(0, 480), endsAt: at(size.days - 1, 1320) })
      .where(eq(parts.eventId, event.id))
    await tx.insert(rooms).values(
      roomIds.map((id, position) => ({
        ...{ id, eventId: event.id, capacity: 1, position, channels: [] },
        name: { en: `Hall ${position + 1}`, ar: `القاعة ${position + 1}` },
      })),
    )
    await tx.insert(agendaTracks).values(tracks)
    for (const some of chunked(people, 200)) await tx.insert(persons).values(some)
    const items = Array.from({ length: size.items }, (_, i) => anItem(event, { i, size, roomIds, tracks }))
    for (const some of chunked(items, 200)) await tx.insert(agendaItems).values(some)
    const roles = items.flatMap(({ id }, i) => [0, 1].map((rank) => aRole(event.id, id, people, { i, rank })))
    for (const some of chunked(roles, 200)) await tx.insert(agendaRoles).values(some)
  })
  await twoMoreThanSeats(database, event)
  return event
}

/** So that whether a room is large enough is asked of every item. */
async function twoMoreThanSeats(database: Database, event: EventGiven) {
  for (const email of ['ali@guest.example', 'sara@guest.example']) await aGuest(database, event, { email })
  await database.write((tx) =>
    tx.update(attendances).set({ status: 'accepted' }).where(eq(attendances.eventId, event.id)),
  )
}

/** So many minutes after midnight in Baghdad. */
function at(day: number, minutes: number): Date {
  return new Date(Date.UTC(2026, 11, 13 + day, 21, minutes))
}

type Among = { i: number; size: Size; roomIds: string[]; tracks: { id: string }[] }

function anItem(event: EventGiven, { i, size, roomIds, tracks }: Among) {
  const ofDay = Math.ceil(size.items / size.days)
  const row = Math.floor((i % ofDay) / size.rooms)
  const startsAt = at(Math.floor(i / ofDay), 480 + row * 50)
  return {
    ...{ id: newId(), eventId: event.id, partId: event.meeting.id, roomId: roomIds[i % size.rooms] ?? null },
    ...{ kind: kinds[i % 7] ?? 'session', trackId: tracks[i % 6]?.id ?? null, position: i },
    title: { en: `Durable solutions, session ${i + 1}`, ar: `الحلول الدائمة، الجلسة ${i + 1}` },
    abstract: {},
    ...{ startsAt, endsAt: new Date(startsAt.getTime() + (i % 9 ? 45 : 75) * minute) },
    spokenLanguages: ['ar' as const],
    interpretedLanguages: ['en' as const],
    ...{ createdAt: now, updatedAt: now },
  }
}

function aPerson(officeId: string, i: number) {
  const names = { latin: { full: `Noor Hassan ${i}` }, arabic: { full: `نور حسن ${i}` } }
  return {
    ...{ id: newId(), officeId, names, honorific: {}, position: { en: 'Director General' }, tags: [] },
    ...{ searchKey: `noor hassan ${i}`, sortKey: `noor hassan ${i}`, createdAt: now, updatedAt: now },
  }
}

type Person = ReturnType<typeof aPerson>

function aRole(eventId: string, itemId: string, people: Person[], { i, rank }: { i: number; rank: number }) {
  const person = people[(i * 2 + rank) % people.length]
  if (!person) throw new Error('nobody')
  return {
    ...{ id: newId(), itemId, eventId, personId: person.id, names: person.names, rank },
    role: rank ? ('speaker' as const) : ('chair' as const),
    ...{ honorific: {}, position: person.position, organisationName: {} },
  }
}
