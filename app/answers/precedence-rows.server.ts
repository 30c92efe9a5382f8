import { eq, type SQL } from 'drizzle-orm'
import type { EventScope } from '#app/accounts/scope.server.ts'
import { institutionKey } from '#app/directory/precedence.ts'
import { readProtocol } from '#app/directory/precedence-facts.server.ts'
import type { Reader } from '#db/client.server.ts'
import { organisations } from '#db/schema/directory.server.ts'
import { invitations } from '#db/schema/invitations.server.ts'
import { type Found, type Place, peopleByPrecedence, type RowKey } from './guest-order.server.ts'

type Row = Found & { kind: RowKey['kind'] }
/** What each kind of row has to meet; null where none of the kind is asked for. */
type Asked = { people: SQL | undefined; institutions: SQL | null }

/**
 * People and institutions that have named nobody in one order of precedence, an institution where its head would stand.
 * A person's key is kept with them; an institution's is made here, for there are few that are silent.
 */
export async function findByPrecedence(
  read: Reader,
  scope: EventScope,
  { people, institutions }: Asked,
  place: Place,
): Promise<Row[]> {
  const [persons, silent] = await Promise.all([
    peopleByPrecedence(read, people, place),
    institutions ? silentByPrecedence(read, scope, institutions) : [],
  ])
  const turn = place.backwards ? -1 : 1
  const { key } = place
  return [
    ...persons.map((row): Row => ({ ...row, kind: 'person' })),
    ...silent.filter((row) => !key || turn * compare(row.key, key) > 0),
  ]
    .sort((a, b) => turn * compare(a.key, b.key))
    .slice(0, place.size)
}

async function silentByPrecedence(read: Reader, scope: EventScope, where: SQL): Promise<Row[]> {
  const rows = await read
    .select({
      id: invitations.id,
      organisation: {
        id: organisations.id,
        kind: organisations.kind,
        precedence: organisations.precedence,
        name: organisations.sortKey,
      },
    })
    .from(invitations)
    .innerJoin(organisations, eq(organisations.id, invitations.organisationId))
    .where(where)
  if (!rows.length) return []
  const protocol = await readProtocol(read, scope)
  return rows.map(({ id, organisation }) => ({
    ...{ id, kind: 'institution' },
    key: [institutionKey(id, organisation, protocol), id],
  }))
}

/** Keys are digits and ids lower-case hexadecimal, so that the database compares them as this does. */
function compare(a: Found['key'], b: Found['key']): number {
  const [[first, firstId], [second, secondId]] = [a.map(String), b.map(String)]
  if (first !== second) return (first ?? '') < (second ?? '') ? -1 : 1
  return firstId === secondId ? 0 : (firstId ?? '') < (secondId ?? '') ? -1 : 1
}
