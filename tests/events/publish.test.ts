import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { findPublicEvent } from '#app/events/public.server.ts'
import { cancelEvent, publishEvent, unpublishEvent } from '#app/events/publish.server.ts'
import type { Database } from '#db/client.server.ts'
import { newId } from '#db/id.server.ts'
import { auditEntries } from '#db/schema/accounts.server.ts'
import { events, parts } from '#db/schema/events.server.ts'
import { messages } from '#db/schema/mail.server.ts'
import { anEvent, now } from '#tests/support/builders.ts'
import { testDatabase } from '#tests/support/database.ts'
import { revisionOf, sequenceOf } from '#tests/support/events.ts'

async function aMessage(database: Database, eventId: string, given: Partial<typeof messages.$inferInsert>) {
  const [event] = await database.read.select().from(events).where(eq(events.id, eventId))
  const id = newId()
  await database.write((tx) =>
    tx.insert(messages).values({
      id,
      officeId: event?.officeId ?? '',
      eventId,
      kind: 'invitation',
      dedupeKey: id,
      to: { name: 'Noor', address: 'noor@ministry.example' },
      from: { name: 'Events', address: 'events@majlis.example' },
      language: 'en',
      subject: 'Invitation',
      text: '',
      html: '',
      messageId: `<${id}@majlis.example>`,
      state: 'sent',
      dueAt: now,
      createdAt: now,
      ...given,
    }),
  )
}

test('a draft that is fit to be seen becomes public, and only then', async () => {
  const database = await testDatabase()
  const event = await anEvent(database, { state: 'draft' })
  expect(await findPublicEvent(database.read, event.slug)).toBe(null)
  expect(await database.write((tx) => publishEvent(tx, event.scope, { now }))).toEqual({ ok: true })
  expect(await findPublicEvent(database.read, event.slug)).toMatchObject({ id: event.id, publishedAt: now })
  expect(await revisionOf(database, event.id)).toBe(1)
})

test('publishing is refused with the list of what is missing', async () => {
  const database = await testDatabase()
  const event = await anEvent(database, { state: 'draft' })
  await database.write(async (tx) => {
    await tx.delete(parts).where(eq(parts.eventId, event.id))
    await tx
      .update(events)
      .set({ contact: { name: 'Desk', email: '', phone: '' } })
      .where(eq(events.id, event.id))
  })
  expect(await database.write((tx) => publishEvent(tx, event.scope, { now }))).toEqual({
    ok: false,
    reason: 'notReady',
    needs: ['part', 'contact'],
  })
  expect(await findPublicEvent(database.read, event.slug)).toBe(null)
})

test('a public event goes back to draft while nobody has been written to', async () => {
  const database = await testDatabase()
  const event = await anEvent(database)
  await aMessage(database, event.id, { state: 'draft' })
  await aMessage(database, event.id, { kind: 'test', state: 'sent' })
  expect(await database.write((tx) => unpublishEvent(tx, event.scope, { now }))).toEqual({ ok: true })
  expect(await findPublicEvent(database.read, event.slug)).toBe(null)
})

test('once a message may have left, the event stays public', async () => {
  const database = await testDatabase()
  for (const state of ['queued', 'sending', 'sent', 'bounced', 'unknown'] as const) {
    const event = await anEvent(database)
    await aMessage(database, event.id, { state })
    const turned = await database.write((tx) => unpublishEvent(tx, event.scope, { now }))
    expect([state, turned]).toEqual([state, { ok: false, reason: 'alreadySent' }])
  }
})

test('cancelling keeps everything, tells calendars, and is final', async () => {
  const database = await testDatabase()
  const event = await anEvent(database)
  const note = { en: 'Postponed to spring.' }
  expect(await database.write((tx) => cancelEvent(tx, event.scope, { note, now }))).toEqual({ ok: true })
  expect(await findPublicEvent(database.read, event.slug)).toMatchObject({
    state: 'cancelled',
    cancelledAt: now,
    cancellationNote: note,
  })
  expect([
    await sequenceOf(database, event.meeting.id),
    await sequenceOf(database, event.exhibition.id),
  ]).toEqual([1, 1])
  expect(await database.write((tx) => cancelEvent(tx, event.scope, { note, now }))).toEqual({
    ok: false,
    reason: 'notPublished',
  })
  expect(await database.write((tx) => publishEvent(tx, event.scope, { now }))).toMatchObject({
    ok: false,
    reason: 'notADraft',
  })
  const entries = await database.read.select().from(auditEntries)
  expect(entries.map(({ action }) => action)).toEqual(['event.cancelled'])
})

test('a draft cannot be cancelled', async () => {
  const database = await testDatabase()
  const event = await anEvent(database, { state: 'draft' })
  expect(await database.write((tx) => cancelEvent(tx, event.scope, { note: {}, now }))).toEqual({
    ok: false,
    reason: 'notPublished',
  })
})
