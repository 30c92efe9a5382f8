import { eq } from 'drizzle-orm'
import type { Conflict as Part } from '#app/exhibition/content/merge.ts'
import type { Reader } from '#db/client.server.ts'
import { users } from '#db/schema/accounts.server.ts'

/** Who else has changed the same, when, and both of what they and the writer made of it. */
export type Conflict = { by: string | null; at: Date | null; parts: Part[] }

type Clash = { conflicts: Part[]; by: { kind: string; id: string | null; at: Date } | null }

export async function tellConflict(read: Reader, { conflicts, by }: Clash): Promise<Conflict> {
  const [user] =
    by?.kind === 'user'
      ? await read
          .select({ name: users.name })
          .from(users)
          .where(eq(users.id, by.id ?? ''))
      : []
  return { by: user?.name ?? null, at: by?.at ?? null, parts: conflicts }
}
