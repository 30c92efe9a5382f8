import { audit } from '#db/audit.server.ts'
import type { Reader, Tx } from '#db/client.server.ts'
import { newId } from '#db/id.server.ts'
import { memberships, offices, settings, users } from '#db/schema/accounts.server.ts'
import type { Language, Localized } from '../i18n/languages.ts'
import { setPassword } from './password.server.ts'

/** Whether Majlis has its office, so that `/setup` is over. */
export async function hasOffice(read: Reader): Promise<boolean> {
  const [office] = await read.select({ id: offices.id }).from(offices).limit(1)
  return Boolean(office)
}

export type NewOffice = {
  name: Localized
  languages: Language[]
  zone: string
  senderName: Localized
  senderAddress: string
  isDemo?: boolean
}
export type NewUser = { name: string; email: string; language: Language; passwordHash: string | null }

/**
 * First run: the office and its administrator, once. Refused as `done` when there is an office already; of two set-ups
 * at once one wins.
 */
export async function setUpOffice(
  tx: Tx,
  { office, administrator, now }: { office: NewOffice; administrator: NewUser; now: Date },
) {
  // The settings' primary key is the arbiter: the second set-up waits here for the first and then finds it taken.
  const claimed = await tx
    .insert(settings)
    .values({ key: 'setup', value: now.toISOString() })
    .onConflictDoNothing()
    .returning()
  if (claimed.length === 0 || (await hasOffice(tx))) return { ok: false, reason: 'done' } as const

  const officeId = newId()
  await tx.insert(offices).values({ id: officeId, ...office, createdAt: now })
  const userId = await createUser(tx, { user: administrator, now })
  await tx
    .insert(memberships)
    .values({ id: newId(), officeId, userId, role: 'administrator', createdAt: now })
  await audit(
    tx,
    { kind: 'user', id: userId },
    { officeId, action: 'office.setUp', subjectId: officeId, after: { administrator: userId }, now },
  )
  return { ok: true, officeId, userId } as const
}

/** An account; without a password hash nobody can sign in to it until a password is set by a link. */
export async function createUser(tx: Tx, { user, now }: { user: NewUser; now: Date }): Promise<string> {
  const id = newId()
  const { passwordHash, ...person } = user
  await tx.insert(users).values({
    id,
    ...person,
    email: person.email.trim().toLowerCase(),
    createdAt: now,
    updatedAt: now,
  })
  if (passwordHash) await setPassword(tx, { userId: id, passwordHash, now })
  return id
}
