import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { submitAnswer } from '#app/answers/submit.server.ts'
import { acceptReply } from '#app/inbox/settle.server.ts'
import { proposeSubstitute, readProposal } from '#app/inbox/substitute.server.ts'
import type { Database } from '#db/client.server.ts'
import { newId } from '#db/id.server.ts'
import { personEmails, persons } from '#db/schema/directory.server.ts'
import { inboxMails } from '#db/schema/inbox.server.ts'
import { attendances, attendees } from '#db/schema/invitations.server.ts'
import { messages } from '#db/schema/mail.server.ts'
import { anEvent, now } from '#tests/support/builders.ts'
import { testDatabase } from '#tests/support/database.ts'
import { aDelegate, aGuest, anAnswer, anInstitution } from '#tests/support/guests.ts'
import { entryOf, inboxOf, receive, site, vouchedFor, withEntry } from '#tests/support/inbox.ts'
import { later } from '#tests/support/mail.ts'
import { delegatingReply, gmailReply, outlookReply } from '#tests/support/mime.ts'

/* Calendars of those whom others have named, and calendars that name somebody. */

const described = {
  ...{ latin: '', arabic: '', honorific: '', position: '', email: '', phone: '' },
  language: '' as const,
}

async function standing(database: Database) {
  const rows = await database.read
    .select({ names: attendees.names, seat: attendees.seat, row: attendances })
    .from(attendees)
    .innerJoin(attendances, eq(attendances.attendeeId, attendees.id))
  return rows
    .map(({ names, seat, row }) => [names.latin?.full, seat, row.status, row.answeredVia].join(' '))
    .sort()
}

async function told(database: Database, address: string) {
  const rows = await database.read.select().from(messages).orderBy(messages.createdAt, messages.id)
  return rows
    .filter(({ to }) => to.address === address)
    .map(({ subject, calendarMethod }) => [subject.split(':')[0], calendarMethod])
}

const from = { from: 'salwa@ministry.example', headers: [vouchedFor('ministry.example')] }

/** A ministry that has named two, one of whom has an address. */
async function aDelegation() {
  const database = await testDatabase()
  const event = await anEvent(database)
  const ministry = await anInstitution(database, event)
  const [salwa, omar] = [
    aDelegate('Salwa Karim', { email: 'salwa@ministry.example' }),
    aDelegate('Omar Hassan'),
  ] as const
  const given = anAnswer(event.meeting.id, 'accepted', { names: [salwa, omar] })
  await submitAnswer(database, ministry.scope, { given, site, now })
  const entry = await entryOf(database, { attendeeId: salwa.spareId })
  return { database, event, ministry, entry }
}

test('a delegate’s calendar answers for that delegate alone, and the institution hears of a no', async () => {
  const { database, entry } = await aDelegation()
  await receive(database, outlookReply({ ...entry, ...from, partstat: 'DECLINED' }))
  expect(await inboxOf(database)).toEqual(['reply recorded recorded'])
  expect(await standing(database)).toEqual([
    'Omar Hassan delegate accepted link',
    'Salwa Karim delegate declined calendar',
  ])
  expect(await told(database, 'office@ministry.example')).toEqual([
    ['Your answer', null],
    ['Does not come', null],
  ])
  // Her own calendar knows already.
  expect((await told(database, 'salwa@ministry.example')).map(([, method]) => method)).toEqual([
    'REQUEST',
    null,
  ])
})

test('a delegate’s answer nobody vouched for is the delegate’s when somebody says so', async () => {
  const { database, event, entry } = await aDelegation()
  await receive(database, gmailReply({ ...entry, from: from.from, partstat: 'TENTATIVE' }))
  expect(await inboxOf(database)).toEqual(['reply waiting unauthenticated'])
  const [mail] = await database.read.select().from(inboxMails)
  const deciding = { mailId: mail?.id ?? '', site, now: later(30) }
  expect(await acceptReply(database, event.scope, deciding)).toEqual({ ok: true })
  expect(await standing(database)).toEqual([
    'Omar Hassan delegate accepted link',
    'Salwa Karim delegate tentative calendar',
  ])
})

const amina = { delegate: 'amina@guest.example', name: 'Amina Warsame', headers: [vouchedFor()] }

async function aGuestWho(policy: 'bound' | 'substitute' | 'open') {
  const database = await testDatabase()
  const event = await anEvent(database)
  const guest = await aGuest(database, event, { policy })
  return { database, event, entry: await withEntry(database, event, guest, 'accepted') }
}

test('a calendar that sends somebody else names a substitute, as far as the invitation allows', async () => {
  const open = await aGuestWho('open')
  const raw = delegatingReply({ ...open.entry, ...amina })
  await receive(open.database, raw)
  expect(await receive(open.database, raw)).toBe('known')
  expect(await inboxOf(open.database)).toEqual(['reply recorded substitute'])
  expect(await standing(open.database)).toEqual([
    'Ali Hassan delegate declined calendar',
    'Amina Warsame delegate accepted calendar',
  ])
  expect(await told(open.database, 'amina@guest.example')).toEqual([['You are coming', 'REQUEST']])
  expect((await told(open.database, 'ali@guest.example')).at(-1)).toEqual([
    'Somebody comes in your place',
    'CANCEL',
  ])

  const asking = await aGuestWho('substitute')
  await receive(asking.database, delegatingReply({ ...asking.entry, ...amina }))
  expect(await inboxOf(asking.database)).toEqual(['reply recorded substitute'])
  expect(await standing(asking.database)).toEqual([
    'Ali Hassan delegate accepted link',
    'Amina Warsame requested proposed calendar',
  ])
  expect(await told(asking.database, 'amina@guest.example')).toEqual([])

  const bound = await aGuestWho('bound')
  await receive(bound.database, delegatingReply({ ...bound.entry, ...amina }))
  expect(await inboxOf(bound.database)).toEqual(['reply waiting delegated'])
  expect(await standing(bound.database)).toEqual(['Ali Hassan delegate accepted link'])
})

test('what waits is taken as the guest’s own wish, with the name a person adds, on the invitation’s terms', async () => {
  const person = { ...described, latin: 'Amina Warsame', email: 'amina@guest.example' }
  const waiting = async (policy: 'bound' | 'substitute' | 'open') => {
    const world = await aGuestWho(policy)
    await receive(world.database, delegatingReply({ ...world.entry, ...amina, name: '', headers: [] }))
    const [mail] = await world.database.read.select().from(inboxMails)
    const { scope } = world.event
    const deciding = { mailId: mail?.id ?? '', person, site, now: later(30) }
    return {
      ...{ ...world, scope },
      proposal: () => readProposal(world.database.read, scope, mail?.id),
      propose: (by = scope) => proposeSubstitute(world.database, by, deciding),
    }
  }
  const asking = await waiting('substitute')
  expect(await asking.proposal()).toEqual({
    ...{ policy: 'substitute', person: { ...described, email: 'amina@guest.example' } },
  })
  const stranger = await anEvent(asking.database)
  const notFound = { ok: false, reason: 'notFound' }
  expect(await asking.propose(stranger.scope)).toEqual(notFound)
  expect([await asking.propose(), await asking.propose()]).toEqual([{ ok: true }, notFound])
  expect(await asking.proposal()).toBe(null)
  expect(await standing(asking.database)).toEqual([
    'Ali Hassan delegate accepted link',
    'Amina Warsame requested proposed calendar',
  ])
  const open = await waiting('open')
  expect(await open.propose()).toEqual({ ok: true })
  expect(await standing(open.database)).toEqual([
    'Ali Hassan delegate declined calendar',
    'Amina Warsame delegate accepted calendar',
  ])
  expect(await inboxOf(open.database)).toEqual(['reply recorded unauthenticated'])
  const bound = await waiting('bound')
  expect(await bound.propose()).toEqual({ ok: false, reason: 'bound' })
  expect(await inboxOf(bound.database)).toEqual(['reply waiting unauthenticated'])
})

test('whoever has no name in the file is named as the directory knows them, else a person decides; nobody forges it', async () => {
  const { database, event, entry } = await aGuestWho('open')
  const nameless = { ...entry, ...amina, name: '' }
  await receive(database, delegatingReply({ ...nameless, headers: [] }))
  await receive(database, delegatingReply({ ...nameless, name: 'See http://evil.example' }))
  await receive(database, delegatingReply(nameless))
  const waiting = ['reply waiting unauthenticated', 'reply waiting delegated', 'reply waiting delegated']
  expect((await inboxOf(database)).sort()).toEqual(waiting.sort())

  const known = {
    ...{ id: newId(), officeId: event.officeId, honorific: {}, position: {}, tags: [] },
    ...{ names: { latin: { full: 'Amina Abdi Warsame' } }, searchKey: 'amina', sortKey: 'amina' },
    ...{ createdAt: now, updatedAt: now },
  }
  const address = { address: 'Amina@guest.example', addressKey: 'amina@guest.example' }
  await database.write(async (tx) => {
    await tx.insert(persons).values(known)
    await tx
      .insert(personEmails)
      .values({ ...address, id: newId(), officeId: event.officeId, personId: known.id, rank: 0 })
  })
  await receive(database, delegatingReply({ ...nameless, stampedAt: '20261123T094000Z' }))
  expect(await standing(database)).toEqual([
    'Ali Hassan delegate declined calendar',
    'Amina Abdi Warsame delegate accepted calendar',
  ])
})
