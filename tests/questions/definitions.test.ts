import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { copyQuestions } from '#app/questions/copy.server.ts'
import {
  addQuestion,
  askedInOrder,
  editQuestion,
  moveQuestion,
  removeQuestion,
  restoreQuestion,
} from '#app/questions/definitions.server.ts'
import type { QuestionContent } from '#app/questions/forms.ts'
import { saveSaid } from '#app/questions/said.server.ts'
import type { Database } from '#db/client.server.ts'
import { newId } from '#db/id.server.ts'
import { auditEntries } from '#db/schema/accounts.server.ts'
import { questionAnswers, questions } from '#db/schema/questions.server.ts'
import { anEvent, now } from '#tests/support/builders.ts'
import { testDatabase } from '#tests/support/database.ts'
import { aGuest } from '#tests/support/guests.ts'
import { aQuestion, optionOf, questionContent, yesAndNo } from '#tests/support/questions.ts'

type Event = Awaited<ReturnType<typeof anEvent>>

/** Whether a hotel is needed, and when they arrive if so. */
async function aHotelQuestion(database: Database, event: Event) {
  const hotel = await aQuestion(database, event, { kind: 'choice', options: yesAndNo })
  const arrival = await aQuestion(database, event, {
    kind: 'date',
    condition: { questionId: hotel.id, options: [optionOf(hotel, 0)] },
  })
  return { hotel, arrival }
}

test('conditions point upwards only, whatever is moved, changed or removed', async () => {
  const database = await testDatabase()
  const event = await anEvent(database)
  const { hotel, arrival } = await aHotelQuestion(database, event)
  const move = (questionId: string, direction: 'up' | 'down') =>
    database.write((tx) => moveQuestion(tx, event.scope, { questionId, direction, now }))
  const below = { ok: false, reason: 'conditionBelow' }
  expect(await move(hotel.id, 'down')).toEqual(below)
  expect(await move(arrival.id, 'up')).toEqual(below)
  const content = questionContent({
    kind: 'choice',
    options: hotel.options.map((option) => ({ ...option })),
    condition: { questionId: arrival.id, options: [] },
  })
  const edit = (content: QuestionContent) =>
    database.write((tx) => editQuestion(tx, event.scope, { questionId: hotel.id, content, now }))
  expect(await edit(content)).toEqual(below)
  const removed = await database.write((tx) => removeQuestion(tx, event.scope, { questionId: hotel.id, now }))
  expect(removed).toEqual({ ok: false, reason: 'othersDepend' })
  const withoutYes = { ...content, condition: null, options: content.options.slice(1) }
  expect(await edit(withoutYes)).toEqual({ ok: false, reason: 'optionUsed' })
  const third = await aQuestion(database, event)
  expect((await move(third.id, 'up')).ok).toBe(true)
  const order = await askedInOrder(database.read, event.scope)
  expect(order.map(({ id }) => id)).toEqual([hotel.id, third.id, arrival.id])
})

test('options keep their ids however they are worded, and one that somebody chose stays readable', async () => {
  const database = await testDatabase()
  const event = await anEvent(database)
  const guest = await aGuest(database, event)
  const question = await aQuestion(database, event, { kind: 'choice', options: yesAndNo })
  const said = new Map([[question.id, [optionOf(question, 0)]]])
  const given = { attendeeId: guest.attendeeId, eventId: event.id, asked: [question], said, now }
  await database.write((tx) => saveSaid(tx, given))
  const options = [
    { id: optionOf(question, 0), text: { en: 'Yes, please' }, isOffered: false },
    { id: null, text: { en: 'Perhaps' }, isOffered: true },
    { id: null, text: { en: 'Never' }, isOffered: true },
  ]
  const content = questionContent({ kind: 'choice', options })
  await database.write((tx) => editQuestion(tx, event.scope, { questionId: question.id, content, now }))
  const [after] = await database.read.select().from(questions)
  expect(after?.options.map(({ text, isOffered }) => [text.en, isOffered])).toEqual([
    ['Yes, please', false],
    ['Perhaps', true],
    ['Never', true],
  ])
  expect(after?.options[0]?.id).toBe(optionOf(question, 0))
})

test('an answered question is archived and can be asked again; another one is gone', async () => {
  const database = await testDatabase()
  const event = await anEvent(database)
  const guest = await aGuest(database, event)
  const [answered, silent] = [await aQuestion(database, event), await aQuestion(database, event)]
  const said = new Map([[answered.id, ['IA 212']]])
  const given = { attendeeId: guest.attendeeId, eventId: event.id, asked: [answered], said, now }
  await database.write((tx) => saveSaid(tx, given))
  for (const { id } of [answered, silent])
    await database.write((tx) => removeQuestion(tx, event.scope, { questionId: id, now }))
  const rows = await database.read.select().from(questions)
  expect(rows.map(({ id, archivedAt }) => [id, archivedAt])).toEqual([[answered.id, now]])
  expect(await database.read.$count(questionAnswers)).toBe(1)
  await database.write((tx) => restoreQuestion(tx, event.scope, { questionId: answered.id, now }))
  expect((await askedInOrder(database.read, event.scope)).map(({ id }) => id)).toEqual([answered.id])
})

test('another event’s questions are copied once with their conditions, and are nobody else’s to change', async () => {
  const database = await testDatabase()
  const event = await anEvent(database)
  const next = await anEvent(database, { officeId: event.officeId })
  const { hotel, arrival } = await aHotelQuestion(database, event)
  await aQuestion(database, event, { partId: event.meeting.id })
  const id = newId()
  const copy = () => database.write((tx) => copyQuestions(tx, next.scope, { from: event.scope, id, now }))
  expect(await Promise.all([copy(), copy()])).toEqual([
    { ok: true, id },
    { ok: true, id },
  ])
  const copied = await askedInOrder(database.read, next.scope)
  expect(copied.map(({ kind, partId }) => [kind, partId])).toEqual([
    ['choice', null],
    ['date', null],
    ['short', next.meeting.id],
  ])
  expect(copied[1]?.condition).toEqual({ questionId: copied[0]?.id, options: [optionOf(hotel, 0)] })
  const content = questionContent({ kind: 'date' })
  const foreign = await database.write((tx) =>
    editQuestion(tx, next.scope, { questionId: arrival.id, content, now }),
  )
  const elsewhere = questionContent({ condition: { questionId: hotel.id, options: [] } })
  const added = await database.write((tx) => addQuestion(tx, next.scope, { content: elsewhere, now }))
  expect([foreign, added]).toEqual([
    { ok: false, reason: 'notFound' },
    { ok: false, reason: 'conditionBelow' },
  ])
  const audited = await database.read.select().from(auditEntries).where(eq(auditEntries.eventId, next.id))
  expect(audited.map(({ action }) => action)).toEqual(['question.copy'])
})
