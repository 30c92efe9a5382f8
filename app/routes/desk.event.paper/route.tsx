import type { LoaderFunctionArgs } from '@remix-run/node'
import { notFound, requireEvent } from '#app/accounts/guard.server.ts'
import { findPaperFile } from '#app/agenda/read-papers.server.ts'
import { answerPaper } from '../paper/answer-paper.server.ts'

/** Any version of any paper, for those who work on the event. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const scope = await requireEvent(context, request, params.event, 'event.view')
  const file = await findPaperFile(context.database.read, scope.eventId, params.paperFile)
  if (!file) throw notFound()
  return answerPaper(context, request, file, { isStaff: true })
}
