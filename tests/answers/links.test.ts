import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { tokenHash } from '#app/accounts/token.server.ts'
import { attendeesOf } from '#app/answers/attendees.server.ts'
import type { NamedPerson } from '#app/answers/rules.ts'
import { findInvitationByToken, type GuestScope } from '#app/answers/scope.server.ts'
import { submitAnswer } from '#app/answers/submit.server.ts'
import { attendeeToken } from '#app/invitations/token.server.ts'
import type { Database } from '#db/client.server.ts'
import { type AttendeeSeat, attendees, invitations } from '#db/schema/invitations.server.ts'
import { anEvent, now } from '#tests/support/builders.ts'
import { testDatabase } from '#tests/support/database.ts'
import { aDelegate, aGuest, anAnswer, anInstitution, site } from '#tests/support/guests.ts'

async function withLink(database: Database, attendeeId: string, seat: AttendeeSeat = 'delegate') {
  const token = attendeeToken(site.secret, attendeeId, 1)
  await database.write((tx) =>
    tx
      .update(attendees)
      .set({ tokenHash: tokenHash(token), seat })
      .where(eq(attendees.id, attendeeId)),
  )
  return token
}

test('a delegate’s own link speaks for that delegate alone, the ministry’s for all it sends', async () => {
  const database = await testDatabase()
  const event = await anEvent(database)
  const ministry = await anInstitution(database, event, { alternates: 2 })
  const names: NamedPerson[] = [
    aDelegate('Salwa Karim', { email: 'salwa@ministry.example' }),
    aDelegate('Rana Aziz', { seat: 'alternate' }),
    aDelegate('Omar Hassan', { seat: 'alternate' }),
  ]
  await submitAnswer(database, ministry.scope, {
    given: anAnswer(event.meeting.id, 'accepted', { names }),
    ...{ site, now },
  })
  const [salwa, rana, omar] = names.map(({ spareId }) => spareId)
  const token = await withLink(database, salwa ?? '')
  await withLink(database, omar ?? '', 'refused')
  const scope = (await findInvitationByToken(database.read, token)) as GuestScope
  expect(scope).toEqual({
    ...{ officeId: event.officeId, eventId: event.id, invitationId: ministry.id, attendeeId: salwa },
    ...{ isOrganisation: false, language: 'en', actor: { kind: 'token', id: salwa } },
  })
  const spokenFor = async (by: GuestScope) => (await attendeesOf(database.read, by)).map(({ id }) => id)
  expect(await spokenFor(scope)).toEqual([salwa])
  expect(await spokenFor(ministry.scope)).toEqual([salwa, rana])

  await database.write((tx) =>
    tx.update(invitations).set({ state: 'revoked' }).where(eq(invitations.id, ministry.id)),
  )
  expect(await findInvitationByToken(database.read, token)).toBe(null)
})

test('a person’s link speaks for that person', async () => {
  const database = await testDatabase()
  const event = await anEvent(database)
  const guest = await aGuest(database, event)
  expect((await attendeesOf(database.read, guest.scope)).map(({ id }) => id)).toEqual([guest.attendeeId])
})
