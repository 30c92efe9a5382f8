import { and, eq, inArray } from 'drizzle-orm'
import { releasePapers } from '#app/agenda/papers.server.ts'
import { moveUpIn } from '#app/answers/sign-up-rows.server.ts'
import type { Reader, Tx } from '#db/client.server.ts'
import { agendaItems, agendaRoles, agendaSignUps, speakers } from '#db/schema/agenda.server.ts'
import { agendaDocumentFiles, agendaDocuments } from '#db/schema/agenda-documents.server.ts'
import { documents } from '#db/schema/documents.server.ts'
import { files } from '#db/schema/files.server.ts'
import { outcomes } from '#db/schema/outcomes.server.ts'
import type { Chapter, Fact } from '../chapter.ts'
import { holdsAny } from '../naming.server.ts'
import type { Subject } from '../subject.server.ts'
import { blank, jsonWithoutWords } from '../words.ts'

/** What they say of themselves by their own link, the papers they brought, what they signed up for; who is to do what. */
export const speakingChapter: Chapter = {
  name: 'speaking',
  async held(read, subject) {
    const [own, papers, contributions, signed] = await Promise.all([
      readOwn(read, subject),
      readBrought(read, subject),
      readContributions(read, subject),
      readSigned(read, subject),
    ])
    return [
      ...own.flatMap(({ speaker: { biography, email, updatedAt }, picture }): Fact[] => [
        { label: 'biography', value: biography, at: updatedAt },
        ...(email ? [{ label: 'email' as const, value: email }] : []),
        ...(picture ? [{ label: 'picture' as const, value: `${picture.width} × ${picture.height}` }] : []),
      ]),
      ...papers.map(({ title, at }): Fact => ({ label: 'paper', value: title, at })),
      ...contributions.map(
        ({ contribution, reason }): Fact => ({ label: 'role', value: [contribution, reason] }),
      ),
      ...signed.map(({ title, at }): Fact => ({ label: 'signUp', value: title, at })),
    ]
  },
  async erase(tx, subject, now) {
    const gone = await tx.select().from(speakers).where(theirs(subject))
    await erasePictures(
      tx,
      gone.flatMap(({ pictureId }) => pictureId ?? []),
    )
    const ids = gone.map(({ id }) => id)
    const papers = await erasePapers(tx, subject, ids)
    await tx.delete(speakers).where(theirs(subject))
    return {
      files: papers,
      said: await leaveSignUps(tx, subject, now),
      history: await leaveOwners(tx, subject),
    }
  },
}

function theirs({ speakerIds }: Subject) {
  return inArray(speakers.id, speakerIds)
}

/** With how large their picture is. */
function readOwn(read: Reader, subject: Subject) {
  return read
    .select({ speaker: speakers, picture: { width: files.width, height: files.height } })
    .from(speakers)
    .leftJoin(files, eq(files.id, speakers.pictureId))
    .where(theirs(subject))
}

function readBrought(read: Reader, { speakerIds }: Subject) {
  return read
    .select({ title: agendaDocuments.title, at: agendaDocuments.createdAt })
    .from(agendaDocuments)
    .where(inArray(agendaDocuments.speakerId, speakerIds))
}

function readContributions(read: Reader, subject: Subject) {
  return read
    .select({ contribution: agendaRoles.contribution, reason: agendaRoles.reason })
    .from(agendaRoles)
    .innerJoin(speakers, eq(speakers.id, agendaRoles.speakerId))
    .where(theirs(subject))
}

function readSigned(read: Reader, { attendeeIds }: Subject) {
  return read
    .select({ title: agendaItems.title, at: agendaSignUps.createdAt })
    .from(agendaSignUps)
    .innerJoin(agendaItems, eq(agendaItems.id, agendaSignUps.itemId))
    .where(inArray(agendaSignUps.attendeeId, attendeeIds))
}

/** Long ago nothing showed them: `clearErasedFiles` then takes their bytes. */
async function erasePictures(tx: Tx, ids: readonly string[]): Promise<void> {
  if (!ids.length) return
  await tx
    .update(files)
    .set({ bytes: 0, createdAt: new Date(0) })
    .where(inArray(files.id, [...ids]))
}

async function erasePapers(tx: Tx, subject: Subject, speakerIds: readonly string[]): Promise<number> {
  if (!speakerIds.length) return 0
  const papers = await tx
    .select({ id: agendaDocuments.id, eventId: agendaDocuments.eventId })
    .from(agendaDocuments)
    .where(inArray(agendaDocuments.speakerId, [...speakerIds]))
  const ids = papers.map(({ id }) => id)
  if (!ids.length) return 0
  const kept = await tx
    .select({ id: agendaDocumentFiles.documentId })
    .from(agendaDocumentFiles)
    .where(inArray(agendaDocumentFiles.agendaDocumentId, ids))
  await tx
    .update(documents)
    .set({ name: blank })
    .where(
      inArray(
        documents.id,
        kept.map(({ id }) => id),
      ),
    )
  for (const [eventId, some] of Map.groupBy(papers, (paper) => paper.eventId))
    await releasePapers(
      tx,
      { officeId: subject.officeId, eventId },
      some.map(({ id }) => id),
    )
  await tx.delete(agendaDocuments).where(inArray(agendaDocuments.id, ids))
  return kept.length
}

async function leaveSignUps(tx: Tx, { attendeeIds }: Subject, now: Date): Promise<number> {
  const gone = await tx
    .delete(agendaSignUps)
    .where(inArray(agendaSignUps.attendeeId, attendeeIds))
    .returning({ itemId: agendaSignUps.itemId })
  for (const { itemId } of gone) await moveUpIn(tx, itemId, now)
  return gone.length
}

/** An action's owner is an organisation; where a person's name was written in, it goes. */
async function leaveOwners(tx: Tx, { eventIds, words }: Subject): Promise<number> {
  const found = await tx
    .select({ id: outcomes.id, ownerName: outcomes.ownerName })
    .from(outcomes)
    .where(and(inArray(outcomes.eventId, eventIds), holdsAny(outcomes.ownerName, words)))
  for (const { id, ownerName } of found)
    await tx
      .update(outcomes)
      .set({ ownerName: jsonWithoutWords(ownerName, words) as typeof ownerName })
      .where(eq(outcomes.id, id))
  return found.length
}
