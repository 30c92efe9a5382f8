import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { countWaiting, findGuests, readInbox } from '#app/inbox/read.server.ts'
import {
  acceptReply,
  believeReport,
  linkMail,
  placeMail,
  recordMail,
  settleMail,
} from '#app/inbox/settle.server.ts'
import type { Database } from '#db/client.server.ts'
import { newId } from '#db/id.server.ts'
import { personEmails } from '#db/schema/directory.server.ts'
import { inboxMails } from '#db/schema/inbox.server.ts'
import { answers, attendances } from '#db/schema/invitations.server.ts'
import { anEvent, anOffice } from '#tests/support/builders.ts'
import { testDatabase } from '#tests/support/database.ts'
import { aGuest } from '#tests/support/guests.ts'
import { aWaitingMail, inboxOf, receive, site, withEntry } from '#tests/support/inbox.ts'
import { later } from '#tests/support/mail.ts'
import { bounceReport, gmailReply } from '#tests/support/mime.ts'

const notFound = { ok: false, reason: 'notFound' }

async function onlyMail(database: Database): Promise<string> {
  const [mail] = await database.read.select().from(inboxMails)
  return mail?.id ?? ''
}

test('a calendar’s answer nobody vouched for is recorded once somebody says so, and only in its own event', async () => {
  const database = await testDatabase()
  const [event, other] = [await anEvent(database), await anEvent(database)]
  const guest = await aGuest(database, event)
  await receive(database, gmailReply({ ...(await withEntry(database, event, guest)) }))
  const deciding = { mailId: await onlyMail(database), site, now: later(30) }
  expect(await acceptReply(database, other.scope, deciding)).toEqual(notFound)
  expect(await acceptReply(database, event.scope, deciding)).toEqual({ ok: true })
  expect(await acceptReply(database, event.scope, deciding)).toEqual(notFound)
  const [attendance] = await database.read.select().from(attendances)
  expect([attendance?.status, attendance?.answeredVia]).toEqual(['accepted', 'calendar'])
  expect([await inboxOf(database), await countWaiting(database.read, event.scope)]).toEqual([
    ['reply recorded unauthenticated'],
    0,
  ])
})

test('a mail is given to an event, to its guest, and recorded as the answer it is', async () => {
  const database = await testDatabase()
  const event = await anEvent(database)
  const [guest, stranger] = [await aGuest(database, event), await aGuest(database, await anEvent(database))]
  const office = { ...(await anOffice(database)) }
  const mailId = await aWaitingMail(database, { officeId: event.officeId })
  const given = { mailId, now: later(1) }
  const scope = { ...office.scope, officeId: event.officeId }
  expect(await database.write((tx) => placeMail(tx, office.scope, { ...given, eventId: event.id }))).toEqual(
    notFound,
  )
  expect(await database.write((tx) => placeMail(tx, scope, { ...given, eventId: event.id }))).toEqual({
    ok: true,
    slug: event.slug,
  })
  const [found] = await findGuests(database.read, event.scope, 'HASSAN')
  expect(found?.attendeeId).toBe(guest.attendeeId)
  const link = (attendeeId: string) =>
    database.write((tx) => linkMail(tx, event.scope, { ...given, attendeeId }))
  expect([await link(stranger.attendeeId), await link(guest.attendeeId)]).toEqual([notFound, { ok: true }])
  const replies = [{ partId: event.meeting.id, reply: 'declined' as const }]
  expect(await recordMail(database, event.scope, { ...given, replies, site })).toEqual({ ok: true })
  const [answer] = await database.read.select().from(answers).where(eq(answers.invitationId, guest.id))
  expect([answer?.status, answer?.via, answer?.note]).toEqual(['declined', 'mail', 'Re: Invitation'])
  expect(await readInbox(database.read, event.scope, { state: 'waiting', page: 1 })).toEqual([])
})

test('done can be undone; what was recorded stays', async () => {
  const database = await testDatabase()
  const event = await anEvent(database)
  const mailId = await aWaitingMail(database, { officeId: event.officeId, eventId: event.id })
  const settle = (state: 'done' | 'waiting') =>
    database.write((tx) => settleMail(tx, event.scope, { mailId, state, now: later(1) }))
  expect([await settle('done'), await inboxOf(database)]).toEqual([{ ok: true }, ['mail done mail']])
  expect([await settle('waiting'), await inboxOf(database)]).toEqual([{ ok: true }, ['mail waiting mail']])
  await database.write((tx) => tx.update(inboxMails).set({ state: 'recorded' }))
  expect(await settle('done')).toEqual(notFound)
})

test('a report that proves nothing stops an address once a person believes it', async () => {
  const database = await testDatabase()
  const event = await anEvent(database)
  const guest = await aGuest(database, event)
  const address = { address: 'ali@guest.example', addressKey: 'ali@guest.example', rank: 0 }
  await database.write((tx) =>
    tx
      .insert(personEmails)
      .values({ id: newId(), officeId: event.officeId, personId: guest.personId, ...address }),
  )
  await receive(database, bounceReport({ to: 'events@majlis.example', recipient: 'ali@guest.example' }))
  const mailId = await onlyMail(database)
  const believe = () => database.write((tx) => believeReport(tx, event.scope, { mailId, now: later(1) }))
  expect([await believe(), await believe()]).toEqual([{ ok: true }, notFound])
  const [kept] = await database.read.select().from(personEmails)
  expect(kept?.isFailing).toBe(true)
})
