import { createHash, randomBytes, randomInt } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { SettingError } from '../../app/env.server.ts'
import { bindLinks } from '../../app/invitations/secret.server.ts'
import type { Database } from '../client.server.ts'
import { settings } from '../schema/accounts.server.ts'

export function newSecret(): string {
  return randomBytes(33).toString('base64url')
}

/** What the demo's clearance is sealed with, unless another key is given: its forms are invented. */
export function demoClearanceKey(secret: string): string {
  return createHash('sha256').update(`demo-clearance:${secret}`).digest('base64')
}

const key = 'demo.secret'

/** Remembers the secret that a new demo's links are made from: itself where we chose it, so that they still open. */
export async function keepSecret(database: Database, secret: string, isOurs: boolean): Promise<void> {
  await bindLinks(database, { secret, renew: false })
  if (isOurs) await database.write((tx) => tx.insert(settings).values({ key, value: secret }))
}

/** The secret of a kept demo; throws `SettingError` when it was built with another than is given now. */
export async function keptSecret(database: Database, given: string | undefined): Promise<string> {
  const [kept] = await database.read.select().from(settings).where(eq(settings.key, key))
  const secret = given || (kept?.value as string | undefined)
  if (!secret || !(await bindLinks(database, { secret, renew: false })))
    throw new SettingError(
      'APP_SECRET: the demo that is kept was built with another one; give that, or start without --keep.',
    )
  return secret
}

const consonants = 'bdfghklmnprstvz'
const vowels = 'aeiou'
const pick = (letters: string) => letters.charAt(randomInt(letters.length))

/** A password one can read aloud, e.g. `bakiro-nelasu-tumeda`: nine syllables, some 56 bits. */
export function readablePassword(): string {
  const word = () => Array.from({ length: 3 }, () => pick(consonants) + pick(vowels)).join('')
  return [word(), word(), word()].join('-')
}
