import type { LoaderFunctionArgs } from '@remix-run/node'
import { notFound } from '#app/accounts/guard.server.ts'
import { findHandout } from '#app/exhibition/content/handout.server.ts'
import { answerDocument } from '#app/http/document.server.ts'
import { openBooth } from '../booth/open.server.ts'

/** A document of the exhibit that a team writes, published or not; another exhibit's is not there. */
export async function loader(args: LoaderFunctionArgs) {
  const { scope } = await openBooth(args)
  const { database, files } = args.context
  const found = await findHandout(database.read, scope.eventId, args.params.handout ?? '')
  if (found?.exhibit.id !== scope.exhibitId) throw notFound()
  return answerDocument(files, found.document, found.exhibit.slug)
}
