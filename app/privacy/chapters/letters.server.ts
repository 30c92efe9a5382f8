import { and, asc, eq, inArray, isNotNull, or } from 'drizzle-orm'
import { fold } from '#app/directory/fold.ts'
import { releaseDocuments } from '#app/files/document.server.ts'
import type { Tx } from '#db/client.server.ts'
import { documents } from '#db/schema/documents.server.ts'
import { type LetterSnapshot, letterPapers, letters } from '#db/schema/letters.server.ts'
import type { Chapter, Fact } from '../chapter.ts'
import { holdsAny } from '../naming.server.ts'
import type { Subject } from '../subject.server.ts'
import { blank, jsonWithoutWords, withoutWords } from '../words.ts'

/** The register keeps its numbers without a gap; what stood on a letter to them, and its scan, go. */
export const lettersChapter: Chapter = {
  name: 'letters',
  async held(read, subject) {
    const rows = await read.select().from(letters).where(toThem(subject)).orderBy(asc(letters.createdAt))
    return rows.map(
      ({ reference, subject: line, createdAt }): Fact => ({
        label: 'letter',
        value: [reference, line],
        at: createdAt,
      }),
    )
  },
  async erase(tx, subject) {
    const own = await tx.select().from(letters).where(toThem(subject))
    await eraseFiles(tx, subject, [
      ...own.flatMap(({ scanId }) => scanId ?? []),
      ...(await takePapers(tx, own, 'all')),
    ])
    for (const { id, reference } of own)
      await tx
        .update(letters)
        .set({ ...nobodysLetter, scanId: null, searchKey: fold(reference) })
        .where(eq(letters.id, id))
    return { letters: own.length + (await leaveOut(tx, subject)) }
  },
}

/** A letter that still has its number, and nothing else. */
export const nobodysLetter = {
  ...{ correspondent: { en: blank }, subject: {}, snapshot: null, theirReference: '', voidReason: '' },
}

function toThem({ officeId, eventIds, ownInvitationIds }: Subject) {
  return and(
    eq(letters.officeId, officeId),
    inArray(letters.eventId, eventIds),
    inArray(letters.invitationId, ownInvitationIds),
  )
}

async function eraseFiles(tx: Tx, { officeId, eventIds }: Subject, ids: readonly string[]) {
  if (!ids.length) return
  for (const eventId of eventIds) await releaseDocuments(tx, { officeId, eventId }, ids)
  await tx
    .update(documents)
    .set({ name: blank })
    .where(inArray(documents.id, [...ids]))
}

/** Forgets what of these letters went with mails, or only the PDFs of ours; which files those were. */
async function takePapers(tx: Tx, own: readonly { id: string }[], which: 'all' | 'ours'): Promise<string[]> {
  if (!own.length) return []
  const ofThese = inArray(
    letterPapers.letterId,
    own.map(({ id }) => id),
  )
  const gone = await tx
    .delete(letterPapers)
    .where(which === 'all' ? ofThese : and(ofThese, isNotNull(letterPapers.linkVersion)))
    .returning({ id: letterPapers.documentId })
  return gone.map(({ id }) => id)
}

/** Letters to and from their institution name them among others. */
async function leaveOut(tx: Tx, subject: Subject) {
  const { officeId, eventIds, sharedInvitationIds, words } = subject
  const places = [letters.correspondent, letters.subject, letters.snapshot, letters.voidReason]
  const found = await tx
    .select()
    .from(letters)
    .where(
      and(
        eq(letters.officeId, officeId),
        inArray(letters.eventId, eventIds),
        inArray(letters.invitationId, sharedInvitationIds),
        or(...places.map((place) => holdsAny(place, words))),
      ),
    )
  await eraseFiles(tx, subject, await takePapers(tx, found, 'ours'))
  for (const { id, reference, correspondent, subject: line, snapshot, voidReason } of found) {
    const left = {
      correspondent: jsonWithoutWords(correspondent, words) as typeof correspondent,
      subject: jsonWithoutWords(line, words) as typeof line,
    }
    const said = [reference, ...Object.values(left.correspondent), ...Object.values(left.subject)]
    await tx
      .update(letters)
      .set({
        ...left,
        snapshot: jsonWithoutWords(snapshot, words) as LetterSnapshot | null,
        voidReason: withoutWords(voidReason, words),
        searchKey: fold(said.join(' ')),
      })
      .where(eq(letters.id, id))
  }
  return found.length
}
