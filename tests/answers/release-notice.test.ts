import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import type { EventScope } from '#app/accounts/scope.server.ts'
import { readDraft } from '#app/agenda/release.server.ts'
import { addPerson } from '#app/agenda/roles.server.ts'
import { editRoom } from '#app/agenda/rooms.server.ts'
import { editItem, removeItem } from '#app/agenda/schedule.server.ts'
import { readHeadsets } from '#app/answers/headsets.server.ts'
import { countConcerned, submitReleaseNotice } from '#app/answers/release-notice.server.ts'
import { queueMessages } from '#app/mail/outbox.server.ts'
import type { Database } from '#db/client.server.ts'
import { newId } from '#db/id.server.ts'
import { offices } from '#db/schema/accounts.server.ts'
import { personEmails } from '#db/schema/directory.server.ts'
import { attendances, attendees } from '#db/schema/invitations.server.ts'
import { messages } from '#db/schema/mail.server.ts'
import { releases } from '#db/schema/releases.server.ts'
import { anItem, aRelease, aRoom, aSpeaker, itemContent, onFirstDay } from '#tests/support/agenda.ts'
import { anEvent, now } from '#tests/support/builders.ts'
import { testDatabase } from '#tests/support/database.ts'
import { aUser } from '#tests/support/events.ts'
import { aGuest, site } from '#tests/support/guests.ts'

/** A released session and a coffee; a speaker of the directory, a guest who comes, one who has not answered. */
async function aReleasedMeeting() {
  const database = await testDatabase()
  const event = await anEvent(database)
  const session = await anItem(database, event)
  const coffee = await anItem(database, event, {
    title: { en: 'Coffee' },
    startsAt: onFirstDay('10:00'),
    endsAt: onFirstDay('10:30'),
  })
  const personId = await aSpeaker(database, event.officeId, 'Noor Hassan')
  const address = 'noor@ministry.example'
  await database.write(async (tx) => {
    const mail = { id: newId(), officeId: event.officeId, personId, address, addressKey: address, rank: 0 }
    await tx.insert(personEmails).values(mail)
    await addPerson(tx, event.scope, { itemId: session, personId, role: 'speaker', now })
  })
  const coming = await aGuest(database, event, {
    name: 'Ali Karim',
    email: 'ali@guest.example',
    language: 'ar',
  })
  await accept(database, coming.attendeeId)
  await aGuest(database, event, { name: 'Sara Aziz', email: 'sara@guest.example' })
  await aGuest(database, event, { name: 'Not Sent', email: 'draft@guest.example', state: 'draft' })
  await aRelease(database, event)
  return { database, event, session, coffee, coming }
}

async function accept(database: Database, attendeeId: string) {
  await database.write((tx) =>
    tx.update(attendances).set({ status: 'accepted' }).where(eq(attendances.attendeeId, attendeeId)),
  )
}

async function sent(database: Database) {
  const rows = await database.read.select().from(messages).orderBy(messages.createdAt, messages.id)
  return rows.map(({ to, state, language, text }) => ({ to: to.address, state, language, text }))
}

test('whoever a version concerns is told what changed for them, in their language, once', async () => {
  const { database, event, session, coffee } = await aReleasedMeeting()
  await database.write(async (tx) => {
    const content = itemContent(event, { startsAt: onFirstDay('09:30'), endsAt: onFirstDay('10:30') })
    await editItem(tx, event.scope, { itemId: session, content, now })
    await removeItem(tx, event.scope, { itemId: coffee, now })
  })
  const { changes } = await readDraft(database.read, event.id)
  expect(await countConcerned(database.read, event.scope, changes)).toEqual({
    ...{ speakers: 1, confirmed: 1, invited: 1 },
  })
  const { number } = await aRelease(database, event)
  const tell = (whom: Parameters<typeof submitReleaseNotice>[2]['whom']) =>
    submitReleaseNotice(database, event.scope, { number, whom, site, now })
  expect(await tell(['speakers', 'confirmed'])).toEqual({ ok: true, count: 2 })
  expect(await tell(['speakers', 'confirmed'])).toEqual({ ok: true, count: 0 })
  const mails = await sent(database)
  expect(mails.map(({ to, state, language }) => [to, state, language]).sort()).toEqual([
    ['ali@guest.example', 'queued', 'ar'],
    ['noor@ministry.example', 'queued', 'en'],
  ])
  const [toGuest, toSpeaker] = ['ali@', 'noor@'].map(
    (who) => mails.find(({ to }) => to.startsWith(who))?.text,
  )
  expect(toSpeaker).toContain('Moved to')
  expect(toSpeaker).toContain('09:30–10:30')
  expect(toSpeaker).toContain(`${site.appUrl}/en/${event.slug}/agenda`)
  expect(toSpeaker).not.toContain('Coffee')
  expect(toGuest).toContain('نُقل إلى')
  expect(toGuest).toContain('Coffee')
  expect(toGuest).toContain('أُلغي')
  expect(await tell(['invited'])).toEqual({ ok: true, count: 1 })
})

test('where the office wants a second person, the mails wait for one who did not release it', async () => {
  const { database, event, coffee } = await aReleasedMeeting()
  const [first, second] = await Promise.all(
    ['a@majlis.example', 'b@majlis.example'].map((email) =>
      aUser(database, { email, officeId: event.officeId }),
    ),
  )
  const as = (id: string | undefined) => ({ ...event.scope, actor: { kind: 'user', id } }) as EventScope
  await database.write(async (tx) => {
    await tx.update(offices).set({ needsSecondPerson: true }).where(eq(offices.id, event.officeId))
    await removeItem(tx, event.scope, { itemId: coffee, now })
  })
  const { id, number } = await aRelease(database, event)
  await database.write((tx) => tx.update(releases).set({ releasedBy: first }).where(eq(releases.id, id)))
  await submitReleaseNotice(database, as(first), { number, whom: ['confirmed'], site, now })
  expect((await sent(database)).map(({ state }) => state)).toEqual(['draft'])
  const [mail] = await database.read.select({ id: messages.id }).from(messages)
  const queue = (who: string | undefined) =>
    database.write((tx) => queueMessages(tx, as(who), { chosen: { ids: [mail?.id ?? ''] }, now }))
  expect(await queue(first)).toBe(0)
  expect(await queue(second)).toBe(1)
})

test('head-sets are counted from what confirmed guests said they listen in', async () => {
  const { database, event, session, coming } = await aReleasedMeeting()
  const roomId = await aRoom(database, event, 'Hall A')
  await database.write(async (tx) => {
    const content = itemContent(event, { roomId, interpretedLanguages: ['en', 'ckb'] })
    await editItem(tx, event.scope, { itemId: session, content, now })
    const room = { name: { en: 'Hall A' }, capacity: null, channels: ['en', 'ckb'] as ('en' | 'ckb')[] }
    await editRoom(tx, event.scope, { roomId, content: room, now })
  })
  const listens = async (attendeeId: string, listenLanguage: 'ar' | 'ckb' | 'fr') => {
    await accept(database, attendeeId)
    await database.write((tx) =>
      tx.update(attendees).set({ needs: { listenLanguage } }).where(eq(attendees.id, attendeeId)),
    )
  }
  await listens(coming.attendeeId, 'ckb')
  await listens((await aGuest(database, event, { name: 'B' })).attendeeId, 'ckb')
  await listens((await aGuest(database, event, { name: 'C' })).attendeeId, 'fr')
  await listens((await aGuest(database, event, { name: 'D' })).attendeeId, 'ar')
  const [first] = await readHeadsets(database.read, event.id)
  expect(first?.id).toBe(session)
  expect(first?.needed.toSorted((a, b) => b.people - a.people)).toEqual([
    { language: 'ckb', people: 2, isInterpreted: true, channel: 2 },
    { language: 'fr', people: 1, isInterpreted: false, channel: null },
  ])
})
