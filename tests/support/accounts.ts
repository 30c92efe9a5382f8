import { createAuth } from '#app/accounts/auth.server.ts'
import { hashPassword } from '#app/accounts/password.server.ts'
import type { OfficeRole } from '#app/accounts/permission.ts'
import { findOfficeScope } from '#app/accounts/scope.server.ts'
import { createUser } from '#app/accounts/setup.server.ts'
import type { OutgoingMessage } from '#app/mail/outbox.server.ts'
import type { Database } from '#db/client.server.ts'
import { newId } from '#db/id.server.ts'
import { memberships } from '#db/schema/accounts.server.ts'
import { now } from './builders.ts'

export const password = 'a short sentence'
export const secrets = {
  APP_URL: 'https://meet.example',
  APP_SECRET: `${'x'.repeat(16)}majlis-in-tests-only`,
}

type MemberGiven = { role?: OfficeRole; email?: string; hasPassword?: boolean }

/** A member of the office, with `password` unless told otherwise; `scope` is what they may do there. */
export async function aMember(database: Database, officeId: string, given: MemberGiven = {}) {
  const role = given.role ?? 'administrator'
  const email = given.email ?? `${newId()}@majlis.example`
  const passwordHash = given.hasPassword === false ? null : await hashOnce()
  const membershipId = newId()
  const userId = await database.write(async (tx) => {
    const id = await createUser(tx, {
      user: { name: 'Noor Hassan', email, language: 'en', passwordHash },
      now,
    })
    await tx.insert(memberships).values({ id: membershipId, officeId, userId: id, role, createdAt: now })
    return id
  })
  const scope = await findOfficeScope(database.read, userId, 'office.view')
  if (!scope) throw new Error('A member without a scope')
  return { userId, membershipId, email, scope }
}

let hash: Promise<string> | null = null

/** A hash takes 50 ms on purpose, and all have the same password. */
function hashOnce(): Promise<string> {
  hash ??= hashPassword(password)
  return hash
}

/** The `Cookie` header of a new session. */
export async function signedIn(database: Database, email: string): Promise<string> {
  const cookies = await createAuth(database, secrets).signIn({ email, password })
  if (!cookies) throw new Error('Could not sign in')
  return cookies.map((cookie) => cookie.split(';')[0]).join('; ')
}

/** Some mail, for verbs that take one. */
export function aMail(officeId: string, to = 'somebody@majlis.example'): OutgoingMessage {
  return {
    officeId,
    kind: 'welcome',
    dedupeKey: newId(),
    to: { name: 'Noor Hassan', address: to },
    from: { name: 'IOM Iraq Events', address: 'events@majlis.example' },
    language: 'en',
    subject: 'Your account',
    text: 'Your account',
    html: '<p>Your account</p>',
    state: 'queued',
    holdsSecret: true,
    messageIdHost: 'meet.example',
    now,
  }
}
