import { asc, count, eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { findInvitationByToken } from '#app/answers/scope.server.ts'
import { submitAnswer, submitWithdrawal } from '#app/answers/submit.server.ts'
import { invitePersons } from '#app/invitations/invite.server.ts'
import { inviteOrganisations } from '#app/invitations/invite-organisations.server.ts'
import { answerToken } from '#app/invitations/token.server.ts'
import type { Database } from '#db/client.server.ts'
import { auditEntries } from '#db/schema/accounts.server.ts'
import { events } from '#db/schema/events.server.ts'
import { attendances, attendees, invitationParts, invitations } from '#db/schema/invitations.server.ts'
import { anEvent, anOffice, now } from '#tests/support/builders.ts'
import { testDatabase } from '#tests/support/database.ts'
import { anAnswer, site } from '#tests/support/guests.ts'
import { anOrganisation, inviting, secret, somePersons } from '#tests/support/invitations.ts'

type Event = Awaited<ReturnType<typeof anEvent>>

function invite(database: Database, event: Event, personIds: string[], partIds = [event.meeting.id]) {
  return database.write((tx) => invitePersons(tx, event.scope, { personIds, ...inviting(partIds) }))
}

test('an invited person has one invitation and one attendee with what the directory knows', async () => {
  const database = await testDatabase()
  const event = await anEvent(database)
  const organisationId = await anOrganisation(database, event.officeId)
  const [personId = ''] = await somePersons(database, event.officeId, 1, {
    names: { latin: { full: 'Ali Hassan' } },
    honorific: 'H.E.',
    email: 'ali@guest.example',
    language: 'ar',
    organisationId,
  })
  expect(await invite(database, event, [personId])).toEqual({ ok: true, invited: 1, extended: 0, already: 0 })
  const [invitation] = await database.read.select().from(invitations)
  expect(invitation).toMatchObject({
    eventId: event.id,
    personId,
    organisationId: null,
    language: 'ar',
    policy: 'bound',
    seats: 1,
    alternates: 0,
    state: 'draft',
  })
  const [attendee] = await database.read.select().from(attendees)
  expect(attendee).toMatchObject({
    invitationId: invitation?.id,
    personId,
    organisationId,
    source: 'invitation',
    honorific: { en: 'H.E.' },
    names: { latin: { full: 'Ali Hassan' } },
    position: { en: 'Adviser' },
    organisationName: { en: 'Ministry of Migration' },
    email: 'ali@guest.example',
    language: 'ar',
    searchKey: 'ali hassan ministry of migration',
    sortKey: 'ali hassan',
  })
  expect(await database.read.select().from(attendances)).toMatchObject([
    { attendeeId: attendee?.id, partId: event.meeting.id, eventId: event.id, status: 'invited' },
  ])
  const token = answerToken(secret, invitation?.id ?? '', 1)
  expect(await findInvitationByToken(database.read, token)).toMatchObject({ invitationId: invitation?.id })
  const entries = await database.read.select().from(auditEntries)
  expect(entries).toMatchObject([
    {
      action: 'invitation.invite',
      subjectId: invitation?.id,
      eventId: event.id,
      after: { persons: { invited: 1, extended: 0, already: 0 }, partIds: [event.meeting.id] },
    },
  ])
})

test('an invited organisation has seats, alternates and parts, and nobody attends yet', async () => {
  const database = await testDatabase()
  const event = await anEvent(database)
  const id = await anOrganisation(database, event.officeId, { language: null })
  const given = { organisations: [{ id, seats: 3, alternates: 1 }] }
  const both = inviting([event.meeting.id, event.exhibition.id])
  const result = await database.write((tx) => inviteOrganisations(tx, event.scope, { ...given, ...both }))
  expect(result).toEqual({ ok: true, invited: 1, extended: 0, already: 0 })
  const rows = await database.read.select().from(invitations)
  expect(rows).toMatchObject([
    { organisationId: id, personId: null, language: 'en', seats: 3, alternates: 1, state: 'draft' },
  ])
  const itsParts = await database.read.select().from(invitationParts)
  expect(itsParts.map(({ partId, status }) => [partId, status])).toEqual(
    expect.arrayContaining([
      [event.meeting.id, 'invited'],
      [event.exhibition.id, 'invited'],
    ]),
  )
  expect(itsParts).toHaveLength(2)
  expect(await database.read.select().from(attendees)).toEqual([])
})

test('whoever is invited keeps the invitation and is given only the further parts', async () => {
  const database = await testDatabase()
  const event = await anEvent(database)
  const [one = '', two = ''] = await somePersons(database, event.officeId, 2)
  const id = await anOrganisation(database, event.officeId)
  const both = [event.meeting.id, event.exhibition.id]
  await invite(database, event, [one])
  await invite(database, event, [two], both)
  expect(await invite(database, event, [one, two, two], both)).toEqual({
    ok: true,
    invited: 0,
    extended: 1,
    already: 1,
  })
  const asOrganisation = (partIds: string[], seats: number) =>
    database.write((tx) =>
      inviteOrganisations(tx, event.scope, {
        organisations: [{ id, seats, alternates: 0 }],
        ...inviting(partIds),
      }),
    )
  await asOrganisation([event.meeting.id], 2)
  expect(await asOrganisation(both, 9)).toEqual({ ok: true, invited: 0, extended: 1, already: 0 })
  expect(await asOrganisation(both, 9)).toEqual({ ok: true, invited: 0, extended: 0, already: 1 })
  const [institution] = await database.read
    .select()
    .from(invitations)
    .where(eq(invitations.organisationId, id))
  expect(institution?.seats).toBe(2)
  expect(await countOf(database)).toEqual({ invitations: 3, attendees: 2, attendances: 4 })
})

test('ids of another office or another event are passed over', async () => {
  const database = await testDatabase()
  const ours = await anEvent(database)
  const foreign = await anEvent(database)
  const sister = await anEvent(database, { officeId: ours.officeId })
  const [theirs = ''] = await somePersons(database, foreign.officeId, 1)
  const [mine = ''] = await somePersons(database, ours.officeId, 1)
  const theirOrganisation = await anOrganisation(database, foreign.officeId)
  expect(await invite(database, ours, [theirs])).toEqual({ ok: true, invited: 0, extended: 0, already: 0 })
  expect(await invite(database, ours, [mine], [sister.meeting.id])).toEqual({ ok: false, reason: 'noParts' })
  const result = await database.write((tx) =>
    inviteOrganisations(tx, ours.scope, {
      organisations: [{ id: theirOrganisation, seats: 2, alternates: 1 }],
      ...inviting([ours.meeting.id]),
    }),
  )
  expect(result).toEqual({ ok: true, invited: 0, extended: 0, already: 0 })
  expect(await countOf(database)).toEqual({ invitations: 0, attendees: 0, attendances: 0 })
})

test('the same persons invited by several at once are invited once', async () => {
  const database = await testDatabase()
  const event = await anEvent(database)
  const people = await somePersons(database, event.officeId, 40)
  const results = await Promise.all([0, 1, 2, 3, 4, 5].map(() => invite(database, event, people)))
  expect(results.map((result) => (result.ok ? [result.invited, result.already] : result))).toEqual(
    expect.arrayContaining([
      [40, 0],
      [0, 40],
    ]),
  )
  expect(await countOf(database)).toEqual({ invitations: 40, attendees: 40, attendances: 40 })
})

test('5,000 persons are invited in one go, and others get their turn meanwhile', async () => {
  const database = await testDatabase()
  const event = await anEvent(database)
  const people = await somePersons(database, event.officeId, 5000)
  let turns = 0
  const clock = setInterval(() => turns++, 1)
  const result = await invite(database, event, people, [event.meeting.id, event.exhibition.id])
  clearInterval(clock)
  expect(result).toEqual({ ok: true, invited: 5000, extended: 0, already: 0 })
  expect(turns).toBeGreaterThan(5)
  expect(await countOf(database)).toEqual({ invitations: 5000, attendees: 5000, attendances: 10_000 })
})

test('an invitation that was withdrawn lives again, unanswered and under a new link', async () => {
  const database = await testDatabase()
  const event = await anEvent(database)
  const [personId = ''] = await somePersons(database, event.officeId, 1)
  const id = await anOrganisation(database, event.officeId)
  const institution = (partIds: string[], seats: number) =>
    database.write((tx) =>
      inviteOrganisations(tx, event.scope, {
        organisations: [{ id, seats, alternates: 0 }],
        ...inviting(partIds),
      }),
    )
  await invite(database, event, [personId])
  await institution([event.meeting.id], 2)
  const before = await database.read.select().from(invitations).orderBy(asc(invitations.seats))
  for (const { id: invitationId } of before) {
    const scope = await findInvitationByToken(database.read, answerToken(secret, invitationId, 1))
    if (!scope) throw new Error('No scope')
    await submitAnswer(database, scope, { given: anAnswer(event.meeting.id, 'accepted'), site, now })
    await submitWithdrawal(database, event.scope, { invitationId, site, now })
  }
  expect(await invite(database, event, [personId])).toMatchObject({ invited: 1, already: 0 })
  expect(await institution([event.exhibition.id], 4)).toMatchObject({ invited: 1, already: 0 })
  const after = await database.read.select().from(invitations).orderBy(asc(invitations.seats))
  expect(after).toMatchObject([
    { id: before[0]?.id, state: 'draft', tokenVersion: 2, answeredAt: null, seats: 1 },
    { id: before[1]?.id, state: 'draft', tokenVersion: 2, answeredAt: null, seats: 4 },
  ])
  expect(await database.read.select().from(attendances)).toMatchObject([
    { status: 'invited', answeredAt: null, answeredVia: null },
  ])
  expect(await database.read.select().from(invitationParts)).toEqual([
    { invitationId: after[1]?.id, partId: event.exhibition.id, status: 'invited', reason: '' },
  ])
  const [personInvitation] = after
  const oldLink = answerToken(secret, personInvitation?.id ?? '', 1)
  expect(await findInvitationByToken(database.read, oldLink)).toBeNull()
})

test('nobody is invited to an event that is cancelled', async () => {
  const database = await testDatabase()
  const event = await anEvent(database, { state: 'cancelled' })
  const people = await somePersons(database, event.officeId, 1)
  expect(await invite(database, event, people)).toEqual({ ok: false, reason: 'cancelled' })
})

test('a guest of no known language is invited in the event’s first', async () => {
  const database = await testDatabase()
  const office = await anOffice(database)
  const event = await anEvent(database, { officeId: office.id })
  await database.write((tx) =>
    tx
      .update(events)
      .set({ languages: ['ar', 'en'] })
      .where(eq(events.id, event.id)),
  )
  const people = await somePersons(database, event.officeId, 1, { language: null })
  await invite(database, event, people)
  const [invitation] = await database.read.select({ language: invitations.language }).from(invitations)
  expect(invitation).toEqual({ language: 'ar' })
})

async function countOf(database: Database) {
  const total = async (table: typeof invitations | typeof attendees | typeof attendances) => {
    const [row] = await database.read.select({ count: count() }).from(table as typeof invitations)
    return row?.count
  }
  return {
    invitations: await total(invitations),
    attendees: await total(attendees),
    attendances: await total(attendances),
  }
}
