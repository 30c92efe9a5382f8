import { findInvitationByToken } from '#app/answers/scope.server.ts'
import { readEventFacts } from '#app/events/facts.server.ts'
import type { Reader } from '#db/client.server.ts'
import type { Audience, Chapter, Fact } from './chapter.ts'
import { chapters } from './chapters.server.ts'
import { isSaid } from './fact-text.ts'
import { readHeldOfInstitution } from './institution.server.ts'
import { readSubject, rightsHolder, type Subject } from './subject.server.ts'

export type HeldChapter = { name: Chapter['name'] | 'institution' | 'delegates'; facts: Fact[] }

/** Everything that is held about somebody, by chapter; what is empty is left out. */
export async function readHeld(read: Reader, subject: Subject, audience: Audience): Promise<HeldChapter[]> {
  const held: HeldChapter[] = []
  for (const chapter of chapters) {
    const facts = (await chapter.held(read, subject, audience)).filter(({ value }) => isSaid(value))
    if (facts.length) held.push({ name: chapter.name, facts })
  }
  return held
}

/** What a link may show of what is held, whether it is a person's or an institution's; null where it leads nowhere. */
export async function readHeldByLink(read: Reader, token: string | undefined) {
  const scope = await findInvitationByToken(read, token)
  if (!scope) return null
  const attendeeId = await rightsHolder(read, scope)
  const subject = attendeeId && (await readSubject(read, { ...scope, attendeeId }, 'event'))
  if (!subject && !scope.isOrganisation) return null
  const facts = await readEventFacts(read, scope.eventId)
  return {
    ...{ scope, attendeeId, facts, zone: facts.zone },
    held: subject ? await readHeld(read, subject, 'link') : await readHeldOfInstitution(read, scope),
  }
}
