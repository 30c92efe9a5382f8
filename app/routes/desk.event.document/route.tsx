import type { LoaderFunctionArgs } from '@remix-run/node'
import { notFound, requireEvent } from '#app/accounts/guard.server.ts'
import { findDocument } from '#app/files/document.server.ts'
import { answerDocument } from '#app/http/document.server.ts'
import { isPaper } from '#app/letters/enclose.server.ts'

/** An uploaded document of this event, to be saved: a signed letter, a reply, a guest's file. */
export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const scope = await requireEvent(context, request, params.event, 'guests.view')
  const document = await findDocument(context.database.read, scope, params.document)
  if (!document) throw notFound()
  // The code on a letter answers for its guest.
  const isLetter = await isPaper(context.database.read, document.id)
  if (isLetter && !scope.can.has('guests.edit')) throw notFound()
  return answerDocument(context.files, document)
}
