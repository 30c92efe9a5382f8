import { and, eq, inArray, ne } from 'drizzle-orm'
import { audit } from '#db/audit.server.ts'
import type { Tx } from '#db/client.server.ts'
import { newId } from '#db/id.server.ts'
import { madeBefore } from '#db/made-before.server.ts'
import { credentials, memberships, sessions, users, verifications } from '#db/schema/accounts.server.ts'
import { assignments, events } from '#db/schema/events.server.ts'
import type { Language } from '../i18n/languages.ts'
import type { OutgoingMessage } from '../mail/outbox.server.ts'
import { lockOffice } from './office.server.ts'
import { type PasswordLink, sendPasswordLink } from './password.server.ts'
import type { OfficeRole } from './permission.ts'
import type { OfficeScope } from './scope.server.ts'
import { createUser } from './setup.server.ts'

type Welcome = { link: PasswordLink; mail: OutgoingMessage }

/**
 * Gives somebody an account and a role, and mails them a link to choose a password. Refused when they are a member. The
 * `id` of a form that comes again answers as it did, and writes and mails nothing.
 */
export async function inviteMember(
  tx: Tx,
  scope: OfficeScope,
  { id = newId(), person, role, welcome, now }: NewMember,
) {
  await lockOffice(tx, scope)
  const before = await madeBefore(tx, memberships, { id, ours: eq(memberships.officeId, scope.officeId) })
  if (before) return before.ok ? ({ ok: true, membershipId: id } as const) : before
  const userId = await userWithAddress(tx, person, now)
  const [membership] = await tx
    .insert(memberships)
    .values({ id, officeId: scope.officeId, userId, role, createdAt: now })
    .onConflictDoNothing()
    .returning()
  if (!membership) return { ok: false, reason: 'isMember' } as const
  await sendPasswordLink(tx, { userId, ...welcome, now })
  await audit(tx, scope.actor, {
    officeId: scope.officeId,
    action: 'member.invite',
    subjectId: membership.id,
    after: { userId, role },
    now,
  })
  return { ok: true, membershipId: membership.id } as const
}

type Person = { name: string; email: string; language: Language }
type NewMember = { id?: string; person: Person; role: OfficeRole; welcome: Welcome; now: Date }

/** Somebody who was a member before keeps their account, which the history names. */
async function userWithAddress(tx: Tx, person: Person, now: Date): Promise<string> {
  const [known] = await tx
    .select({ id: users.id })
    .from(users)
    .where(eq(users.email, person.email.trim().toLowerCase()))
  return known?.id ?? createUser(tx, { user: { ...person, passwordHash: null }, now })
}

/** Mails the link once more to a member who has not chosen a password yet; refused as `hasPassword` to others. */
export async function repeatWelcome(
  tx: Tx,
  scope: OfficeScope,
  { membershipId, welcome, now }: { membershipId: string; welcome: Welcome; now: Date },
) {
  const [member] = await tx
    .select({ userId: memberships.userId, credentialId: credentials.id })
    .from(memberships)
    .leftJoin(credentials, eq(credentials.userId, memberships.userId))
    .where(and(eq(memberships.id, membershipId), eq(memberships.officeId, scope.officeId)))
  if (!member) return { ok: false, reason: 'notFound' } as const
  if (member.credentialId) return { ok: false, reason: 'hasPassword' } as const
  await sendPasswordLink(tx, { userId: member.userId, ...welcome, now })
  return { ok: true } as const
}

/** Refused as `lastAdministrator` when nobody else could manage the office then. */
export async function changeRole(
  tx: Tx,
  scope: OfficeScope,
  { membershipId, role, now }: { membershipId: string; role: OfficeRole; now: Date },
) {
  // Two administrators demoting each other at once would otherwise both still see the other one.
  await lockOffice(tx, scope)
  const before = await findMembership(tx, scope, membershipId)
  if (!before) return { ok: false, reason: 'notFound' } as const
  if (role !== 'administrator' && !(await hasOtherAdministrator(tx, scope, membershipId)))
    return { ok: false, reason: 'lastAdministrator' } as const
  await tx.update(memberships).set({ role }).where(eq(memberships.id, membershipId))
  await audit(tx, scope.actor, {
    officeId: scope.officeId,
    action: 'member.changeRole',
    subjectId: membershipId,
    before: { role: before.role },
    after: { role },
    now,
  })
  return { ok: true } as const
}

/**
 * Takes role, event roles, password and sessions away; the name stays for the history. Refused for oneself
 * (`notYourself`) and for the last administrator.
 */
export async function removeMember(
  tx: Tx,
  scope: OfficeScope,
  { membershipId, now }: { membershipId: string; now: Date },
) {
  await lockOffice(tx, scope)
  const before = await findMembership(tx, scope, membershipId)
  if (!before) return { ok: false, reason: 'notFound' } as const
  if (!(await hasOtherAdministrator(tx, scope, membershipId)))
    return { ok: false, reason: 'lastAdministrator' } as const
  if (before.userId === scope.actor.id) return { ok: false, reason: 'notYourself' } as const
  const { userId } = before
  await tx.delete(memberships).where(eq(memberships.id, membershipId))
  const ours = tx.select({ id: events.id }).from(events).where(eq(events.officeId, scope.officeId))
  await tx.delete(assignments).where(and(eq(assignments.userId, userId), inArray(assignments.eventId, ours)))
  await tx.delete(sessions).where(eq(sessions.userId, userId))
  await tx.delete(verifications).where(eq(verifications.value, userId))
  await tx.delete(credentials).where(eq(credentials.userId, userId))
  await audit(tx, scope.actor, {
    officeId: scope.officeId,
    action: 'member.remove',
    subjectId: membershipId,
    before: { userId, role: before.role },
    now,
  })
  return { ok: true } as const
}

async function findMembership(tx: Tx, scope: OfficeScope, membershipId: string) {
  const [membership] = await tx
    .select()
    .from(memberships)
    .where(and(eq(memberships.id, membershipId), eq(memberships.officeId, scope.officeId)))
  return membership ?? null
}

async function hasOtherAdministrator(tx: Tx, scope: OfficeScope, membershipId: string): Promise<boolean> {
  const [other] = await tx
    .select({ id: memberships.id })
    .from(memberships)
    .where(
      and(
        eq(memberships.officeId, scope.officeId),
        eq(memberships.role, 'administrator'),
        ne(memberships.id, membershipId),
      ),
    )
    .limit(1)
  return Boolean(other)
}
