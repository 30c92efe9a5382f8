import type { EventScope } from '#app/accounts/scope.server.ts'
import { returnExhibit } from '#app/exhibition/content/publish.server.ts'
import { addComment } from '#app/exhibition/team/comments.server.ts'
import { readMembers } from '#app/exhibition/team/team.server.ts'
import type { Site } from '#app/invitations/token.server.ts'
import type { Database } from '#db/client.server.ts'
import { writeToTeam } from './booth-mails.server.ts'

type Returning = { id: string; exhibitId: string; text: string; site: Site; now: Date }

/**
 * Gives what was handed in back to its team with what is to be changed, as a comment on the whole, and tells them by mail;
 * how many mails were written. Refused as `returnExhibit` is.
 */
export async function askForChanges(
  database: Database,
  scope: EventScope,
  { id, exhibitId, text, site, now }: Returning,
) {
  const returned = await database.write(async (tx) => {
    const done = await returnExhibit(tx, scope, { exhibitId, now })
    if (done.ok && text) await addComment(tx, scope, { id, exhibitId, blockId: null, text, now })
    return done
  })
  if (!returned.ok) return returned
  const team = await readMembers(database.read, scope, exhibitId)
  if (!team.length) return { ok: true, mailed: 0 } as const
  const written = await writeToTeam(database, scope, {
    ...{ id, kind: 'changes', exhibitId, word: text, site, now },
  })
  return { ok: true, mailed: written.ok ? written.mailed : 0 } as const
}
