import { createHash, randomBytes, randomInt } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { SettingError } from '../../app/env.server.ts'
import type { Database } from '../client.server.ts'
import { settings } from '../schema/accounts.server.ts'

/** What a kept demo has to know so that its links still open: the secret they were made from, if we chose it. */
type Kept = { secret: string | null; print: string }

const printOf = (secret: string) => createHash('sha256').update(`demo:${secret}`).digest('base64url')

export function newSecret(): string {
  return randomBytes(33).toString('base64url')
}

/** What the demo's clearance is sealed with, unless another key is given: its forms are invented. */
export function demoClearanceKey(secret: string): string {
  return createHash('sha256').update(`demo-clearance:${secret}`).digest('base64')
}

/** Remembers the secret with the demo; one that was given from outside only by its print. */
export async function keepSecret(database: Database, secret: string, isOurs: boolean): Promise<void> {
  const value: Kept = { secret: isOurs ? secret : null, print: printOf(secret) }
  await database.write((tx) =>
    tx
      .insert(settings)
      .values({ key: 'demo', value })
      .onConflictDoUpdate({ target: settings.key, set: { value } }),
  )
}

/** The secret of a kept demo; throws `SettingError` when it was built with another than is given now. */
export async function keptSecret(database: Database, given: string | undefined): Promise<string> {
  const [row] = await database.read.select().from(settings).where(eq(settings.key, 'demo'))
  const kept = row?.value as Kept | undefined
  const secret = given || kept?.secret
  if (!kept || !secret || printOf(secret) !== kept.print)
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
