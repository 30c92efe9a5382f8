import type { LoaderFunctionArgs } from '@remix-run/node'
import { notFound } from '#app/accounts/guard.server.ts'
import { findPaperFile } from '#app/agenda/read-papers.server.ts'
import { findInvitationByToken } from '#app/answers/scope.server.ts'
import { partsInvitedTo } from '#app/answers/sign-ups.server.ts'
import { answerPaper } from '../paper/answer-paper.server.ts'

/** The last version of a paper for those invited to its item's part; of the whole agenda's, to any part. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { read } = context.database
  const scope = await findInvitationByToken(read, params.token)
  const file = scope && (await findPaperFile(read, scope.eventId, params.paperFile))
  if (!scope || !file || file.audience === 'staff' || file.hasNewer) throw notFound()
  if (file.audience === 'invited') {
    const partIds = await partsInvitedTo(read, scope)
    const isInvited = file.partId === null ? partIds.length > 0 : partIds.includes(file.partId)
    if (!isInvited) throw notFound()
  }
  return answerPaper(context, request, file, { isStaff: false })
}
