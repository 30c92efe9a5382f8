import { and, desc, eq, isNotNull, max } from 'drizzle-orm'
import type { Reader, Tx } from '#db/client.server.ts'
import { newId } from '#db/id.server.ts'
import { exhibitVersions } from '#db/schema/exhibit-content.server.ts'
import type { EventScope } from '../../accounts/scope.server.ts'
import type { ExhibitContent } from './content.ts'

type Made = { content: ExhibitContent; now: Date; publishAt?: Date; publishedAt?: Date }

/** Keeps a copy of the document under the next number. */
export async function keepVersion(
  tx: Tx,
  scope: EventScope,
  exhibitId: string,
  { content, now, publishAt, publishedAt }: Made,
) {
  const [last] = await tx
    .select({ number: max(exhibitVersions.number) })
    .from(exhibitVersions)
    .where(eq(exhibitVersions.exhibitId, exhibitId))
  const number = (last?.number ?? 0) + 1
  const { kind: actorKind, id: actorId } = scope.actor
  await tx.insert(exhibitVersions).values({
    ...{ id: newId(), exhibitId, number, actorKind, actorId, madeAt: now, content },
    ...{ publishAt: publishAt ?? null, publishedAt: publishedAt ?? null },
  })
  return number
}

/** What visitors see of an exhibit, or saw last; null when it was never published. */
export async function lastPublished(read: Reader, exhibitId: string) {
  const [version] = await read
    .select()
    .from(exhibitVersions)
    .where(and(eq(exhibitVersions.exhibitId, exhibitId), isNotNull(exhibitVersions.publishedAt)))
    .orderBy(desc(exhibitVersions.number))
    .limit(1)
  return version ?? null
}

/** The numbered copies of an exhibit without their content, the last one first. */
export function readVersions(read: Reader, exhibitId: string, most = 50) {
  return read
    .select({
      number: exhibitVersions.number,
      actorKind: exhibitVersions.actorKind,
      actorId: exhibitVersions.actorId,
      madeAt: exhibitVersions.madeAt,
      publishAt: exhibitVersions.publishAt,
      publishedAt: exhibitVersions.publishedAt,
    })
    .from(exhibitVersions)
    .where(eq(exhibitVersions.exhibitId, exhibitId))
    .orderBy(desc(exhibitVersions.number))
    .limit(most)
}

/** One copy by its number; null when there is none such. */
export async function findVersion(read: Reader, exhibitId: string, number: number) {
  if (!Number.isSafeInteger(number) || number < 1 || number > 2_000_000_000) return null
  const [version] = await read
    .select()
    .from(exhibitVersions)
    .where(and(eq(exhibitVersions.exhibitId, exhibitId), eq(exhibitVersions.number, number)))
  return version ?? null
}
