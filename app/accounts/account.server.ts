import { eq } from 'drizzle-orm'
import type { Tx } from '#db/client.server.ts'
import { sessions, users } from '#db/schema/accounts.server.ts'
import type { Language } from '../i18n/languages.ts'
import type { SignedInUser } from './auth.server.ts'

/** A user's own name and language. */
export async function editAccount(
  tx: Tx,
  user: SignedInUser,
  { name, language, now }: { name: string; language: Language; now: Date },
): Promise<void> {
  await tx.update(users).set({ name, language, updatedAt: now }).where(eq(users.id, user.id))
}

/** Ends every session of the user, the present one too. */
export async function signOutEverywhere(tx: Tx, user: SignedInUser): Promise<void> {
  await tx.delete(sessions).where(eq(sessions.userId, user.id))
}
