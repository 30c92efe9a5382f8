import { and, asc, eq, exists, inArray, notExists, sql } from 'drizzle-orm'
import type { EventScope } from '#app/accounts/scope.server.ts'
import { displayName } from '#app/directory/names.ts'
import {
  type DocumentOwner,
  type KeptDocument,
  keepDocument,
  readBytes,
  readDocument,
  releaseDocuments,
} from '#app/files/document.server.ts'
import { downloadName } from '#app/files/document.ts'
import type { FileStore } from '#app/files/store.server.ts'
import type { Stores } from '#app/files/unused.server.ts'
import type { Reader, Tx } from '#db/client.server.ts'
import { newId } from '#db/id.server.ts'
import { documents } from '#db/schema/documents.server.ts'
import { attendees } from '#db/schema/invitations.server.ts'
import { questionAnswers, questionFiles, questions } from '#db/schema/questions.server.ts'
import { type Question, usualFileSize } from './rules.ts'

const megabyte = 1024 * 1024
export type SentFile = { attendeeId: string; question: Pick<Question, 'id' | 'most'>; file: File }
type FileProblem = 'tooLargeDocument' | 'notADocument'

/**
 * Keeps a file for somebody's answer, before the answer itself: one that is refused must not lose it. Refused: more
 * than the question allows, and whatever is neither PDF nor JPEG nor PNG by its bytes.
 */
export async function keepAnswerFile(
  stores: Stores,
  owner: DocumentOwner,
  { attendeeId, question, file, now }: SentFile & { now: Date },
): Promise<{ ok: true; id: string } | { ok: false; problem: FileProblem }> {
  if (file.size > Number(question.most ?? usualFileSize) * megabyte)
    return { ok: false, problem: 'tooLargeDocument' }
  const bytes = new Uint8Array(await file.arrayBuffer())
  const read = readDocument(bytes)
  if (!read.ok || read.kind.extension === 'docx') return { ok: false, problem: 'notADocument' }
  const upload = { id: newId(), name: file.name, bytes, mediaType: read.kind.mediaType, now }
  await keepDocument(stores, owner, upload, async (tx, documentId) => {
    await tx.insert(questionFiles).values({ documentId, attendeeId, questionId: question.id })
    return { ok: true } as const
  })
  return { ok: true, id: upload.id }
}

/** The names of the files these people have sent, by the file's id. */
export async function readFileNames(
  read: Reader,
  attendeeIds: readonly string[],
): Promise<Record<string, { name: string; attendeeId: string; questionId: string }>> {
  if (!attendeeIds.length) return {}
  const rows = await read
    .select({
      id: documents.id,
      name: documents.name,
      attendeeId: questionFiles.attendeeId,
      questionId: questionFiles.questionId,
    })
    .from(questionFiles)
    .innerJoin(documents, eq(documents.id, questionFiles.documentId))
    .where(inArray(questionFiles.attendeeId, [...attendeeIds]))
  return Object.fromEntries(rows.map(({ id, ...file }) => [id, file]))
}

const isAnswer = (read: Reader) =>
  read
    .select({ one: sql`1` })
    .from(questionAnswers)
    .where(
      and(
        eq(questionAnswers.attendeeId, questionFiles.attendeeId),
        eq(questionAnswers.questionId, questionFiles.questionId),
        eq(questionAnswers.value, questionFiles.documentId),
      ),
    )

/** Lets go of files these people sent that no answer of theirs names. Their bytes go by `clearDocuments`. */
export async function releaseFiles(
  tx: Tx,
  owner: DocumentOwner,
  attendeeIds: readonly string[],
): Promise<void> {
  if (!attendeeIds.length) return
  const rows = await tx
    .delete(questionFiles)
    .where(and(inArray(questionFiles.attendeeId, [...attendeeIds]), notExists(isAnswer(tx))))
    .returning({ id: questionFiles.documentId })
  await releaseDocuments(
    tx,
    owner,
    rows.map(({ id }) => id),
  )
}

/** The files that are answers to a question of this event, with who sent them; `documentId` only that one. */
export function readAnswerFiles(
  read: Reader,
  { eventId }: EventScope,
  { questionId, documentId }: { questionId: string; documentId?: string | undefined },
) {
  return read
    .select({ document: documents, names: attendees.names, isSensitive: questions.isSensitive })
    .from(questionFiles)
    .innerJoin(documents, eq(documents.id, questionFiles.documentId))
    .innerJoin(attendees, eq(attendees.id, questionFiles.attendeeId))
    .innerJoin(questions, eq(questions.id, questionFiles.questionId))
    .where(
      and(
        eq(questions.eventId, eventId),
        eq(questionFiles.questionId, questionId),
        documentId ? eq(questionFiles.documentId, documentId) : undefined,
        exists(isAnswer(read)),
      ),
    )
    .orderBy(asc(attendees.sortKey), asc(documents.id))
}

type AnswerFile = { document: KeptDocument; names: typeof attendees.$inferSelect.names }

/** Each file under the name of its sender, read one after the other; what the store has lost is left out. */
export async function* namedFiles(files: FileStore, rows: readonly AnswerFile[]) {
  for (const [index, { document, names }] of rows.entries()) {
    const bytes = await readBytes(files, document)
    const number = String(index + 1).padStart(3, '0')
    const sender = downloadName(displayName(names, 'en'), document.mediaType, 'guest')
    if (bytes) yield { name: `${number}-${sender}`, bytes }
  }
}
