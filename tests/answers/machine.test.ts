import { eq } from 'drizzle-orm'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { NamedPerson, Reply } from '#app/answers/rules.ts'
import { findInvitationByToken, type GuestScope } from '#app/answers/scope.server.ts'
import { submitAnswer, submitOnBehalf, submitWithdrawal } from '#app/answers/submit.server.ts'
import {
  submitDecision,
  submitSubstitute,
  submitSubstituteWithdrawal,
} from '#app/answers/submit-people.server.ts'
import { submitFreeSeats } from '#app/answers/submit-waiting.server.ts'
import { attendeeToken } from '#app/invitations/token.server.ts'
import type { Database } from '#db/client.server.ts'
import { newId } from '#db/id.server.ts'
import { calendarEntries } from '#db/schema/calendar.server.ts'
import { parts } from '#db/schema/events.server.ts'
import { attendances, attendees, invitations } from '#db/schema/invitations.server.ts'
import { messages } from '#db/schema/mail.server.ts'
import { anEvent, now } from '#tests/support/builders.ts'
import { testDatabase } from '#tests/support/database.ts'
import { aDelegate, aGuest, anAnswer, anInstitution } from '#tests/support/guests.ts'
import { site } from '#tests/support/inbox.ts'
import { callOff, formOfFurther, furtherActs, mailsLeave, word } from './machine-acts.ts'
import { eachToldOnce, readTold, sequencesGrow, staysOver } from './machine-mails.ts'
import {
  aRule,
  changeRule,
  isWaitingAct,
  offersEnd,
  seatsHold,
  waitingActs,
  waitingBegins,
  waitingForm,
} from './machine-waiting.ts'

/*
 * Whatever guests, institutions, those they named, their calendars and the desk do, in whatever order: no seat is given
 * twice, nobody is lost, each change is told once, and nothing that is refused or comes a second time changes anything.
 */

type World = Awaited<ReturnType<typeof aWorld>>

async function aWorld() {
  const database = await testDatabase()
  const event = await anEvent(database, { capacity: 3 })
  const policies = ['substitute', 'open', 'bound'] as const
  const guests = []
  const ministry = await anInstitution(database, event, { seats: 2, alternates: 1 })
  for (const [n, policy] of policies.entries()) {
    const { organisationId } = ministry
    const email = `guest${n}@guest.example`
    // One of them is of the ministry that also names delegates: they share its seats.
    guests.push(
      await aGuest(database, event, {
        name: `Guest ${n}`,
        email,
        policy,
        ...(n === 0 && { organisationId }),
      }),
    )
  }
  return { database, event, guests, ministry, count: 0, capacity: 3, ...waitingBegins() }
}

/** What somebody does; `who` picks among those there are, so that any number means somebody. */
const act = fc.oneof(
  fc.record({ kind: fc.constant('guest'), who: fc.nat(2), reply: aReply(), byPhone: fc.boolean() }),
  fc.record({ kind: fc.constant('named'), who: fc.nat(), reply: aReply() }),
  fc.record({ kind: fc.constant('ministry'), reply: aReply(), names: fc.nat(3), alternates: fc.nat(1) }),
  fc.record({ kind: fc.constant('remove'), who: fc.nat() }),
  fc.record({ kind: fc.constant('substitute'), who: fc.nat(2) }),
  fc.record({ kind: fc.constant('takeBack'), who: fc.nat() }),
  fc.record({
    kind: fc.constant('decide'),
    who: fc.nat(),
    decision: fc.constantFrom('seat', 'alternate', 'refuse'),
  }),
  fc.record({ kind: fc.constant('capacity'), seats: fc.integer({ min: 0, max: 2 }) }),
  fc.record({ kind: fc.constant('withdraw'), who: fc.nat(2) }),
  ...furtherActs,
  ...waitingActs,
)

function aReply() {
  return fc.constantFrom<Reply>('accepted', 'accepted', 'tentative', 'declined')
}

type Act = typeof act extends fc.Arbitrary<infer One> ? One : never

/** Does it twice with the same form. */
async function take(world: World, one: Act, at: Date): Promise<void> {
  const submit = await formOf(world, one, at)
  if (!submit) return
  const before = await everything(world.database)
  const outcome = await submit()
  const after = await everything(world.database)
  if (isRefused(outcome)) expect(after).toEqual(before)
  await submit()
  expect(await everything(world.database)).toEqual(after)
}

function isRefused(outcome: unknown): boolean {
  return typeof outcome === 'object' && outcome !== null && 'ok' in outcome && !outcome.ok
}

async function formOf(
  world: World,
  one: Act,
  at: Date,
): Promise<(() => Promise<unknown>) | null | undefined> {
  const { database, event, guests, ministry } = world
  const common = { site, now: at }
  const people = await database.read.select().from(attendees).orderBy(attendees.createdAt, attendees.id)
  const pick = <One>(some: One[], who: number) => some[who % Math.max(1, some.length)]
  const say = (reply: Reply) => anAnswer(event.meeting.id, reply)
  switch (one.kind) {
    case 'guest': {
      const { id, token } = guests[one.who] as (typeof guests)[number]
      const given = say(one.reply)
      const scope = await findInvitationByToken(database.read, token)
      const phone = { invitationId: id, given, via: 'phone' as const, note: '', beyondCapacity: false }
      if (one.byPhone) return () => submitOnBehalf(database, event.scope, { ...phone, ...common })
      return scope && (() => submitAnswer(database, scope, { given, ...common }))
    }
    case 'named': {
      const person = pick(
        people.filter(({ tokenHash }) => tokenHash),
        one.who,
      )
      const token = attendeeToken(site.secret, person?.id ?? '', person?.tokenVersion ?? 1)
      const scope = await findInvitationByToken(database.read, token)
      const given = say(one.reply)
      return scope && (() => submitAnswer(database, scope, { given, ...common }))
    }
    case 'ministry': {
      const given = { ...say(one.reply), names: newNames(world, one.names, one.alternates) }
      return () => submitAnswer(database, ministry.scope, { given, ...common })
    }
    case 'remove': {
      const member = pick(
        people.filter(
          ({ source, seat }) => source === 'delegation' && seat !== 'removed' && seat !== 'refused',
        ),
        one.who,
      )
      if (!member) return null
      const names = [{ ...aDelegate('X'), latin: '', id: member.id, isRemoved: true }]
      const given = { ...say('accepted'), names }
      return () => submitAnswer(database, ministry.scope, { given, ...common })
    }
    case 'substitute': {
      const scope = guests[one.who]?.scope as GuestScope
      const { latin, arabic, honorific, position, phone, language } = aDelegate(
        `Stand-in ${word(world.count++)}`,
      )
      const person = {
        latin,
        arabic,
        honorific,
        position,
        phone,
        language,
        email: `in${world.count}@guest.example`,
      }
      const id = newId()
      return () => submitSubstitute(database, scope, { id, person, language: 'en', ...common })
    }
    case 'takeBack': {
      const person = pick(
        people.filter(({ source }) => source === 'substitute'),
        one.who,
      )
      const scope = guests.find(({ id }) => id === person?.invitationId)?.scope
      return (
        person &&
        scope &&
        (() => submitSubstituteWithdrawal(database, scope, { attendeeId: person.id, ...common }))
      )
    }
    case 'decide': {
      const person = pick(
        people.filter(({ seat }) => seat === 'requested'),
        one.who,
      )
      if (!person?.invitationId) return null
      const decision = {
        invitationId: person.invitationId,
        attendeeId: person.id,
        decision: one.decision as 'seat',
      }
      return () =>
        submitDecision(database, event.scope, { ...decision, note: '', beyondCapacity: false, ...common })
    }
    case 'capacity': {
      world.capacity = Math.max(world.capacity, world.capacity + one.seats)
      const { capacity } = world
      return async () => {
        await database.write((tx) => tx.update(parts).set({ capacity }).where(eq(parts.id, event.meeting.id)))
        await submitFreeSeats(database, event.scope, common)
      }
    }
    case 'withdraw': {
      const invitationId = guests[one.who]?.id ?? ''
      return () => submitWithdrawal(database, event.scope, { invitationId, ...common })
    }
    default:
      return isWaitingAct(one)
        ? waitingForm(world, one, at)
        : formOfFurther(world, one as Parameters<typeof formOfFurther>[1], at)
  }
}

function newNames(world: World, delegates: number, alternates: number): NamedPerson[] {
  return Array.from({ length: delegates + alternates }, (_, n) => {
    const name = word(world.count++)
    return aDelegate(`Delegate ${name}`, {
      seat: n < delegates ? 'delegate' : 'alternate',
      email: `${name}@ministry.example`,
    })
  })
}

/** What must not change when something comes twice; an event's revision and the audit may. */
async function everything({ read }: Database) {
  const [standing, people, seats, mails] = [
    await read.select().from(attendances).orderBy(attendances.attendeeId, attendances.partId),
    await read.select().from(attendees).orderBy(attendees.id),
    await read.select().from(invitations).orderBy(invitations.id),
    await read.select().from(messages).orderBy(messages.id),
  ]
  const still = ({ updatedAt: _, ...row }: { updatedAt?: Date }) => row
  return { standing, people: people.map(still), seats: seats.map(still), mails: mails.map(({ id }) => id) }
}

async function holds(world: World, step: number, before: Row[], now: Date): Promise<Row[]> {
  const { read } = world.database
  const people = await read.select().from(attendees)
  const rows = await read.select().from(attendances)
  const mails = await read.select().from(messages).orderBy(messages.createdAt, messages.id)
  const entries = await read.select().from(calendarEntries)
  const [ministry] = await read.select().from(invitations).where(eq(invitations.id, world.ministry.id))
  const at = `after step ${step}`
  const seated = rows.filter(({ status }) => status === 'accepted')
  const personOf = (id: string) => people.find((person) => person.id === id)
  seatsHold(world, { before, after: rows, at, now }, (id) => personOf(id)?.organisationId)
  for (const { attendeeId, status } of rows) {
    const person = personOf(attendeeId)
    const isOff = person?.seat === 'refused' || person?.seat === 'removed'
    expect(isOff && status !== 'cancelled', `${person?.names.latin?.full} is off ${at}`).toBe(false)
    const holdsNone = person?.seat !== 'delegate' && ['accepted', 'offered', 'waitlisted'].includes(status)
    expect(holdsNone, `${person?.names.latin?.full} sits without a place ${at}`).toBe(false)
  }
  const active = people.filter(
    ({ id, source, seat }) =>
      source === 'delegation' &&
      seat === 'delegate' &&
      !rows.some(({ attendeeId, status }) => attendeeId === id && status === 'declined'),
  )
  expect(active.length, `the ministry’s seats ${at}`).toBeLessThanOrEqual(ministry?.seats ?? 0)
  for (const { id } of world.guests) {
    const theirs = seated.filter(({ attendeeId }) => personOf(attendeeId)?.invitationId === id)
    expect(theirs.length, `one seat for one invitation ${at}`).toBeLessThanOrEqual(1)
  }
  // What somebody's calendar knows says whether they come or may come; who only waits keeps what they had.
  for (const person of people) {
    const entry = entries.find(({ attendeeId }) => attendeeId === person.id)
    const calendars = mails.filter(
      ({ attendeeId, calendar, state }) => attendeeId === person.id && calendar && state !== 'withdrawn',
    )
    const status = rows.find(({ attendeeId }) => attendeeId === person.id)?.status
    const keepsDate = status === 'accepted' || status === 'offered' || status === 'tentative'
    if (status !== 'waitlisted')
      expect(entry?.method === 'REQUEST', `${person.names.latin?.full} was told ${at}`).toBe(keepsDate)
    // A calendar that gave the answer itself needs no file.
    if (entry && entry.repliedSequence === null)
      expect(calendars.at(-1)?.calendarMethod, `${person.names.latin?.full} was sent ${at}`).toBe(
        entry.method,
      )
  }
  expect(people.length).toBe(new Set(people.map(({ names }) => names.latin?.full)).size)
  return rows
}

type Row = typeof attendances.$inferSelect

// Mostly some have said yes already: then seats, quotas and waiting lists are short from the beginning.
const early = [
  { kind: 'ministry', reply: 'accepted', names: 2, alternates: 0 },
  ...[0, 1, 2].map((who) => ({ kind: 'guest', who, reply: 'accepted' as const, byPhone: false })),
] as Act[]
const anOrder = fc
  .tuple(fc.constantFrom(early, early, []), fc.array(act, { minLength: 5, maxLength: 12 }))
  .map(([first, acts]) => [...first, ...acts])

const clock = ({ skipped }: World, step: number) => new Date(now.getTime() + step * 60_000 + skipped)

test('no order of answers, calendars, names, requests, substitutes and withdrawals oversells, loses or doubles anybody', async () => {
  const afterwards = fc.array(act, { minLength: 2, maxLength: 5 })
  await fc.assert(
    fc.asyncProperty(aRule, anOrder, afterwards, async (rule, acts, late) => {
      const world = await aWorld()
      await changeRule(world, rule, now)()
      let rows: Row[] = []
      for (const [step, one] of acts.entries()) {
        const before = await readTold(world.database)
        await take(world, one, clock(world, step))
        rows = await holds(world, step, rows, clock(world, step))
        const after = await readTold(world.database)
        eachToldOnce(before, after, `by step ${step}`)
        sequencesGrow(after, `after step ${step}`)
        if (step % 3 === 2) await mailsLeave(world)
      }
      await calledOff(world, late, acts.length)
    }),
    { numRuns: 12, endOnFailure: true },
  )
}, 120_000)

/** In the end the event is called off, and whatever is still tried then leads to nothing. */
async function calledOff(world: World, late: readonly Act[], step: number): Promise<void> {
  const { database } = world
  const told = await callOff(world, clock(world, step))
  await offersEnd(world, clock(world, step))
  const entries = (await readTold(database)).mails.filter(({ kind }) => kind === 'change')
  expect(told).toEqual({ ok: true, count: entries.length })
  expect(await callOff(world, clock(world, step))).toEqual({ ok: true, count: 0 })
  for (const [index, one] of late.entries()) {
    const before = await readTold(database)
    await take(world, one, clock(world, step + 1 + index))
    const after = await readTold(database)
    staysOver(before, after, `by late step ${index}`)
    sequencesGrow(after, `after late step ${index}`)
  }
}
