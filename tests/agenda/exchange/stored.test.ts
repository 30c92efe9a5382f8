import { expect, test } from 'vitest'
import type { EventScope } from '#app/accounts/scope.server.ts'
import { confirmInThread } from '#app/agenda/exchange/confirm.server.ts'
import {
  confirmAgendaImport,
  findAgendaImport,
  openAgendaImport,
  readForEvent,
} from '#app/agenda/exchange/imports.server.ts'
import { readSchedule } from '#app/agenda/exchange/read-file.ts'
import { scheduleJson } from '#app/agenda/exchange/schedule-json.ts'
import { agendaOfEvent } from '#app/agenda/read.server.ts'
import { releaseAgenda } from '#app/agenda/release.server.ts'
import { lastRelease, releasedAgenda } from '#app/agenda/released.server.ts'
import { editItem } from '#app/agenda/schedule.server.ts'
import { discardStaleUploads } from '#app/uploads/close.server.ts'
import type { Database } from '#db/client.server.ts'
import { uploadPieces } from '#db/schema/uploads.server.ts'
import { anAgendaImport, itemContent } from '#tests/support/agenda.ts'
import { anEvent, now } from '#tests/support/builders.ts'
import { testDatabase } from '#tests/support/database.ts'

const confirm = (database: Database, scope: EventScope, importId: string) =>
  confirmAgendaImport(database, scope, { importId, remove: new Set(), now })

test('a file that waits is taken once, and what was read is forgotten; another event has none of it', async () => {
  const database = await testDatabase()
  const event = await anEvent(database)
  const other = await anEvent(database)
  const importId = await anAgendaImport(database, event.scope)
  expect(await agendaOfEvent(database.read, event.id)).toEqual([])
  expect(await confirm(database, other.scope, importId)).toEqual({ ok: false, reason: 'notOpen' })
  const taken = await confirmInThread(database, event.scope, { importId, remove: new Set(), now })
  expect(taken).toMatchObject({ ok: true, report: { counts: { new: 1, leftOut: 1 } } })
  expect(await database.read.$count(uploadPieces)).toBe(0)
  expect(await findAgendaImport(database.read, event.scope, importId)).toMatchObject({
    state: 'done',
    head: {},
  })
  // Sent again, the confirmation finds it taken and takes it no second time.
  expect(await confirm(database, event.scope, importId)).toEqual(taken)
  expect(await agendaOfEvent(database.read, event.id)).toHaveLength(1)
})

test('a file that nobody takes is let go after a week, with what was read of it', async () => {
  const database = await testDatabase()
  const event = await anEvent(database)
  const importId = await anAgendaImport(database, event.scope)
  const after = (days: number) => new Date(now.getTime() + days * 86_400_000 + 1)
  expect(await discardStaleUploads(database, after(6))).toBe(0)
  expect([
    await discardStaleUploads(database, after(7)),
    await discardStaleUploads(database, after(8)),
  ]).toEqual([1, 0])
  expect(await findAgendaImport(database.read, event.scope, importId)).toMatchObject({
    state: 'discarded',
    head: {},
  })
  expect(await database.read.$count(uploadPieces)).toBe(0)
})

test('imported, edited, released, exported and imported elsewhere, an agenda is the same', async () => {
  const database = await testDatabase()
  const [event, other] = [await anEvent(database), await anEvent(database)]
  await confirm(database, event.scope, await anAgendaImport(database, event.scope))
  const [item] = await agendaOfEvent(database.read, event.id)
  if (!item) throw new Error('no item')
  const { kind, abstract, startsAt, endsAt, spokenLanguages, interpretedLanguages } = item
  const content = {
    ...{ kind, abstract, startsAt, endsAt, spokenLanguages, interpretedLanguages },
    roomId: item.room?.id ?? null,
    title: { en: 'Needs', ar: 'الاحتياجات', ckb: 'پێداویستییەکان' },
  }
  await database.write((tx) =>
    editItem(tx, event.scope, { itemId: item.id, content: itemContent(event, content), now }),
  )
  await database.write((tx) => releaseAgenda(tx, event.scope, { note: {}, now }))
  const release = await lastRelease(database.read, event.id)
  if (!release) throw new Error('no release')
  const items = await releasedAgenda(database.read, release)
  const file = scheduleJson(
    { event, items, version: '1' },
    { appUrl: 'https://majlis.example', language: 'ar' },
  )
  const bytes = new TextEncoder().encode(file)
  const read = readSchedule(bytes, await readForEvent(database.read, other.scope))
  if (!read.ok) throw new Error(read.reason)
  const given = { fileName: 'schedule.json', bytes, schedule: read.schedule, now }
  const opened = await openAgendaImport(database, other.scope, given)
  if (!opened.ok) throw new Error('not opened')
  await confirm(database, other.scope, opened.id)
  const said = (agenda: typeof items) =>
    agenda.map(({ title, abstract, startsAt, endsAt, room, sourceId, foreign, roles }) => ({
      ...{ title, abstract, startsAt, endsAt, sourceId, foreign },
      room: room?.name,
      people: roles.map(({ role, names }) => [role, names]),
    }))
  const there = await agendaOfEvent(database.read, other.id)
  expect(said(there)).toEqual(said(items))
  expect(there[0]?.title).toEqual(content.title)
})
