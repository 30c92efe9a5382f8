import { and, asc, eq, inArray } from 'drizzle-orm'
import { lockOffice } from '#app/accounts/office.server.ts'
import type { OfficeScope } from '#app/accounts/scope.server.ts'
import type { Localized } from '#app/i18n/languages.ts'
import { audit } from '#db/audit.server.ts'
import type { Reader, Tx } from '#db/client.server.ts'
import { newId } from '#db/id.server.ts'
import { madeBefore } from '#db/made-before.server.ts'
import { offices } from '#db/schema/accounts.server.ts'
import type { PersonNames } from '#db/schema/directory.server.ts'
import { documents } from '#db/schema/documents.server.ts'
import { letterCounters, letterheads, signatories } from '#db/schema/letters.server.ts'
import { defaultFormulas } from './default-formulas.ts'
import { usualIncomingPattern, usualPattern } from './rules.ts'

export type Letterhead = typeof letterheads.$inferSelect
export type LetterheadContent = Omit<Letterhead, 'officeId' | 'logoId' | 'updatedAt'>
type Office = Pick<OfficeScope, 'officeId'>

/** How the office's letters look; until somebody says so, its name and our formulas. */
export async function readLetterhead(read: Reader, { officeId }: Office): Promise<Letterhead> {
  const [found] = await read.select().from(letterheads).where(eq(letterheads.officeId, officeId))
  if (found) return found
  const [office] = await read.select().from(offices).where(eq(offices.id, officeId))
  if (!office) throw new Error(`No office ${officeId}`)
  return {
    ...{ officeId, name: office.name, address: {}, contact: {}, footer: {}, place: {}, logoId: null },
    ...{ numberPattern: usualPattern, incomingPattern: usualIncomingPattern, formulas: defaultFormulas },
    updatedAt: office.createdAt,
  }
}

/** Replaces what stands on every letter from now on; letters that were issued stay as they are. */
export async function editLetterhead(
  tx: Tx,
  scope: OfficeScope,
  { content, now }: { content: LetterheadContent; now: Date },
): Promise<void> {
  await write(tx, scope, { change: content, now })
}

/** Puts a logo on letters from now on, or none. A letter that was issued keeps the one it had. */
export async function setLogo(
  tx: Tx,
  scope: OfficeScope,
  { logoId, now }: { logoId: string | null; now: Date },
) {
  await write(tx, scope, { change: { logoId }, now })
  return { ok: true } as const
}

async function write(
  tx: Tx,
  { officeId, actor }: OfficeScope,
  { change, now }: { change: Partial<Letterhead>; now: Date },
): Promise<void> {
  // The row may not be there yet to be the lock.
  await lockOffice(tx, { officeId })
  const before = await readLetterhead(tx, { officeId })
  const after = { ...before, ...change, updatedAt: now }
  await tx
    .insert(letterheads)
    .values(after)
    .onConflictDoUpdate({ target: letterheads.officeId, set: { ...change, updatedAt: now } })
  await audit(tx, actor, { officeId, action: 'letterhead.edit', subjectId: officeId, before, after, now })
}

/** The last number used in `year` before letters were written here; only ever raised. Refused: `lower`. */
export async function raiseCounter(
  tx: Tx,
  { officeId, actor }: OfficeScope,
  { year, last, now }: { year: number; last: number; now: Date },
) {
  await lockOffice(tx, { officeId })
  const key = { officeId, way: 'out' as const, year }
  const before = await readLastNumber(tx, { officeId }, year)
  if (last < before) return { ok: false, reason: 'lower' } as const
  await tx
    .insert(letterCounters)
    .values({ ...key, last })
    .onConflictDoUpdate({
      target: [letterCounters.officeId, letterCounters.way, letterCounters.year],
      set: { last },
    })
  const fact = { officeId, action: 'letterhead.raise', subjectId: officeId, before: { year, last: before } }
  await audit(tx, actor, { ...fact, after: { year, last }, now })
  return { ok: true } as const
}

/** The number that the year's last outgoing letter got; 0 before the first. */
export async function readLastNumber(read: Reader, { officeId }: Office, year: number): Promise<number> {
  const [row] = await read
    .select({ last: letterCounters.last })
    .from(letterCounters)
    .where(
      and(
        eq(letterCounters.officeId, officeId),
        eq(letterCounters.way, 'out'),
        eq(letterCounters.year, year),
      ),
    )
  return row?.last ?? 0
}

/** Who signs for the office, the first entered first. */
export function readSignatories(read: Reader, { officeId }: Office) {
  return read
    .select()
    .from(signatories)
    .where(eq(signatories.officeId, officeId))
    .orderBy(asc(signatories.createdAt), asc(signatories.id))
}

export type Signatory = Awaited<ReturnType<typeof readSignatories>>[number]
export type SignatoryContent = { names: PersonNames; position: Localized }

/** Adds somebody who signs, once for each form however often it is sent. Refused: an id that is another's. */
export async function addSignatory(
  tx: Tx,
  { officeId, actor }: OfficeScope,
  { id = newId(), content, now }: { id?: string; content: SignatoryContent; now: Date },
) {
  await lockOffice(tx, { officeId })
  const before = await madeBefore(tx, signatories, { id, ours: eq(signatories.officeId, officeId) })
  if (before) return before
  await tx.insert(signatories).values({ ...content, id, officeId, createdAt: now, updatedAt: now })
  await audit(tx, actor, { officeId, action: 'signatory.add', subjectId: id, after: content, now })
  return { ok: true, id } as const
}

type SignatoryChange = Partial<SignatoryContent> & { signatureId?: string | null }

/** Changes who signs, or their signature; issued letters keep theirs. Refused: `notFound`. */
export async function editSignatory(
  tx: Tx,
  scope: OfficeScope,
  { signatoryId, change, now }: { signatoryId: string; change: SignatoryChange; now: Date },
) {
  const { officeId, actor } = scope
  const [after] = await tx
    .update(signatories)
    .set({ ...change, updatedAt: now })
    .where(isSignatory(scope, signatoryId))
    .returning()
  if (!after) return { ok: false, reason: 'notFound' } as const
  await audit(tx, actor, { officeId, action: 'signatory.edit', subjectId: signatoryId, after, now })
  return { ok: true, id: signatoryId } as const
}

/** Refused: `notFound`. Issued letters keep their signatory. */
export async function removeSignatory(
  tx: Tx,
  scope: OfficeScope,
  { signatoryId, now }: { signatoryId: string; now: Date },
) {
  const { officeId, actor } = scope
  const [before] = await tx.delete(signatories).where(isSignatory(scope, signatoryId)).returning()
  if (!before) return { ok: false, reason: 'notFound' } as const
  await audit(tx, actor, { officeId, action: 'signatory.remove', subjectId: signatoryId, before, now })
  return { ok: true } as const
}

function isSignatory({ officeId }: Office, id: string) {
  return and(eq(signatories.id, id), eq(signatories.officeId, officeId))
}

/** The pictures of these ids, with where their bytes lie. Of another office's there is none. */
export function findPictures(read: Reader, { officeId }: Office, ids: readonly string[]) {
  return read
    .select({ id: documents.id, key: documents.key, mediaType: documents.mediaType })
    .from(documents)
    .where(and(eq(documents.officeId, officeId), inArray(documents.id, [...ids])))
}
