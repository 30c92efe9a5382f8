import { type SQL, sql } from 'drizzle-orm'
import type { Tx } from '#db/client.server.ts'
import { organisations, personEmails, persons } from '#db/schema/directory.server.ts'
import type { OfficeScope } from '../../accounts/scope.server.ts'
import { organisationKeys, personKeys } from '../keys.ts'
import type { Books } from './plan.ts'

const rowsAtOnce = 100

/** Writes what a plan made new or changed, some rows to a statement. */
export async function writeBooks(tx: Tx, scope: OfficeScope, books: Books, now: Date) {
  const stamps = { officeId: scope.officeId, createdAt: now, updatedAt: now }
  const newOrganisations = [...books.organisations.all.values()].filter(({ state }) => state !== 'kept')
  for (const some of slices(newOrganisations)) {
    const rows = some.map(({ state: _, line: __, ...row }) => ({
      ...row,
      ...organisationKeys(row),
      ...stamps,
    }))
    await tx
      .insert(organisations)
      .values(rows)
      .onConflictDoUpdate({ target: organisations.id, set: excluded(organisations, rows[0]) })
  }
  const changed = [...books.persons.all.values()].filter(({ state }) => state !== 'kept')
  for (const some of slices(changed)) {
    const rows = some.map(({ state: _, line: __, addresses, ...row }) => ({
      ...row,
      ...personKeys({ ...row, addresses: addresses.map(({ address }) => address) }),
      ...stamps,
    }))
    await tx
      .insert(persons)
      .values(rows)
      .onConflictDoUpdate({ target: persons.id, set: excluded(persons, rows[0]) })
    await writeAddresses(tx, scope, some)
  }
}

type WithAddresses = { id: string; addresses: { id: string; address: string; isFailing: boolean }[] }

async function writeAddresses(tx: Tx, scope: OfficeScope, some: WithAddresses[]) {
  const rows = some.flatMap((person) =>
    person.addresses.map((address, rank) => ({
      ...address,
      officeId: scope.officeId,
      personId: person.id,
      addressKey: address.address.toLowerCase(),
      rank,
    })),
  )
  if (!rows.length) return
  await tx
    .insert(personEmails)
    .values(rows)
    .onConflictDoUpdate({ target: personEmails.id, set: { rank: sql`excluded.rank` } })
}

/** Every column of the rows but those that an update must leave. */
function excluded(
  table: typeof organisations | typeof persons,
  row: object | undefined,
): Record<string, SQL> {
  const columns = table as unknown as Record<string, { name: string }>
  const names = Object.keys(row ?? {}).filter((name) => !['id', 'officeId', 'createdAt'].includes(name))
  return Object.fromEntries(
    names.map((name) => [name, sql.raw(`excluded."${snakeCase(columns[name]?.name ?? name)}"`)]),
  )
}

function snakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
}

function slices<T>(all: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(all.length / rowsAtOnce) }, (_, i) =>
    all.slice(i * rowsAtOnce, (i + 1) * rowsAtOnce),
  )
}
