import type { LoaderFunctionArgs } from '@remix-run/node'
import { notFound, requireOffice } from '#app/accounts/guard.server.ts'
import { findDocument } from '#app/files/document.server.ts'
import { answerDocument } from '#app/http/document.server.ts'

/** A document or picture of the whole office, such as its logo. */
export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const scope = await requireOffice(context, request, 'office.manage')
  const owner = { officeId: scope.officeId }
  const document = await findDocument(context.database.read, owner, params.picture)
  if (!document) throw notFound()
  return answerDocument(context.files, document)
}
