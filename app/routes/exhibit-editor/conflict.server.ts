import { eq } from 'drizzle-orm'
import type { Conflict as Part } from '#app/exhibition/content/merge.ts'
import type { Reader } from '#db/client.server.ts'
import { users } from '#db/schema/accounts.server.ts'
import { exhibitTeams } from '#db/schema/exhibit-teams.server.ts'

/** Who else has changed the same, when, and both of what they and the writer made of it. */
export type Conflict = { by: string | null; at: Date | null; parts: Part[] }

type Clash = { conflicts: Part[]; by: { kind: string; id: string | null; at: Date } | null }

export async function tellConflict(read: Reader, { conflicts, by }: Clash): Promise<Conflict> {
  const author = by && (await findAuthor(read, by))
  return { by: author?.name ?? null, at: by?.at ?? null, parts: conflicts }
}

/** A colleague, or one of the exhibit's team. */
async function findAuthor(read: Reader, { kind, id }: { kind: string; id: string | null }) {
  const whose = kind === 'user' ? users : kind === 'token' ? exhibitTeams : null
  if (!whose) return null
  const [author] = await read
    .select({ name: whose.name })
    .from(whose)
    .where(eq(whose.id, id ?? ''))
  return author ?? null
}
