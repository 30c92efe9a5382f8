import { eq } from 'drizzle-orm'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  editOrganisation,
  findOrganisation,
  removeOrganisation,
} from '#app/directory/organisations.server.ts'
import { editPerson, findPerson, removePerson } from '#app/directory/persons.server.ts'
import { precedenceKey, usualKinds } from '#app/directory/precedence.ts'
import { readProtocol, readRanked } from '#app/directory/precedence-facts.server.ts'
import { renewPrecedence } from '#app/directory/precedence-keys.server.ts'
import { invitePersons } from '#app/invitations/invite.server.ts'
import {
  editOfficeOrder,
  moveEventKind,
  passNeighbour,
  placeSubject,
  resetEventKinds,
  unplaceSubject,
} from '#app/participants/places.server.ts'
import { readParticipants } from '#app/participants/read.server.ts'
import { readNeighbour } from '#app/participants/read-places.server.ts'
import type { Database } from '#db/client.server.ts'
import { attendees } from '#db/schema/invitations.server.ts'
import { anEvent, anOffice, now } from '#tests/support/builders.ts'
import { testDatabase } from '#tests/support/database.ts'
import { aGuest, anInstitution, site } from '#tests/support/guests.ts'

type Event = Awaited<ReturnType<typeof anEvent>>

/** Three ministries, a donor and an agency, with some people each, all invited through the verb. */
async function aWorld() {
  const database = await testDatabase()
  const office = await anOffice(database)
  const event = await anEvent(database, { officeId: office.id })
  const other = await anEvent(database, { officeId: office.id })
  const kinds = ['ministry', 'ministry', 'ministry', 'donor', 'un_agency'] as const
  const bodies: string[] = []
  for (const [index, kind] of kinds.entries())
    bodies.push((await anInstitution(database, other, { name: `Body ${index}`, kind })).organisationId)
  const people: string[] = []
  for (let index = 0; index < 9; index++) {
    const organisationId = bodies[index % 5] as string
    people.push(
      (
        await aGuest(database, other, {
          name: `Guest ${index}`,
          organisationId,
          email: `g${index}@guest.example`,
        })
      ).personId,
    )
  }
  await database.write((tx) =>
    invitePersons(tx, event.scope, {
      ...{
        personIds: people.slice(0, 7),
        partIds: [event.meeting.id],
        policy: 'open',
        secret: site.secret,
        now,
      },
    }),
  )
  return { database, office, event, bodies, people }
}

async function keysOf(database: Database, event: Event) {
  const [protocol, ranked, rows] = await Promise.all([
    readProtocol(database.read, event.scope),
    readRanked(database.read, event.id, {}),
    database.read
      .select({ id: attendees.id, key: attendees.precedenceKey })
      .from(attendees)
      .where(eq(attendees.eventId, event.id)),
  ])
  const people = new Map(ranked.map((person) => [person.id, person]))
  const ruled = ranked.map((person) => [person.id, precedenceKey(person, { ...protocol, people })])
  return {
    stored: Object.fromEntries(rows.map(({ id, key }) => [id, key])),
    ruled: Object.fromEntries(ruled),
  }
}

test('whatever changes, every key is what the rule says', async () => {
  const world = await aWorld()
  const { database, office, event, bodies, people } = world
  const read = database.read
  const pick = <Item>(items: readonly Item[], n: number): Item => items[n % items.length] as Item
  const attendeeIds = async () =>
    (await read.select({ id: attendees.id }).from(attendees).where(eq(attendees.eventId, event.id)))
      .map(({ id }) => id)
      .sort()
  const deeds: ((a: number, b: number) => Promise<unknown>)[] = [
    async (a, b) => {
      const found = await findOrganisation(read, office.scope, pick(bodies, a))
      if (!found) return
      const { parent: _, parts: __, people: ___, ...row } = found
      const content = { ...row, precedence: b % 4 || null, kind: pick(usualKinds, a + b) }
      return database.write((tx) =>
        editOrganisation(tx, office.scope, { organisationId: row.id, content, now }),
      )
    },
    async (a, b) => {
      const found = await findPerson(read, office.scope, pick(people, a))
      if (!found) return
      const content = {
        ...found,
        precedence: b % 5 || null,
        addresses: found.addresses.map(({ address }) => address),
      }
      return database.write((tx) => editPerson(tx, office.scope, { personId: found.id, content, now }))
    },
    async (a, b) => {
      const ids = await attendeeIds()
      const place = pick(['before', 'after', 'first', 'last'] as const, a)
      const anchorId = place === 'before' || place === 'after' ? pick(ids, b) : null
      return database.write((tx) =>
        placeSubject(tx, event.scope, { subject: 'attendee', id: pick(ids, a + 1), place, anchorId, now }),
      )
    },
    async (a, b) => {
      const place = pick(['before', 'after', 'first', 'last'] as const, b)
      const anchorId = place === 'before' || place === 'after' ? pick(bodies, b) : null
      return database.write((tx) =>
        placeSubject(tx, event.scope, { subject: 'organisation', id: pick(bodies, a), place, anchorId, now }),
      )
    },
    async (a, b) => {
      const subject = pick(['attendee', 'organisation'] as const, b)
      const id = pick(subject === 'attendee' ? await attendeeIds() : bodies, a)
      return database.write((tx) => unplaceSubject(tx, event.scope, { subject, id, now }))
    },
    (a, b) =>
      database.write((tx) =>
        moveEventKind(tx, event.scope, { kind: pick(usualKinds, a), direction: b % 2 ? 'up' : 'down', now }),
      ),
    () => database.write((tx) => resetEventKinds(tx, event.scope, { now })),
    (a, b) => {
      const change =
        a % 3
          ? { kind: pick(usualKinds, b), direction: 'up' as const }
          : { substitutes: pick(['own', 'place'] as const, b) }
      return database.write((tx) => editOfficeOrder(tx, office.scope, { change, now }))
    },
    (a) =>
      database.write((tx) =>
        invitePersons(tx, event.scope, {
          ...{
            personIds: [pick(people, a)],
            partIds: [event.meeting.id],
            policy: 'open',
            secret: site.secret,
            now,
          },
        }),
      ),
    (a) => database.write((tx) => removePerson(tx, office.scope, { personId: pick(people, a), now })),
    (a) =>
      database.write((tx) => removeOrganisation(tx, office.scope, { organisationId: pick(bodies, a), now })),
  ]
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.nat(deeds.length - 1), fc.nat(50), fc.nat(50)), { minLength: 3, maxLength: 8 }),
      async (steps) => {
        for (const [deed, a, b] of steps) await deeds[deed]?.(a, b)
        // At 500 rows a slice, one is enough here: what a verb leaves to the slices is done now.
        expect(await renewPrecedence(database, { eventId: event.id })).toBe(false)
        const { stored, ruled } = await keysOf(database, event)
        expect(Object.keys(stored).length).toBeGreaterThan(6)
        expect(stored).toEqual(ruled)
      },
    ),
    { numRuns: 25 },
  )
})

test('two neighbours change places, as often as one likes and whoever was placed before', async () => {
  const { database, event } = await aWorld()
  const filter = {
    part: null,
    state: 'invited',
    audience: 'internal',
    order: 'precedence',
    alphabet: 'en',
    search: '',
  } as const
  const list = async () =>
    (await readParticipants(database.read, event.scope, filter)).rows.map(({ id }) => id)
  const move = async (id: string, direction: 'up' | 'down') => {
    const subject = { subject: 'attendee' as const, id }
    const neighbourId = await readNeighbour(database.read, event.scope, subject, direction, filter)
    if (!neighbourId) return { ok: false }
    return database.write((tx) => passNeighbour(tx, event.scope, { ...subject, neighbourId, direction, now }))
  }
  const before = await list()
  const [, second = '', , fourth = ''] = before
  expect(await move(second, 'up')).toEqual({ ok: true })
  expect(await list()).toEqual([before[1], before[0], ...before.slice(2)])
  expect(await move(before[0] ?? '', 'up')).toEqual({ ok: true })
  expect(await list()).toEqual(before)
  expect(await move(before[0] ?? '', 'up')).toEqual({ ok: false })
  for (let times = 0; times < 3; times++) await move(fourth, 'up')
  expect((await list())[0]).toBe(fourth)
  await move(fourth, 'down')
  expect((await list()).slice(0, 2)).toEqual([before[0], fourth])
})
