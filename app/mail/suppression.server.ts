import { and, count, desc, eq, inArray, type SQL, sql } from 'drizzle-orm'
import type { OfficeScope } from '#app/accounts/scope.server.ts'
import { type Actor, audit } from '#db/audit.server.ts'
import type { Reader, Tx } from '#db/client.server.ts'
import { newId } from '#db/id.server.ts'
import { users } from '#db/schema/accounts.server.ts'
import { suppressions } from '#db/schema/suppression.server.ts'
import { isMailAddress } from './address.ts'
import { isStopped, type SuppressionReason } from './suppression.ts'

/** Who says so in which office: a scope is one, and so is the worker that reads bounces. */
type By = { officeId: string; actor: Actor }

/**
 * Puts an address on the office's list, for one reason; once more for the same changes nothing. `note` is for the office:
 * the server's words, who asked. Refused: `notAnAddress`.
 */
export async function suppress(
  tx: Tx,
  { officeId, actor }: By,
  {
    address,
    reason,
    note = '',
    now,
  }: { address: string; reason: SuppressionReason; note?: string; now: Date },
) {
  const plain = address.trim().toLowerCase()
  if (!isMailAddress(plain)) return { ok: false, reason: 'notAnAddress' } as const
  const entry = {
    ...{ id: newId(), officeId, address: plain, reason, note: note.slice(0, 500) },
    addedBy: actor.kind === 'user' ? actor.id : null,
    createdAt: now,
  }
  const [added] = await tx
    .insert(suppressions)
    .values(entry)
    .onConflictDoNothing()
    .returning({ id: suppressions.id })
  if (!added) return { ok: true, isNew: false } as const
  const after = { address: plain, reason, note: entry.note }
  await audit(tx, actor, { officeId, action: 'suppression.add', subjectId: added.id, after, now })
  return { ok: true, isNew: true } as const
}

/** Takes one entry off the list; `why` is kept in the history. Refused: another office's (`notFound`). */
export async function liftSuppression(
  tx: Tx,
  { officeId, actor }: By,
  { id, why, now }: { id: string; why: string; now: Date },
) {
  const [before] = await tx
    .delete(suppressions)
    .where(and(eq(suppressions.id, id), eq(suppressions.officeId, officeId)))
    .returning()
  if (!before) return { ok: false, reason: 'notFound' } as const
  const fact = { action: 'suppression.lift', subjectId: id, before, after: { why }, now }
  await audit(tx, actor, { officeId, ...fact })
  return { ok: true, address: before.address } as const
}

/** The entry of one address for one reason; null when there is none. */
export async function findSuppression(
  read: Reader,
  { officeId, address, reason }: { officeId: string; address: string; reason: SuppressionReason },
) {
  const [entry] = await read
    .select({ id: suppressions.id })
    .from(suppressions)
    .where(
      and(
        eq(suppressions.officeId, officeId),
        eq(suppressions.address, address.toLowerCase()),
        eq(suppressions.reason, reason),
      ),
    )
  return entry ?? null
}

// Under SQLite's limit of 32,766 values in one statement.
const chunk = 5_000

/** Why each of these addresses may not get a message of this kind; those that may are left out. Keys are in lower case. */
export async function readStopped(
  read: Reader,
  { officeId, kind, addresses }: { officeId: string; kind: string; addresses: readonly string[] },
): Promise<Map<string, SuppressionReason>> {
  const stopped = new Map<string, SuppressionReason>()
  for (let start = 0; start < addresses.length; start += chunk) {
    const some = addresses.slice(start, start + chunk).map((address) => address.toLowerCase())
    const rows = await read
      .select({ address: suppressions.address, reason: suppressions.reason })
      .from(suppressions)
      .where(and(eq(suppressions.officeId, officeId), inArray(suppressions.address, some)))
    for (const { address, reason } of rows) if (isStopped(kind, reason)) stopped.set(address, reason)
  }
  return stopped
}

export const suppressionPageSize = 50

export type SuppressionFilter = { search?: string; reason?: SuppressionReason | undefined }

/** One page of the office's list, newest first, and how many fit the filter in all. `page` counts from 1. */
export async function readSuppressions(
  read: Reader,
  scope: OfficeScope,
  { filter, page }: { filter: SuppressionFilter; page: number },
) {
  const where = matching(scope, filter)
  const [rows, [total]] = await Promise.all([
    read
      .select({
        id: suppressions.id,
        address: suppressions.address,
        reason: suppressions.reason,
        note: suppressions.note,
        addedBy: users.name,
        createdAt: suppressions.createdAt,
      })
      .from(suppressions)
      .leftJoin(users, eq(users.id, suppressions.addedBy))
      .where(where)
      .orderBy(desc(suppressions.createdAt), desc(suppressions.id))
      .limit(suppressionPageSize)
      .offset((page - 1) * suppressionPageSize),
    read.select({ count: count() }).from(suppressions).where(where),
  ])
  return { rows, total: total?.count ?? 0 }
}

function matching(scope: OfficeScope, { search = '', reason }: SuppressionFilter): SQL | undefined {
  const pattern = `%${search
    .trim()
    .toLowerCase()
    .replace(/[\\%_]/g, '\\$&')}%`
  return and(
    eq(suppressions.officeId, scope.officeId),
    reason && eq(suppressions.reason, reason),
    search.trim() ? sql`${suppressions.address} like ${pattern} escape '\\'` : undefined,
  )
}
