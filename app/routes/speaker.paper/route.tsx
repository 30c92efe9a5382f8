import type { LoaderFunctionArgs } from '@remix-run/node'
import { notFound } from '#app/accounts/guard.server.ts'
import { findSpeakerByToken } from '#app/accounts/speaker-scope.server.ts'
import { findPaperFile } from '#app/agenda/read-papers.server.ts'
import { answerDocument } from '#app/http/document.server.ts'

/** A file that the holder of this link has brought. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const { read } = context.database
  const scope = await findSpeakerByToken(read, params.token)
  const file = scope && (await findPaperFile(read, scope.eventId, params.paperFile))
  if (!file || file.speakerId !== scope.speakerId) throw notFound()
  return answerDocument(context.files, file.document)
}
