import { and, eq, inArray, or } from 'drizzle-orm'
import { releaseDocuments } from '#app/files/document.server.ts'
import { readFileNames } from '#app/questions/files.server.ts'
import { isChosen } from '#app/questions/rules.ts'
import type { Reader, Tx } from '#db/client.server.ts'
import { documents } from '#db/schema/documents.server.ts'
import { questionAnswers, questionFiles, questions } from '#db/schema/questions.server.ts'
import type { Chapter, Fact } from '../chapter.ts'
import type { Subject } from '../subject.server.ts'
import { blank } from '../words.ts'

/** What they said to the event's questions. An option or a number that is nobody's any more stays in the sums. */
export const questionsChapter: Chapter = {
  name: 'questions',
  async held(read, { attendeeIds }) {
    const names = await readFileNames(read, attendeeIds)
    const rows = await read
      .select({ answer: questionAnswers, question: questions })
      .from(questionAnswers)
      .innerJoin(questions, eq(questions.id, questionAnswers.questionId))
      .where(inArray(questionAnswers.attendeeId, attendeeIds))
      .orderBy(questions.position)
    return rows.map(({ answer, question }): Fact => {
      const option = question.options.find(({ id }) => id === answer.optionId)
      const value = question.kind === 'file' ? (names[answer.value]?.name ?? '') : answer.value
      return {
        label: question.label,
        value: isChosen(question.kind) ? (option?.text ?? '') : value,
        at: answer.answeredAt,
      }
    })
  },
  async erase(tx, subject) {
    const said = await tx
      .delete(questionAnswers)
      .where(
        and(
          inArray(questionAnswers.attendeeId, subject.attendeeIds),
          inArray(questionAnswers.questionId, telling(tx)),
        ),
      )
      .returning({ id: questionAnswers.questionId })
    return { said: said.length, files: await eraseFiles(tx, subject) }
  },
}

/** Questions whose answers tell of a person by themselves. */
export function telling(read: Reader) {
  return read
    .select({ id: questions.id })
    .from(questions)
    .where(or(inArray(questions.kind, ['short', 'long', 'date', 'file']), eq(questions.isSensitive, true)))
}

async function eraseFiles(tx: Tx, { officeId, eventIds, attendeeIds }: Subject): Promise<number> {
  const sent = await tx
    .delete(questionFiles)
    .where(inArray(questionFiles.attendeeId, attendeeIds))
    .returning({ id: questionFiles.documentId })
  const ids = sent.map(({ id }) => id)
  for (const eventId of eventIds) await releaseDocuments(tx, { officeId, eventId }, ids)
  // The bytes go after the transaction; the file's own name often is its sender's.
  if (ids.length) await tx.update(documents).set({ name: blank }).where(inArray(documents.id, ids))
  return ids.length
}
