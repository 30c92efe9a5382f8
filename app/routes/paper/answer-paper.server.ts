import { countDownload, type FoundPaperFile } from '#app/agenda/read-papers.server.ts'
import { answerDocument } from '#app/http/document.server.ts'
import { isOpenedBySomebody } from '#app/http/somebody.ts'
import type { MajlisContext } from '#app/load-context.ts'

/**
 * A paper's file, to be saved, for a route that has asked who may. Counted is that it was opened, never by whom; those who
 * work on the event are not counted.
 */
export async function answerPaper(
  context: MajlisContext,
  request: Request,
  file: FoundPaperFile,
  { isStaff }: { isStaff: boolean },
): Promise<Response> {
  const answer = await answerDocument(context.files, file.document)
  if (answer.ok && !isStaff && isOpenedBySomebody(request)) await countDownload(context.database, file.id)
  return answer
}
