import { eq } from 'drizzle-orm'
import type { SpeakerScope } from '#app/accounts/speaker-scope.server.ts'
import { readEventFacts, sender } from '#app/events/facts.server.ts'
import type { Site } from '#app/invitations/token.server.ts'
import { recipient } from '#app/mail/address.ts'
import { messageIdHost, type OutgoingMessage } from '#app/mail/outbox.server.ts'
import type { Reader } from '#db/client.server.ts'
import { speakers } from '#db/schema/agenda.server.ts'
import { concernedAmong, readColleagues } from './colleagues.server.ts'
import { type DeclinedRole, declineLetter } from './decline-letter.ts'

/** Mails about a decline, with what they tell: they are sent when exactly that has come out. */
export type DeclineNotices = { told: string; mails: OutgoingMessage[] }

/** How the keys of all notices about a speaker begin. */
export function declineKey(speakerId: string): string {
  return `speakerDeclined:${speakerId}:`
}

/** What a notice is found by: exactly what it tells. */
export function whatIsDeclined(declined: readonly DeclinedRole[]): string {
  return declined
    .map(({ role }) => `${role.id}:${role.confirmation}`)
    .sort()
    .join(' ')
}

/** The mails that tell those concerned at the desk, each in their language, that a speaker declines these roles. */
export async function writeDeclineNotices(
  read: Reader,
  scope: SpeakerScope,
  { declined, site, now }: { declined: readonly DeclinedRole[]; site: Site; now: Date },
): Promise<DeclineNotices> {
  const [first, ...others] = declined
  const told = whatIsDeclined(declined)
  if (!first) return { told, mails: [] }
  const facts = await readEventFacts(read, scope.eventId)
  const desk = `${site.appUrl}/desk/events/${facts.slug}/speakers`
  const mails = (await readConcernedOrganisers(read, scope)).flatMap((reader): OutgoingMessage[] => {
    const to = recipient(reader.name, reader.email)
    if (!to) return []
    const { language } = reader
    return [
      {
        ...declineLetter({ event: facts, declined: [first, ...others], reader, desk }),
        ...sender(facts, language),
        ...{ kind: 'notice', to, language, state: 'queued', now },
        dedupeKey: `${declineKey(scope.speakerId)}${now.getTime()}:${reader.id}`,
        messageIdHost: messageIdHost(site.appUrl),
      },
    ]
  })
  return { told, mails }
}

/**
 * Who is to hear of it: whoever asked the speaker, and those assigned to the event who may edit its agenda; where there is
 * nobody such, everybody of the office who may.
 */
async function readConcernedOrganisers(read: Reader, scope: SpeakerScope) {
  const editors = await readColleagues(read, scope, 'agenda.edit')
  const [asked] = await read
    .select({ by: speakers.askedBy })
    .from(speakers)
    .where(eq(speakers.id, scope.speakerId))
  return concernedAmong(editors, ({ id, isAssigned }) => id === asked?.by || isAssigned)
}
