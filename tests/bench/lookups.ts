import Sqlite from 'better-sqlite3'
import { tokenHash } from '#app/accounts/token.server.ts'
import { findInvitationByToken } from '#app/answers/scope.server.ts'
import { anEvent } from '#tests/support/builders.ts'
import { aGuest } from '#tests/support/guests.ts'
import { benchDatabase } from './database.ts'
import { inTurn, perSecond, type Row, rate } from './measure.ts'

/** The token look-up that link scanners cause, as we prepare it with drizzle, against better-sqlite3 itself. */
export async function benchLookups(): Promise<Row[]> {
  const database = await benchDatabase()
  const event = await anEvent(database)
  const guests = []
  for (let i = 0; i < 500; i++) guests.push(await aGuest(database, event))
  const tokens = guests.map(({ token }) => token)
  const raw = new Sqlite(database.path, { readonly: true })
  const statement = raw.prepare(
    `select e.office_id, e.id, i.id, i.language from invitations i join events e on e.id = i.event_id
     where i.token_hash = ? and i.state <> 'revoked' and e.state <> 'draft'`,
  )
  let turn = 0
  const token = () => tokens[turn++ % tokens.length]
  const [ours, theirs] = await inTurn(
    () => perSecond(() => findInvitationByToken(database.read, token())),
    // The hash is part of a look-up, whoever does it.
    () => perSecond(() => statement.get(tokenHash(token() ?? ''))),
  )
  raw.close()
  await database.drop()
  return [
    {
      name: 'token look-up, drizzle prepared',
      figure: rate(ours),
      against: `${rate(theirs)} better-sqlite3 prepared`,
      ratio: ours / theirs,
    },
  ]
}
