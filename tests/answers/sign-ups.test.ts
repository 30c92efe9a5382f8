import { expect, test } from 'vitest'
import { writeOutcome } from '#app/agenda/outcomes.server.ts'
import { findAgendaItem } from '#app/agenda/read.server.ts'
import { tellMovedUp } from '#app/answers/moved-up.server.ts'
import { giveUp, readSignedUp, readSignUps, setSignUps, signUp } from '#app/answers/sign-ups.server.ts'
import { submitAnswer } from '#app/answers/submit.server.ts'
import type { Database } from '#db/client.server.ts'
import { messages } from '#db/schema/mail.server.ts'
import { anItem, aRelease, onFirstDay } from '#tests/support/agenda.ts'
import { anEvent, now } from '#tests/support/builders.ts'
import { testDatabase } from '#tests/support/database.ts'
import { aGuest, anAnswer, site } from '#tests/support/guests.ts'

type Guest = Awaited<ReturnType<typeof aGuest>>

async function aWorkshop(database: Database, seats: number | null, guests: number) {
  const event = await anEvent(database)
  const itemId = await anItem(database, event)
  const setting = { itemId, takesSignUps: true, seats, now }
  await database.write((tx) => setSignUps(tx, event.scope, setting))
  await aRelease(database, event)
  const people: Guest[] = []
  for (let at = 0; at < guests; at++) {
    const guest = await aGuest(database, event, { name: `Guest ${at}`, email: `g${at}@guest.example` })
    const given = anAnswer(event.meeting.id, 'accepted')
    await submitAnswer(database, guest.scope, { given, site, now })
    people.push(guest)
  }
  await database.write((tx) => tx.delete(messages))
  const states = async () => {
    const rows = await readSignedUp(database.read, event.scope, itemId)
    return rows.map(({ names, state }) => `${names.latin?.full} ${state}`).sort()
  }
  const sign = (guest: Guest | undefined, at = now) =>
    database.write((tx) => signUp(tx, (guest as Guest).scope, { itemId, now: at }))
  return { event, itemId, people, states, sign }
}

test('seats are never oversold, and whoever waits moves up in order, told by one mail', async () => {
  const database = await testDatabase()
  const { event, itemId, people, states, sign } = await aWorkshop(database, 2, 6)
  const said = await Promise.all([...people.slice(0, 5), ...people.slice(0, 5)].map((guest) => sign(guest)))
  expect(said.every(({ ok }) => ok)).toBe(true)
  expect((await states()).filter((line) => line.endsWith('seated'))).toHaveLength(2)
  expect(await states()).toHaveLength(5)

  const rows = await readSignedUp(database.read, event.scope, itemId)
  const nameOf = (at: number) => rows[at]?.names.latin?.full ?? ''
  const guestOf = (at: number) => people.find(({ id }) => id === rows[at]?.invitationId)
  // One gives the seat up, another their whole part: the two in front of the line have them.
  await database.write((tx) => giveUp(tx, (guestOf(0) as Guest).scope, { itemId, now }))
  const declining = anAnswer(event.meeting.id, 'declined')
  const later = new Date(now.getTime() + 60_000)
  await submitAnswer(database, (guestOf(1) as Guest).scope, { given: declining, site, now: later })
  expect(await states()).toEqual(
    [`${nameOf(2)} seated`, `${nameOf(3)} seated`, `${nameOf(4)} waiting`].sort(),
  )
  const told = await Promise.all([1, 2].map(() => tellMovedUp(database, { site, now: later })))
  expect(told[0] ?? 0).toBeLessThanOrEqual(2)
  const mails = await database.read.select().from(messages)
  const movedUp = mails.filter(({ dedupeKey }) => dedupeKey.startsWith('movedUp:'))
  expect(movedUp.map(({ to }) => to.name).sort()).toEqual([nameOf(2), nameOf(3)].sort())

  // More seats: the last one moves up as well.
  const wider = { itemId, takesSignUps: true, seats: 9, now: later }
  await database.write((tx) => setSignUps(tx, event.scope, wider))
  expect((await states()).filter((line) => line.endsWith('waiting'))).toEqual([])
})

test('of two editors at once the second is told, and nothing of the first is written over; guests’ sign-ups are no edit', async () => {
  const database = await testDatabase()
  const { event, itemId, people, sign } = await aWorkshop(database, 2, 1)
  const seen = (await findAgendaItem(database.read, event.id, itemId))?.version
  await sign(people[0])
  const set = (seats: number) =>
    database.write((tx) => setSignUps(tx, event.scope, { itemId, seen, takesSignUps: true, seats, now }))
  const write = (text: string, version: number | undefined) => {
    const given = { itemId, seen: version, outcome: { en: text }, now }
    return database.write((tx) => writeOutcome(tx, event.scope, given))
  }
  const both = await Promise.all([set(5), set(7)])
  expect(both.map((one) => one.ok || one.reason).sort()).toEqual(['changedMeanwhile', true])
  const item = await findAgendaItem(database.read, event.id, itemId)
  expect([5, 7]).toContain(item?.seats)
  expect(await write('All agreed.', seen)).toEqual({ ok: false, reason: 'changedMeanwhile' })
  expect(await write('All agreed.', item?.version)).toEqual({ ok: true })
})

test('only who has a seat in the part signs up, until the item begins; two at the same time are told', async () => {
  const database = await testDatabase()
  const { event, itemId, people, sign } = await aWorkshop(database, null, 1)
  const [guest] = people
  const stranger = await aGuest(database, event, { name: 'Not yet', email: 'not@guest.example' })
  expect(await sign(stranger)).toEqual({ ok: false, reason: 'noSeatInPart' })
  expect(await sign(guest, onFirstDay('09:00'))).toEqual({ ok: false, reason: 'closed' })
  const other = await anEvent(database)
  const foreign = await aGuest(database, other)
  expect(await sign(foreign)).toEqual({ ok: false, reason: 'notFound' })

  const second = await anItem(database, event, { title: { en: 'Beside' }, startsAt: onFirstDay('09:30') })
  const setting = { itemId: second, takesSignUps: true, seats: 1, now }
  await database.write((tx) => setSignUps(tx, event.scope, setting))
  await aRelease(database, event)
  expect(await sign(guest)).toEqual({ ok: true, state: 'seated' })
  const listed = await readSignUps(database.read, (guest as Guest).scope, now)
  expect(listed.map(({ id, mine, free, clashes }) => [id, mine, free, clashes])).toEqual([
    [itemId, 'seated', null, []],
    [second, null, 1, [{ en: 'Needs today', ar: 'الاحتياجات اليوم' }]],
  ])
})
