import type { LoaderFunctionArgs } from '@remix-run/node'
import { notFound } from '#app/accounts/guard.server.ts'
import { findEventScope } from '#app/accounts/scope.server.ts'
import { findPaperFile } from '#app/agenda/read-papers.server.ts'
import { visitedEvent } from '../site/visited-event.server.ts'
import { answerPaper } from './answer-paper.server.ts'

/** The last version of a paper that everybody may open. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { event } = await visitedEvent(context, { ...params, lang: 'en' })
  const { read } = context.database
  const file = await findPaperFile(read, event.id, params.paperFile)
  if (file?.audience !== 'public' || file.hasNewer) throw notFound()
  const user = await context.user()
  const isStaff = user !== null && (await findEventScope(read, user.id, event.slug, 'event.view')) !== null
  return answerPaper(context, request, file, { isStaff })
}
