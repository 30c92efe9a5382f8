import { countDownload, type FoundPaperFile } from '#app/agenda/read-papers.server.ts'
import { answerDocument } from '#app/http/document.server.ts'
import type { MajlisContext } from '#app/load-context.ts'

const robots = /bot|crawl|spider|slurp|preview|scan|fetch|monitor|curl|wget|python|headless/i

/** Whether a person opens this: not a search engine, a link scanner, or a browser that only reads ahead. */
function isOpenedBySomebody({ method, headers }: Request): boolean {
  const purpose = `${headers.get('Sec-Purpose') ?? ''}${headers.get('Purpose') ?? ''}`
  return method === 'GET' && !robots.test(headers.get('User-Agent') ?? 'bot') && !/prefetch/i.test(purpose)
}

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
