import type { EventScope } from '#app/accounts/scope.server.ts'
import { tellAnswers, tellDeeds, tellMails, tellMaking, tellNotes } from '#app/answers/story.server.ts'
import { tellSaid } from '#app/answers/story-questions.server.ts'
import { tellGate } from '#app/clearance/story.server.ts'
import { tellInbox } from '#app/inbox/story.server.ts'
import { tellLetters } from '#app/letters/story.server.ts'
import { tellRights } from '#app/privacy/story.server.ts'
import type { Reader } from '#db/client.server.ts'

/** Who tells what of an invitation's story; of what happened at one instant, causes before the mails they brought. A module that has something to tell adds its reader here, and how it reads to `telling.tsx`. */
const readers = [
  tellMaking,
  tellLetters,
  tellInbox,
  tellAnswers,
  tellSaid,
  tellDeeds,
  tellNotes,
  tellGate,
  tellRights,
  tellMails,
] as const

export type Chapter = Awaited<ReturnType<(typeof readers)[number]>>[number]
/** What tells one kind of chapter. */
export type Of<Kind extends Chapter['kind']> = { chapter: Extract<Chapter, { kind: Kind }> }

/** Everything that happened to an invitation of this event, in its order. */
export async function readStory(read: Reader, scope: EventScope, invitationId: string): Promise<Chapter[]> {
  const chapters = await Promise.all(readers.map((tell) => tell(read, scope, invitationId)))
  return chapters.flat().sort((a, b) => a.at.getTime() - b.at.getTime())
}
