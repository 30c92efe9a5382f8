import { createHash, randomBytes } from 'node:crypto'
import { hashPassword, verifyPassword } from 'better-auth/crypto'
import { and, eq, gt } from 'drizzle-orm'
import { audit } from '#db/audit.server.ts'
import type { Reader, Tx } from '#db/client.server.ts'
import { newId } from '#db/id.server.ts'
import { credentials, memberships, sessions, users, verifications } from '#db/schema/accounts.server.ts'
import type { OutgoingMessage } from '../mail/outbox.server.ts'
import { enqueue } from '../mail/outbox.server.ts'

/** The hash to store. Takes some 50 ms of a thread on purpose: never call it inside `write`. */
export { hashPassword }

/** Whether this is the user's password. As slow as hashing: never call it inside `write`. */
export async function passwordFits(read: Reader, userId: string, password: string): Promise<boolean> {
  const [credential] = await read
    .select({ hash: credentials.password })
    .from(credentials)
    .where(and(eq(credentials.userId, userId), eq(credentials.providerId, 'credential')))
  return credential?.hash ? verifyPassword({ hash: credential.hash, password }) : false
}

/** Sets or replaces the password of an account. */
export async function setPassword(
  tx: Tx,
  { userId, passwordHash, now }: { userId: string; passwordHash: string; now: Date },
): Promise<void> {
  await tx
    .insert(credentials)
    .values({
      id: newId(),
      accountId: userId,
      providerId: 'credential',
      userId,
      password: passwordHash,
      createdAt: now,
      updatedAt: now,
    })
    .onConflictDoUpdate({
      target: [credentials.providerId, credentials.accountId],
      set: { password: passwordHash, updatedAt: now },
    })
}

/** A secret for one mail, which lets its holder choose a password once. Only the hash is stored. */
export type PasswordLink = { token: string; expiresAt: Date }

const hour = 60 * 60 * 1000
const linkLifetime = { reset: hour, welcome: 7 * 24 * hour }

export function newPasswordLink(kind: keyof typeof linkLifetime, now: Date): PasswordLink {
  return {
    token: randomBytes(24).toString('base64url'),
    expiresAt: new Date(now.getTime() + linkLifetime[kind]),
  }
}

/** Keeps the link, which replaces every earlier one of this user, and puts its mail into the outbox. */
export async function sendPasswordLink(
  tx: Tx,
  { userId, link, mail, now }: { userId: string; link: PasswordLink; mail: OutgoingMessage; now: Date },
): Promise<void> {
  await tx.delete(verifications).where(eq(verifications.value, userId))
  await tx.insert(verifications).values({
    id: newId(),
    identifier: identifierOf(link.token),
    value: userId,
    expiresAt: link.expiresAt,
    createdAt: now,
    updatedAt: now,
  })
  await enqueue(tx, mail)
}

/** Whose password a link sets; null when it was used, replaced, is too old, or never was. */
export async function findPasswordLink(
  read: Reader,
  token: string,
  now: Date,
): Promise<{ email: string } | null> {
  const [found] = await read
    .select({ email: users.email })
    .from(verifications)
    .innerJoin(users, eq(users.id, verifications.value))
    .where(and(eq(verifications.identifier, identifierOf(token)), gt(verifications.expiresAt, now)))
  return found ?? null
}

/** Sets the password by a link, once, and ends every session of that user. Refused as `gone`. */
export async function usePasswordLink(
  tx: Tx,
  { token, passwordHash, now }: { token: string; passwordHash: string; now: Date },
) {
  const [used] = await tx
    .delete(verifications)
    .where(and(eq(verifications.identifier, identifierOf(token)), gt(verifications.expiresAt, now)))
    .returning()
  if (!used) return { ok: false, reason: 'gone' } as const
  const userId = used.value
  await setPassword(tx, { userId, passwordHash, now })
  await tx.update(users).set({ emailVerified: true, updatedAt: now }).where(eq(users.id, userId))
  await tx.delete(sessions).where(eq(sessions.userId, userId))
  await tellOfPassword(tx, { userId, action: 'password.reset', now })
  return { ok: true } as const
}

/** Replaces the password and ends every session, the present one too. */
export async function changePassword(
  tx: Tx,
  { userId, passwordHash, now }: { userId: string; passwordHash: string; now: Date },
): Promise<void> {
  await setPassword(tx, { userId, passwordHash, now })
  await tx.delete(sessions).where(eq(sessions.userId, userId))
  await tellOfPassword(tx, { userId, action: 'password.change', now })
}

async function tellOfPassword(
  tx: Tx,
  { userId, action, now }: { userId: string; action: string; now: Date },
): Promise<void> {
  const [membership] = await tx
    .select({ officeId: memberships.officeId })
    .from(memberships)
    .where(eq(memberships.userId, userId))
  if (!membership) return
  await audit(
    tx,
    { kind: 'user', id: userId },
    { officeId: membership.officeId, action, subjectId: userId, now },
  )
}

function identifierOf(token: string): string {
  return `password:${createHash('sha256').update(token).digest('base64url')}`
}
