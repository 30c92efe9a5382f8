import type { LoaderFunctionArgs } from '@remix-run/node'
import { notFound, requireEvent } from '#app/accounts/guard.server.ts'
import { zipStream } from '#app/documents/zip.server.ts'
import { answerDocument, answerFile } from '#app/http/document.server.ts'
import { namedFiles, readAnswerFiles } from '#app/questions/files.server.ts'

const all = 'all.zip'

/** A file that somebody sent in answer to a question, or all of them in one; sensitive ones only for those who organise. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const scope = await requireEvent(context, request, params.event, 'guests.view')
  const { question: questionId = '', upload } = params
  const rows = await readAnswerFiles(context.database.read, scope, {
    questionId,
    documentId: upload === all ? undefined : upload,
  })
  const [first] = rows
  if (!first || (first.isSensitive && !scope.can.has('guests.edit'))) throw notFound()
  if (upload !== all) return answerDocument(context.files, first.document)
  const zip = zipStream(namedFiles(context.files, rows))
  return answerFile(zip, { mediaType: 'application/zip', name: `${scope.slug}-files.zip` })
}
