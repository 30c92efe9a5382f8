import type { LoaderFunctionArgs } from '@remix-run/node'
import { expect, test } from 'vitest'
import type { OfficeRole } from '#app/accounts/permission.ts'
import type { MajlisContext } from '#app/load-context.ts'
import { loader as exportFile } from '#app/routes/desk.directory-export/route.tsx'
import { action as importAction, loader as importPage } from '#app/routes/desk.import/route.tsx'
import { action as importsAction, loader as importsPage } from '#app/routes/desk.imports/route.tsx'
import {
  action as organisationAction,
  loader as organisationPage,
} from '#app/routes/desk.organisation/route.tsx'
import { action as personAction, loader as personPage } from '#app/routes/desk.person/route.tsx'
import { action as newPersonAction } from '#app/routes/desk.person.new/route.tsx'
import { loader as personsPage } from '#app/routes/desk.persons/route.tsx'
import type { Database } from '#db/client.server.ts'
import { organisations, persons } from '#db/schema/directory.server.ts'
import { anOffice, now } from '#tests/support/builders.ts'
import { testDatabase } from '#tests/support/database.ts'
import { aUser } from '#tests/support/events.ts'

type Form = Record<string, string | File> | [string, string][]

/** Somebody at a desk: asks for pages and sends forms, as the front would hand them over. */
async function aDesk(database: Database, given: { role?: OfficeRole; officeId?: string } = {}) {
  const officeId = given.officeId ?? (await anOffice(database)).id
  const id = await aUser(database, { email: `${officeId}@majlis.example`, officeId, role: given.role })
  const user = { id, name: 'A', email: 'a@majlis.example', language: 'en' }
  const context = { database, env: {}, now: () => now, user: async () => user } as unknown as MajlisContext
  return (path: string, params: Record<string, string> = {}, form?: Form): LoaderFunctionArgs => {
    const body = form && new FormData()
    for (const [name, value] of Array.isArray(form) ? form : Object.entries(form ?? {}))
      body?.append(name, value)
    const request = new Request(`https://majlis.example${path}`, body && { method: 'POST', body })
    return { request, params, context } as LoaderFunctionArgs
  }
}

async function statusOf(answer: unknown): Promise<number> {
  const thrown = await Promise.resolve(answer).catch((reason: unknown) => reason)
  if (thrown instanceof Response) return thrown.status
  return (thrown as { init?: { status?: number } })?.init?.status ?? (thrown instanceof Error ? 500 : 200)
}

type Asked = Awaited<ReturnType<typeof aDesk>>

const file = (text: string, name = 'guests.csv') => new File([text], name)
const list = 'Who comes;E-mail;Organisation\nShirin Aziz;s@jcc.example;JCC\nKarwan;k@jcc.example;JCC\n'

async function uploaded(ask: Asked, text: string): Promise<string> {
  const answer = await importsAction(ask('/desk/imports', {}, { file: file(text) }))
  if (!(answer instanceof Response)) throw new Error(JSON.stringify(answer))
  return answer.headers.get('Location')?.split('/').at(-1) ?? ''
}

test('a list goes through the screens: read, columns corrected, a row left out, confirmed', async () => {
  const database = await testDatabase()
  const ask = await aDesk(database)
  const id = await uploaded(ask, list)
  const params = { import: id }
  const page = async (query = '') => (await importPage(ask(`/desk/imports/${id}${query}`, params))).preview
  expect((await page())?.layout.mapping).toEqual([null, 'email', 'organisation'])
  const columns: Form = [
    ['intent', 'columns'],
    ['headerLine', '1'],
    ...['name', 'email', 'organisation'].map((field): [string, string] => ['column', field]),
  ]
  expect(await statusOf(importAction(ask('/', params, columns)))).toBe(303)
  expect((await page())?.summary.counts).toEqual({ new: 2, update: 0, same: 0, leave: 0 })
  expect(await statusOf(importAction(ask('/', params, { intent: 'choices', 'choice-1': 'leave' })))).toBe(303)
  expect((await page('?show=leave'))?.rows).toMatchObject([{ line: 1, choice: 'leave', name: 'Shirin Aziz' }])
  expect(await statusOf(importAction(ask('/', params, { intent: 'confirm', 'choice-1': 'leave' })))).toBe(303)
  const people = await database.read.select().from(persons)
  expect(people.map(({ names }) => names.latin?.full)).toEqual(['Karwan'])
  expect(await page()).toBe(null)
  // Sent again, it is taken already.
  expect(await statusOf(importAction(ask('/', params, { intent: 'confirm' })))).toBe(303)
  expect(await database.read.$count(persons)).toBe(people.length)
})

test('a file that is no list is refused in words, and so is none', async () => {
  const ask = await aDesk(await testDatabase())
  const send = async (form: Form) => {
    const answer = await importsAction(ask('/desk/imports', {}, form))
    return 'data' in answer ? [answer.data.refusal, answer.init?.status] : answer.status
  }
  expect(await send({ file: file('') })).toEqual(['empty', 422])
  expect(await send({ file: file('<html>') })).toEqual(['notSpreadsheet', 422])
  expect(await send({ file: file('PK\u0003\u0004', 'a.xlsx') })).toEqual(['damaged', 422])
  expect(await send({ file: new File([new Uint8Array(12 * 1024 * 1024 + 1)], 'a.csv') })).toEqual([
    'tooLarge',
    422,
  ])
  expect(await send({ file: file('', '') })).toEqual(['noFile', 400])
  expect(await send({ file: 'no file' })).toEqual(['noFile', 400])
})

test('imports, persons and organisations of another office are not there, whatever is sent to them', async () => {
  const database = await testDatabase()
  const [theirs, ours] = [await aDesk(database), await aDesk(database)]
  const open = await uploaded(theirs, list)
  await importAction(
    theirs('/', { import: await uploaded(theirs, 'Name;Organisation\nA B;C\n') }, { intent: 'confirm' }),
  )
  const [person] = await database.read.select().from(persons)
  const [organisation] = await database.read.select().from(organisations)
  const pages = [
    () => importPage(ours('/', { import: open })),
    () => personPage(ours('/', { person: person?.id ?? '' })),
    () => organisationPage(ours('/', { organisation: organisation?.id ?? '' })),
    () => personPage(ours('/', { person: 'none' })),
  ]
  for (const page of pages) expect(await statusOf(page())).toBe(404)
  for (const intent of ['columns', 'choices', 'confirm', 'discard', 'other'])
    expect([intent, await statusOf(importAction(ours('/', { import: open }, { intent })))]).toEqual([
      intent,
      404,
    ])
  for (const intent of ['save', 'delete', 'other']) {
    const form = { intent, latin: 'A', 'name.en': 'A', kind: 'ngo' }
    expect(await statusOf(personAction(ours('/', { person: person?.id ?? '' }, form)))).toBe(404)
    expect(
      await statusOf(organisationAction(ours('/', { organisation: organisation?.id ?? '' }, form))),
    ).toBe(404)
  }
  const intoTheirs = { latin: 'A', organisationId: organisation?.id ?? '' }
  expect(await statusOf(newPersonAction(ours('/', {}, intoTheirs)))).toBe(409)
  expect(await database.read.$count(persons)).toBe(1)
})

test('a viewer sees the directory and its files, and imports nothing', async () => {
  const database = await testDatabase()
  const ask = await aDesk(database, { role: 'viewer' })
  expect(await statusOf(personsPage(ask('/desk/persons')))).toBe(200)
  expect(await statusOf(exportFile(ask('/', { file: 'persons.csv' })))).toBe(200)
  expect(await statusOf(importsPage(ask('/desk/imports')))).toBe(404)
  expect(await statusOf(importsAction(ask('/desk/imports', {}, { file: file(list) })))).toBe(404)
})

test('the directory is sent as CSV and XLSX, kept by nobody, and no other file is there', async () => {
  const database = await testDatabase()
  const ask = await aDesk(database)
  const id = await uploaded(ask, 'Name;Mobile;Organisation\n سارة ;+964 770 000 0001;=JCC\n')
  await importAction(ask('/', { import: id }, { intent: 'confirm', 'choice-1': 'take' }))
  const csv = await exportFile(ask('/', { file: 'persons.csv' }))
  expect(Object.fromEntries(csv.headers)).toMatchObject({
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': 'attachment; filename="persons-2026-11-23.csv"',
    'cache-control': 'private, no-store',
  })
  const bytes = new Uint8Array(await csv.arrayBuffer())
  expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
  expect(new TextDecoder().decode(bytes)).toMatch(/,سارة,.*,'=JCC,.*\+964 770 000 0001/)
  const xlsx = await exportFile(ask('/', { file: 'organisations.xlsx' }))
  expect(new TextDecoder().decode((await xlsx.arrayBuffer()).slice(0, 2))).toBe('PK')
  for (const name of ['persons.pdf', 'users.csv', '../persons.csv', 'constructor'])
    expect(await statusOf(exportFile(ask('/', { file: name })))).toBe(404)
})

test('bad input comes back with what was typed', async () => {
  const ask = await aDesk(await testDatabase())
  const answer = await newPersonAction(ask('/', {}, { latin: 'A', addresses: 'a(at)b', notes: 'kept' }))
  expect(answer).toMatchObject({
    data: { result: { error: { addresses: ['directory:error.address'] }, initialValue: { notes: 'kept' } } },
    init: { status: 400 },
  })
})
