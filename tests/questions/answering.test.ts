import { expect, test } from 'vitest'
import { readAsking, readDeskAsking, readSheetQuestions } from '#app/answers/asked.server.ts'
import { readGuestParts } from '#app/answers/guest-choices.server.ts'
import { guestFilter } from '#app/answers/guest-filter.ts'
import { readAllGuests } from '#app/answers/guest-list.server.ts'
import { guestCells, guestHeadings } from '#app/answers/guest-sheet.ts'
import type { GivenAnswer } from '#app/answers/rules.ts'
import { submitAnswer, submitOnBehalf } from '#app/answers/submit.server.ts'
import { translator } from '#app/i18n/translator.ts'
import { removeQuestion } from '#app/questions/definitions.server.ts'
import { readAnswers } from '#app/questions/read.server.ts'
import { readSaid, someoneSaid } from '#app/questions/said.server.ts'
import type { Database } from '#db/client.server.ts'
import { auditEntries } from '#db/schema/accounts.server.ts'
import { answers, invitations } from '#db/schema/invitations.server.ts'
import { questionAnswers } from '#db/schema/questions.server.ts'
import { anEvent, now } from '#tests/support/builders.ts'
import { testDatabase } from '#tests/support/database.ts'
import { aDelegate, aGuest, anAnswer, anInstitution, rowFor, site } from '#tests/support/guests.ts'
import { aQuestion, optionOf, yesAndNo } from '#tests/support/questions.ts'

type Event = Awaited<ReturnType<typeof anEvent>>
type Guest = Awaited<ReturnType<typeof aGuest>>
type Answers = Record<string, string[]>

/** Whether a hotel is needed; when they arrive if so, which must be said; how many come along; what they must not eat. */
async function aQuestionnaire(database: Database, event: Event) {
  const hotel = await aQuestion(database, event, {
    kind: 'choice',
    options: yesAndNo,
    label: { en: 'Hotel' },
  })
  const arrival = await aQuestion(database, event, {
    ...{ kind: 'date', label: { en: 'Arrival' }, isRequired: true },
    condition: { questionId: hotel.id, options: [optionOf(hotel, 0)] },
  })
  const company = await aQuestion(database, event, { kind: 'number', label: { en: 'With you' } })
  const diet = await aQuestion(database, event, { label: { en: 'Diet' }, isSensitive: true })
  return { hotel, arrival, company, diet, yes: optionOf(hotel, 0), no: optionOf(hotel, 1) }
}

function says(
  database: Database,
  guest: Guest,
  event: Event,
  answers: Answers,
  given: Partial<GivenAnswer> = {},
) {
  const said = [{ attendeeId: guest.attendeeId, answers }]
  const answer = anAnswer(event.meeting.id, 'accepted', { said, ...given })
  return submitAnswer(database, guest.scope, { given: answer, site, now })
}

async function saidBy(database: Database, guest: Guest): Promise<Answers> {
  const said = (await readSaid(database.read, [guest.attendeeId])).get(guest.attendeeId)
  return Object.fromEntries([...(said ?? [])].map(([id, answer]) => [id, [...answer]]))
}

test('what is said is kept with the answer; what was not asked is not, whatever a form holds', async () => {
  const database = await testDatabase()
  const event = await anEvent(database)
  const guest = await aGuest(database, event)
  const { hotel, arrival, company, diet, yes, no } = await aQuestionnaire(database, event)
  const first = { [hotel.id]: [yes], [arrival.id]: ['2026-12-13'], [company.id]: ['2'], [diet.id]: ['Nuts'] }
  expect((await says(database, guest, event, first)).ok).toBe(true)
  expect(await saidBy(database, guest)).toEqual(first)
  // Without a hotel nobody is asked when they arrive: the day goes, and is not demanded.
  expect((await says(database, guest, event, { ...first, [hotel.id]: [no] })).ok).toBe(true)
  const { [arrival.id]: _, ...rest } = first
  expect(await saidBy(database, guest)).toEqual({ ...rest, [hotel.id]: [no] })
  const [audited] = await database.read.select().from(auditEntries)
  expect(JSON.stringify(audited?.after)).not.toContain('Nuts')
})

test('what is demanded of a guest who comes is refused when it is missing, and nothing is recorded', async () => {
  const database = await testDatabase()
  const event = await anEvent(database)
  const guest = await aGuest(database, event)
  const { hotel, yes } = await aQuestionnaire(database, event)
  const refused = await says(database, guest, event, { [hotel.id]: [yes] })
  expect(refused).toEqual({ ok: false, reason: 'questionsChanged' })
  const strange = await says(database, guest, event, { [hotel.id]: ['nothing-of-ours'] })
  expect(strange).toEqual({ ok: false, reason: 'questionsChanged' })
  expect([await database.read.$count(answers), await database.read.$count(questionAnswers)]).toEqual([0, 0])
  // Who declines is asked nothing; the desk may not know.
  const declined = anAnswer(event.meeting.id, 'declined', {
    said: [{ attendeeId: guest.attendeeId, answers: { [hotel.id]: [yes] } }],
  })
  expect((await submitAnswer(database, guest.scope, { given: declined, site, now })).ok).toBe(true)
  expect(await saidBy(database, guest)).toEqual({})
  const given = anAnswer(event.meeting.id, 'accepted', { said: declined.said ?? [] })
  const byPhone = { given, via: 'phone' as const, note: '', beyondCapacity: false, site, now }
  const entered = await submitOnBehalf(database, event.scope, { ...byPhone, invitationId: guest.id })
  expect([entered.ok, await saidBy(database, guest)]).toEqual([true, { [hotel.id]: [yes] }])
})

test('the same form sent twice is one answer, and an old one coming late changes nothing', async () => {
  const database = await testDatabase()
  const event = await anEvent(database)
  const guest = await aGuest(database, event)
  const { company } = await aQuestionnaire(database, event)
  const once = { requestId: 'the-first-form' }
  await Promise.all([1, 2].map(() => says(database, guest, event, { [company.id]: ['1'] }, once)))
  await says(database, guest, event, { [company.id]: ['5'] })
  const late = await says(database, guest, event, { [company.id]: ['1'] }, once)
  expect(late).toEqual({ ok: true, isRepeated: true, changes: [] })
  expect(await saidBy(database, guest)).toEqual({ [company.id]: ['5'] })
})

test('an institution may answer for its delegates, who are asked what concerns them', async () => {
  const database = await testDatabase()
  const event = await anEvent(database)
  const ministry = await anInstitution(database, event)
  const forDelegates = await aQuestion(database, event, { audience: 'delegates', isRequired: true })
  const forPersons = await aQuestion(database, event, { audience: 'persons' })
  const delegate = aDelegate('Karwan Jalal')
  const name = anAnswer(event.meeting.id, 'accepted', { names: [delegate] })
  await submitAnswer(database, ministry.scope, { given: name, site, now })
  const asking = await readAsking(database.read, { eventId: event.id, invitationId: ministry.id })
  expect(asking.people.map(({ id, group }) => [id, group])).toEqual([[delegate.spareId, 'delegates']])
  const stranger = await aGuest(database, event)
  const answersGiven = { [forDelegates.id]: ['IA 1'], [forPersons.id]: ['IA 2'] }
  const said = [delegate.spareId, stranger.attendeeId].map((attendeeId) => ({
    attendeeId,
    answers: answersGiven,
  }))
  const answer = anAnswer(event.meeting.id, 'accepted', { names: [rowFor(delegate)], said })
  expect((await submitAnswer(database, ministry.scope, { given: answer, site, now })).ok).toBe(true)
  // Somebody of another invitation is not theirs to speak for.
  const rows = await database.read.select().from(questionAnswers)
  expect(rows.map((row) => [row.attendeeId, row.questionId, row.value])).toEqual([
    [delegate.spareId, forDelegates.id, 'IA 1'],
  ])
})

test('the desk counts, lists, filters and exports what was said; what is sensitive stays with those who organise', async () => {
  const database = await testDatabase()
  const event = await anEvent(database)
  const { hotel, company, diet, yes, no } = await aQuestionnaire(database, event)
  const guests = [
    await aGuest(database, event, { name: 'Amina' }),
    await aGuest(database, event, { name: 'Basim' }),
  ]
  const [amina, basim] = guests
  if (!amina || !basim) throw new Error('Two guests')
  await says(database, amina, event, { [hotel.id]: [no], [company.id]: ['1.5'], [diet.id]: ['=Halal'] })
  await says(database, basim, event, { [hotel.id]: [no], [company.id]: ['2'] })
  const counted = await readAnswers(database.read, event.scope, hotel.id, 1)
  expect(counted?.options.map(({ people }) => people)).toEqual([0, 2])
  const numbers = await readAnswers(database.read, event.scope, company.id, 1)
  expect([numbers?.people, numbers?.numbers]).toEqual([2, { total: 3.5, least: 1.5, most: 2 }])
  expect(numbers?.given.map(({ names, said }) => [names.latin?.full, said])).toEqual([
    ['Amina', ['1.5']],
    ['Basim', ['2']],
  ])
  // Who declines needs no bed.
  const sorry = anAnswer(event.meeting.id, 'declined')
  await submitAnswer(database, basim.scope, { given: sorry, site, now })
  expect((await readAnswers(database.read, event.scope, hotel.id, 1))?.options[1]?.people).toBe(1)

  const chose = (optionId: string) =>
    someoneSaid(database.read, { eventId: event.id, questionId: hotel.id, optionId }, invitations.id)
  const found = await database.read.select({ id: invitations.id }).from(invitations).where(chose(no))
  expect(found.map(({ id }) => id).sort()).toEqual([amina.id, basim.id].sort())
  expect(await database.read.$count(invitations, chose(yes))).toBe(0)

  await database.write((tx) => removeQuestion(tx, event.scope, { questionId: company.id, now }))
  const asked = await readSheetQuestions(database.read, event.scope)
  const parts = await readGuestParts(database.read, event.scope)
  const [t, filter] = [translator('en'), guestFilter(new URLSearchParams())]
  const rows: string[][] = []
  for await (const guest of readAllGuests(database.read, event.scope, { ...filter, sort: 'name' }))
    rows.push(guestCells(t, guest, { parts, language: 'en', ...asked }))
  const headings = guestHeadings(t, { parts, language: 'en', ...asked })
  expect(headings.slice(-3)).toEqual(['Hotel', 'Arrival', 'With you'])
  expect(rows[0]?.slice(-3)).toEqual(['No', '', '1.5'])
  expect(JSON.stringify(rows)).not.toContain('Halal')

  const onlyLooking = { ...event.scope, can: new Set(['guests.view']) } as unknown as typeof event.scope
  const seen = await readDeskAsking(database.read, onlyLooking, amina.id)
  const known = await readDeskAsking(database.read, event.scope, amina.id)
  expect([diet.id in (seen.people[0]?.said ?? {}), diet.id in (known.people[0]?.said ?? {})]).toEqual([
    false,
    true,
  ])
  expect(known.ever.map(({ id }) => id).includes(company.id)).toBe(true)
})
