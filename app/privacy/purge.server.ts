import { and, eq, inArray, isNotNull, isNull, lt, ne, or } from 'drizzle-orm'
import { releaseDocuments } from '#app/files/document.server.ts'
import type { Stores } from '#app/files/unused.server.ts'
import { isoDay } from '#app/i18n/format.ts'
import type { Reader, Tx } from '#db/client.server.ts'
import { newId } from '#db/id.server.ts'
import { offices } from '#db/schema/accounts.server.ts'
import { documents } from '#db/schema/documents.server.ts'
import { letterPapers, letters } from '#db/schema/letters.server.ts'
import { messages } from '#db/schema/mail.server.ts'
import { type PrivacyCounts, privacyRequests, purgeRuns, retentionRules } from '#db/schema/privacy.server.ts'
import { questionAnswers, questionFiles } from '#db/schema/questions.server.ts'
import { unreadable } from './chapters/messages.server.ts'
import { clearErasedFiles } from './erase.server.ts'
import { readRetention } from './retention.server.ts'
import { dueBefore, type Retained, type Retention, retained } from './rules.ts'
import { sweeps } from './sweeps.server.ts'
import { blank } from './words.ts'

const lease = 10 * 60_000

/** What a run of the purge would touch now, by rule; a rule that is off touches nothing. */
export async function countDue(
  read: Reader,
  { officeId, retention, now }: { officeId: string; retention: Retention; now: Date },
): Promise<Record<Retained, number>> {
  const counts = { texts: 0, messages: 0, identities: 0, history: 0, imports: 0 }
  for (const rule of retained) {
    const days = retention[rule]
    if (days === null) continue
    const due = { officeId, before: dueBefore(now, days) }
    for (const sweep of sweeps[rule]) counts[rule] += await sweep.count(read, due)
  }
  return counts
}

type Running = { officeId: string; key: string; now(): Date }

/**
 * Lets go what an office's rules say is due, some hundred rows at a time, and writes down how much. A run that died is
 * taken up by the next once its lease is over; a run of this `key` that is over, or in somebody's hands, is null.
 */
export async function purgeOffice(
  stores: Stores,
  { officeId, key, now }: Running,
): Promise<PrivacyCounts | null> {
  const { database } = stores
  const run = await database.write((tx) => takeRun(tx, { officeId, key, now: now() }))
  if (!run) return null
  const retention = await readRetention(database.read, officeId)
  for (const rule of retained) {
    const days = retention[rule]
    if (days === null) continue
    const due = { officeId, before: dueBefore(run.startedAt, days) }
    for (const sweep of sweeps[rule])
      for (let taken = 1; taken > 0; ) {
        taken = await database.write(async (tx) => {
          const rows = await sweep.take(tx, due)
          await addToRun(tx, run.id, { [rule]: rows, until: new Date(now().getTime() + lease) })
          return rows
        })
      }
  }
  await letGoOfFiles(stores, officeId, now())
  await letGoOfPapers(stores, officeId, now())
  const finished = await database.write((tx) => finishRun(tx, run.id, now()))
  return finished?.counts ?? null
}

async function takeRun(tx: Tx, { officeId, key, now }: { officeId: string; key: string; now: Date }) {
  const leasedUntil = new Date(now.getTime() + lease)
  const [fresh] = await tx
    .insert(purgeRuns)
    .values({ id: newId(), officeId, key, leasedUntil, counts: {}, startedAt: now })
    .onConflictDoNothing({ target: [purgeRuns.officeId, purgeRuns.key] })
    .returning()
  if (fresh) return fresh
  const [left] = await tx
    .update(purgeRuns)
    .set({ leasedUntil })
    .where(
      and(
        eq(purgeRuns.officeId, officeId),
        eq(purgeRuns.key, key),
        isNull(purgeRuns.finishedAt),
        lt(purgeRuns.leasedUntil, now),
      ),
    )
    .returning()
  return left ?? null
}

// In the slice's own transaction, so that what was counted and what was done cannot part.
async function addToRun(
  tx: Tx,
  id: string,
  { until, ...more }: { until: Date } & Record<string, number | Date>,
) {
  const [run] = await tx.update(purgeRuns).set({ leasedUntil: until }).where(eq(purgeRuns.id, id)).returning()
  if (!run) return
  const counts = { ...run.counts }
  for (const [rule, rows] of Object.entries(more)) counts[rule] = (counts[rule] ?? 0) + Number(rows)
  await tx.update(purgeRuns).set({ counts }).where(eq(purgeRuns.id, id))
}

async function finishRun(tx: Tx, id: string, now: Date) {
  const [run] = await tx.update(purgeRuns).set({ finishedAt: now }).where(eq(purgeRuns.id, id)).returning()
  return run
}

/** Files whose answer is gone: nothing leads to them any more. */
async function letGoOfFiles(stores: Stores, officeId: string, now: Date): Promise<void> {
  const { database } = stores
  const led = database.read
    .select({ id: questionFiles.documentId, eventId: documents.eventId })
    .from(questionFiles)
    .innerJoin(documents, eq(documents.id, questionFiles.documentId))
    .leftJoin(questionAnswers, eq(questionAnswers.value, questionFiles.documentId))
    // A form that is being filled in has its file before its answer: only what has lain for a day.
    .where(
      and(
        eq(documents.officeId, officeId),
        isNull(questionAnswers.value),
        lt(documents.createdAt, dueBefore(now, 1)),
        ne(documents.bytes, 0),
      ),
    )
  const left = await led
  const byEvent = Map.groupBy(left, ({ eventId }) => eventId)
  for (const [eventId, files] of byEvent) {
    const ids = files.map(({ id }) => id)
    await database.write(async (tx) => {
      await releaseDocuments(tx, { officeId, eventId }, ids)
      await tx.update(documents).set({ name: blank }).where(inArray(documents.id, ids))
    })
    await clearErasedFiles(stores, { officeId, eventIds: eventId ? [eventId] : [], now })
  }
}

/** Scans and sent PDFs of letters that say nothing any more. */
async function letGoOfPapers({ database, files }: Stores, officeId: string, now: Date): Promise<void> {
  const isSilent = and(eq(letters.officeId, officeId), eq(letters.way, 'out'), isNull(letters.snapshot))
  const silent = database.read.select({ id: letters.id }).from(letters).where(isSilent)
  const papers = await database.read
    .select({ id: documents.id, eventId: documents.eventId })
    .from(documents)
    .leftJoin(letterPapers, eq(letterPapers.documentId, documents.id))
    .leftJoin(letters, eq(letters.scanId, documents.id))
    .where(
      and(ne(documents.bytes, 0), or(inArray(letterPapers.letterId, silent), inArray(letters.id, silent))),
    )
  for (const [eventId, some] of Map.groupBy(papers, (paper) => paper.eventId)) {
    const ids = some.map(({ id }) => id)
    await database.write(async (tx) => {
      await tx.delete(letterPapers).where(inArray(letterPapers.documentId, ids))
      await tx.update(letters).set({ scanId: null }).where(inArray(letters.scanId, ids))
      await releaseDocuments(tx, { officeId, eventId }, ids)
      await tx.update(documents).set({ name: blank }).where(inArray(documents.id, ids))
    })
    await clearErasedFiles({ database, files }, { officeId, eventIds: eventId ? [eventId] : [], now })
  }
}

/** What this process does every hour: each office's purge once a day, and mails to erased people once they have left. */
export async function purgeWhatIsDue(stores: Stores, now: () => Date): Promise<number> {
  const { read } = stores.database
  await forgetNotices(stores)
  const rows = await read
    .select({ officeId: retentionRules.officeId, zone: offices.zone })
    .from(retentionRules)
    .innerJoin(offices, eq(offices.id, retentionRules.officeId))
  let runs = 0
  for (const { officeId, zone } of rows) {
    const key = isoDay(now(), zone)
    const isDone = and(
      eq(purgeRuns.officeId, officeId),
      eq(purgeRuns.key, key),
      isNotNull(purgeRuns.finishedAt),
    )
    if (await read.$count(purgeRuns, isDone)) continue
    if (await purgeOffice(stores, { officeId, key, now })) runs++
  }
  return runs
}

/** The mail that tells somebody they are erased bears their address: it goes the same way once it is out. */
async function forgetNotices({ database }: Stores): Promise<void> {
  const out = await database.read
    .select({ id: messages.id, state: messages.state })
    .from(privacyRequests)
    .innerJoin(messages, eq(messages.id, privacyRequests.noticeId))
    .where(inArray(messages.state, ['sent', 'failed', 'bounced', 'withdrawn']))
  if (!out.length) return
  await database.write(async (tx) => {
    for (const { id, state } of out) {
      const end = state === 'sent' ? ('sent' as const) : ('withdrawn' as const)
      await tx
        .update(messages)
        .set({ ...unreadable, state: end })
        .where(eq(messages.id, id))
      await tx.update(privacyRequests).set({ noticeId: null }).where(eq(privacyRequests.noticeId, id))
    }
  })
}
