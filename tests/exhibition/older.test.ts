import { cpSync, globSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import BetterSqlite from 'better-sqlite3'
import { drizzle as overSqlite } from 'drizzle-orm/better-sqlite3'
import { migrate as runSqlite } from 'drizzle-orm/better-sqlite3/migrator'
import { drizzle as overPostgres } from 'drizzle-orm/node-postgres'
import { migrate as runPostgres } from 'drizzle-orm/node-postgres/migrator'
import { Client } from 'pg'
import { expect, inject, onTestFinished, test } from 'vitest'
import { systemEventScope } from '#app/accounts/scope.server.ts'
import { exhibitContent } from '#app/exhibition/content/content.ts'
import { writeOldExhibitWords } from '#app/exhibition/content/index.server.ts'
import { readMedia } from '#app/exhibition/content/media.server.ts'
import { findExhibit } from '#app/exhibition/exhibit-page.server.ts'
import { readExhibit, readExhibits } from '#app/exhibition/read.server.ts'
import { openDatabase } from '#db/client.server.ts'
import { onPostgres } from '#db/columns.server.ts'
import { now } from '#tests/support/builders.ts'
import { aFolder } from '#tests/support/test-folder.ts'

/*
 * A database of the time when an exhibit's text, figures, pictures and links stood in tables and columns of their own
 * is brought up to date: what it said is in its document, and visitors see what they saw.
 */

/** The migrations that came before exhibits were documents. */
function earlierMigrations(): string {
  const engine = onPostgres ? 'postgres' : 'sqlite'
  const folder = join(aFolder(), engine)
  cpSync(`db/migrations/${engine}`, folder, { recursive: true })
  const ours = globSync(`${folder}/*.sql`).find((file) =>
    /CREATE TABLE .exhibit_drafts/.test(readFileSync(file, 'utf8')),
  )
  const path = join(folder, 'meta/_journal.json')
  const journal = JSON.parse(readFileSync(path, 'utf8')) as { entries: { tag: string }[] }
  const first = journal.entries.findIndex(({ tag }) => `${tag}.sql` === basename(ours ?? ''))
  writeFileSync(path, JSON.stringify({ ...journal, entries: journal.entries.slice(0, first) }))
  return folder
}

type Insert = (table: string, row: Record<string, unknown>) => Promise<void>

/** An empty database of that time, and how to write into it; answers its address. */
async function anEarlierDatabase(fill: (insert: Insert) => Promise<void>): Promise<string> {
  return onPostgres ? onServer(fill) : inFile(fill)
}

async function inFile(fill: (insert: Insert) => Promise<void>): Promise<string> {
  const path = join(aFolder(), 'majlis.db')
  const connection = new BetterSqlite(path)
  runSqlite(overSqlite(connection), { migrationsFolder: earlierMigrations() })
  await fill(async (table, row) => {
    const values = Object.values(row).map((value) => {
      if (value instanceof Date) return value.getTime()
      return typeof value === 'object' && value !== null ? JSON.stringify(value) : value
    })
    connection
      .prepare(`insert into ${table} (${Object.keys(row).join()}) values (${values.map(() => '?').join()})`)
      .run(...values)
  })
  connection.close()
  return `file:${path}`
}

async function onServer(fill: (insert: Insert) => Promise<void>): Promise<string> {
  const server = inject('template')
  const name = `older_${process.pid}_${Date.now()}`
  const admin = new Client({ connectionString: `${server}/postgres` })
  await admin.connect()
  await admin.query(`create database ${name}`)
  onTestFinished(async () => {
    await admin.query(`drop database ${name} with (force)`)
    await admin.end()
  })
  const client = new Client({ connectionString: `${server}/${name}` })
  await client.connect()
  await runPostgres(overPostgres(client), { migrationsFolder: earlierMigrations() })
  await fill(async (table, row) => {
    const values = Object.values(row).map((value) =>
      typeof value === 'object' && value !== null && !(value instanceof Date) ? JSON.stringify(value) : value,
    )
    const places = values.map((_, at) => `$${at + 1}`)
    await client.query(`insert into ${table} (${Object.keys(row).join()}) values (${places.join()})`, values)
  })
  await client.end()
  return `${server}/${name}`
}

const event = { id: 'event', officeId: 'office', slug: 'lives' }
const link = { url: 'https://iraqdtm.iom.int', label: { en: 'DTM "live"' } }
const contact = { name: 'Noor', email: 'noor@majlis.example', phone: '' }

async function fillAsThen(insert: Insert): Promise<void> {
  const office = {
    id: 'office',
    name: { en: 'IOM' },
    languages: ['en'],
    zone: 'Asia/Baghdad',
    sender_name: {},
  }
  await insert('offices', { ...office, sender_address: 'events@majlis.example', created_at: now })
  await insert('events', {
    ...{ id: 'event', office_id: 'office', slug: 'lives', state: 'published', name: { en: 'Lives' } },
    ...{ summary: {}, description: {}, languages: ['en', 'ar'], zone: 'Asia/Baghdad', contact },
    ...{ cancellation_note: {}, created_at: now, updated_at: now },
  })
  const exhibit = (id: string, state: string, given: object) => ({
    ...{
      id,
      event_id: 'event',
      organisation_name: { en: 'IOM' },
      slug: id,
      state,
      title: { en: `The ${id}` },
    },
    ...{ summary: { ar: 'ملخص' }, body: {}, contact, links: [], qr_code: id, position: 0 },
    ...{ published_at: state === 'published' ? now : null, created_at: now, updated_at: now, ...given },
  })
  await insert(
    'exhibits',
    exhibit('seeds', 'published', { body: { en: '**Fields**', ar: 'حقول' }, links: [link] }),
  )
  await insert('exhibits', exhibit('bare', 'draft', {}))
  await insert('exhibits', exhibit('waiting', 'submitted', {}))
  await insert('exhibit_sectors', { exhibit_id: 'seeds', event_id: 'event', sector: 'livelihoods' })
  await insert('exhibit_governorates', { exhibit_id: 'seeds', event_id: 'event', pcode: 'IQG15' })
  for (const [position, value] of [2200, 3.1].entries())
    await insert('figures', {
      ...{
        id: `figure-${position}`,
        exhibit_id: 'seeds',
        value,
        qualifier: 'about',
        label: { en: 'reached' },
      },
      ...{ unit: {}, as_of: '2015', source: { en: 'IOM' }, source_url: position ? null : link.url, position },
    })
  for (const [position, id] of ['cover', 'other'].entries()) {
    const size = { width: 900, height: 600, widths: [480, 900], bytes: 10, created_at: now }
    await insert('files', {
      id: `file-${id}`,
      office_id: 'office',
      event_id: 'event',
      key: id,
      mime: 'image/webp',
      ...size,
    })
    await insert('exhibit_pictures', {
      ...{ id, exhibit_id: 'seeds', file_id: `file-${id}`, alt: { en: id }, caption: { en: 'A field' } },
      ...{ credit: 'IOM', position },
    })
  }
}

test('exhibits of an earlier version are documents after the update, and visitors see what they saw', async () => {
  const database = await openDatabase(await anEarlierDatabase(fillAsThen))
  onTestFinished(() => database.close())
  const { read } = database
  await writeOldExhibitWords(database)
  const scope = systemEventScope({ ...event })
  const seeds = await findExhibit(read, 'event', 'seeds')
  expect(seeds?.content).toEqual(exhibitContent.parse(seeds?.content))
  expect(seeds?.content).toMatchObject({
    ...{
      title: { en: 'The seeds' },
      summary: { ar: 'ملخص' },
      sectors: ['livelihoods'],
      governorates: ['IQG15'],
    },
    ...{ contact, links: [link], coverPicture: 'cover' },
    pictures: ['cover', 'other'].map((id) => ({
      id,
      alt: { en: id },
      caption: { en: 'A field' },
      credit: 'IOM',
    })),
    blocks: [
      { kind: 'text', text: { en: '**Fields**', ar: 'حقول' } },
      {
        kind: 'figures',
        items: [
          { value: 2200, sourceUrl: link.url },
          { value: 3.1, sourceUrl: '' },
        ],
      },
      { kind: 'gallery', items: [{ picture: 'other' }] },
    ],
  })
  expect((await readMedia(read, 'seeds')).pictures.map(({ id, key }) => [id, key]).toSorted()).toEqual([
    ...[['cover', 'cover'] as const, ['other', 'other'] as const],
  ])
  expect(await findExhibit(read, 'event', 'waiting')).toBe(null)
  const bare = (await readExhibit(read, scope, 'bare'))?.content
  expect(bare).toEqual(exhibitContent.parse(bare))
  const found = async (search: string) =>
    (await readExhibits(read, scope, { search })).exhibits.map(({ slug, figures, pictures }) => [
      slug,
      figures,
      pictures,
    ])
  expect(await found('حقول')).toEqual([['seeds', 2, 2]])
  expect((await found('the')).length).toBe(3)
})
