import { expect } from 'vitest'
import type { Database } from '#db/client.server.ts'
import { calendarEntries } from '#db/schema/calendar.server.ts'
import { type AttendanceStatus, attendances, attendees } from '#db/schema/invitations.server.ts'
import { messages } from '#db/schema/mail.server.ts'

/*
 * What must hold of the mails, whatever happened: a change is told once to whom it is about, nobody leaves the list
 * without a trace, and no calendar is sent a lower SEQUENCE than it knows.
 */

export type Told = Awaited<ReturnType<typeof readTold>>

export async function readTold({ read }: Database) {
  return {
    people: await read.select().from(attendees),
    standing: await read.select().from(attendances),
    mails: await read.select().from(messages).orderBy(messages.createdAt, messages.id),
    entries: await read.select().from(calendarEntries),
  }
}

/** One mail to each person whose standing has changed in a way that they are told of; to the others one at most. */
export function eachToldOnce(before: Told, after: Told, at: string): void {
  expect(after.people.length, `somebody is lost ${at}`).toBeGreaterThanOrEqual(before.people.length)
  const known = new Set(before.mails.map(({ id }) => id))
  const fresh = after.mails.filter(({ id }) => !known.has(id))
  for (const { id, email, names } of after.people) {
    const from = statusIn(before, id)
    const to = statusIn(after, id)
    const got = fresh.filter(({ attendeeId }) => attendeeId === id).length
    const who = `mails to ${names.latin?.full}, ${from} > ${to}, ${at}`
    if (email && from !== to && isTold(from, to)) expect(got, who).toBe(1)
    else expect(got, who).toBeLessThanOrEqual(1)
  }
}

function statusIn({ standing }: Told, attendeeId: string): AttendanceStatus | null {
  return standing.find((row) => row.attendeeId === attendeeId)?.status ?? null
}

const telling = ['accepted', 'tentative', 'waitlisted'] as const

/** Who is only named for a place, or loses one they never had, is not written to: their institution is. */
function isTold(from: AttendanceStatus | null, to: AttendanceStatus | null): boolean {
  const had = telling.some((status) => status === from)
  return had || to === 'declined' || telling.some((status) => status === to)
}

/** Of what each mailbox was sent about each date, in its order. */
export function sequencesGrow({ mails, entries }: Told, at: string): void {
  const dated = mails.filter(({ calendar }) => calendar)
  const uidIn = (calendar: string | null) => /^UID:(\S+)/m.exec(calendar ?? '')?.[1] ?? ''
  for (const [key, sent] of Map.groupBy(dated, ({ to, calendar }) => `${to.address} ${uidIn(calendar)}`)) {
    const numbers = sent.map(({ calendar }) => Number(/^SEQUENCE:(\d+)/m.exec(calendar ?? '')?.[1]))
    for (const [index, number] of numbers.entries()) {
      const last = numbers[index - 1] ?? -1
      const isTurn = sent[index]?.calendarMethod !== sent[index - 1]?.calendarMethod
      expect(number, `SEQUENCE to ${key} ${at}`).toBeGreaterThanOrEqual(isTurn ? last + 1 : last)
    }
    const entry = entries.find(({ attendeeId }) => key.includes(attendeeId))
    expect(entry?.sequence, `what is known of ${key} ${at}`).toBeGreaterThanOrEqual(Math.max(...numbers))
  }
}

/** Once an event is called off, nobody’s standing improves and no calendar is given it again. */
export function staysOver(before: Told, after: Told, at: string): void {
  for (const { attendeeId, status } of after.standing) {
    const was = statusIn(before, attendeeId)
    expect([was, 'cancelled'], `${attendeeId} in an event called off ${at}`).toContain(status)
  }
  const known = new Set(before.mails.map(({ id }) => id))
  const again = after.mails.filter(({ id, calendarMethod }) => !known.has(id) && calendarMethod === 'REQUEST')
  expect(again, `dates of an event called off ${at}`).toEqual([])
  expect(
    after.entries.filter(({ method }) => method === 'REQUEST'),
    `calendars ${at}`,
  ).toEqual([])
}
