import { and, asc, count, eq, gt } from 'drizzle-orm'
import type { Reader } from '#db/client.server.ts'
import { credentials, memberships, offices, sessions, users } from '#db/schema/accounts.server.ts'
import type { Language, Localized } from '../i18n/languages.ts'
import type { Sender } from './password-mail.ts'
import type { OfficeScope } from './scope.server.ts'

export type OfficeRow = typeof offices.$inferSelect

/** The office of this scope. Throws when it is gone, which a scope rules out. */
export async function readOffice(read: Reader, scope: OfficeScope): Promise<OfficeRow> {
  const [office] = await read.select().from(offices).where(eq(offices.id, scope.officeId))
  if (!office) throw new Error(`No office ${scope.officeId}`)
  return office
}

/** A user's name; null when there is none such, or not any more. */
export async function readName(read: Reader, userId: string | null): Promise<string | null> {
  if (userId === null) return null
  const [user] = await read.select({ name: users.name }).from(users).where(eq(users.id, userId))
  return user?.name ?? null
}

/** What an office is called, for who holds a link of it; null when it is gone. */
export async function findOfficeName(read: Reader, officeId: string): Promise<Localized | null> {
  const [office] = await read.select({ name: offices.name }).from(offices).where(eq(offices.id, officeId))
  return office?.name ?? null
}

export function senderOf(office: OfficeRow): Sender {
  return {
    officeId: office.id,
    officeName: office.name,
    senderName: office.senderName,
    senderAddress: office.senderAddress,
    replyTo: office.replyTo,
  }
}

/** Everybody with a role in the office, by name. */
export async function readMembers(read: Reader, scope: OfficeScope) {
  const rows = await read
    .select({
      membershipId: memberships.id,
      userId: users.id,
      name: users.name,
      email: users.email,
      language: users.language,
      role: memberships.role,
      passwordId: credentials.id,
    })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .leftJoin(credentials, and(eq(credentials.userId, users.id), eq(credentials.providerId, 'credential')))
    .where(eq(memberships.officeId, scope.officeId))
    .orderBy(asc(users.name), asc(users.id))
  return rows.map(({ passwordId, ...member }) => ({ ...member, isWaiting: passwordId === null }))
}

/** The account that signs in with this address, with the office that writes to it; null when there is none. */
export async function findAccount(
  read: Reader,
  email: string,
): Promise<{ userId: string; name: string; email: string; language: Language; sender: Sender } | null> {
  const [found] = await read
    .select({ user: users, office: offices })
    .from(users)
    .innerJoin(memberships, eq(memberships.userId, users.id))
    .innerJoin(offices, eq(offices.id, memberships.officeId))
    .where(eq(users.email, email.trim().toLowerCase()))
    .limit(1)
  if (!found) return null
  const { id, name, language } = found.user
  return { userId: id, name, email: found.user.email, language, sender: senderOf(found.office) }
}

/** At how many places the user is signed in. */
export async function countSessions(read: Reader, userId: string, now: Date): Promise<number> {
  const [row] = await read
    .select({ places: count() })
    .from(sessions)
    .where(and(eq(sessions.userId, userId), gt(sessions.expiresAt, now)))
  return row?.places ?? 0
}
