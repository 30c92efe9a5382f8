import type { LoaderFunctionArgs } from '@remix-run/node'
import { notFound } from '#app/accounts/guard.server.ts'
import { findEventScope } from '#app/accounts/scope.server.ts'
import { findHandout } from '#app/exhibition/content/handout.server.ts'
import { answerDocument } from '#app/http/document.server.ts'
import { visitedEvent } from '../site/visited-event.server.ts'

/** A document that a published exhibit offers; one that is only in a draft for those who write it. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const { event } = await visitedEvent(context, { ...params, lang: 'en' })
  const { read } = context.database
  const found = await findHandout(read, event.id, params.handout ?? '')
  if (!found || !(found.isOffered || (await mayEdit()))) throw notFound()
  return answerDocument(context.files, found.document, found.exhibit.slug)

  async function mayEdit() {
    const user = await context.user()
    return user && (await findEventScope(read, user.id, event.slug, 'exhibition.edit'))
  }
}
