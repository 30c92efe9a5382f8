import { findSpeakerByToken } from '#app/accounts/speaker-scope.server.ts'
import { addPerson, addWrittenName } from '#app/agenda/roles.server.ts'
import { readSpeakers } from '#app/agenda/speakers.server.ts'
import { submitSpeakerAnswer } from '#app/answers/speaking.server.ts'
import { speakerLink } from '#app/invitations/token.server.ts'
import type { Database } from '#db/client.server.ts'
import { personEmails } from '#db/schema/directory.server.ts'
import { aSpeaker } from './agenda.ts'
import { type anEvent, now } from './builders.ts'
import { site } from './guests.ts'

type Event = Awaited<ReturnType<typeof anEvent>>

/** A person of the directory with an address, who speaks at an item; answers the person's id. */
export async function aPersonSpeaking(database: Database, event: Event, itemId: string): Promise<string> {
  const personId = await aSpeaker(database, event.officeId, 'Noor Hassan')
  const address = 'noor@moh.example'
  await database.write(async (tx) => {
    await tx.insert(personEmails).values({
      ...{ id: personId, officeId: event.officeId, personId, address, addressKey: address, rank: 0 },
    })
    await addPerson(tx, event.scope, { itemId, personId, role: 'speaker', now })
  })
  return personId
}

/** Somebody whose name alone stands in the agenda; answers the role's id. */
export async function aWrittenSpeaker(
  database: Database,
  event: Event,
  { itemId, name }: { itemId: string; name: string },
): Promise<string> {
  const holder = {
    ...{ names: { latin: { full: name } }, honorific: {}, position: { en: 'Professor' } },
    organisationName: { en: 'University of Duhok' },
  }
  const added = await database.write((tx) =>
    addWrittenName(tx, event.scope, { itemId, role: 'speaker', holder, now }),
  )
  if (!added.ok) throw new Error(added.reason)
  return added.id
}

/** The token of a speaker's own link, the first of the event unless said otherwise. */
export async function speakerToken(database: Database, event: Event, at = 0): Promise<string> {
  const people = await readSpeakers(database.read, event.id)
  const speaker = people[at]?.speaker
  if (!speaker) throw new Error('Nobody was asked')
  return speakerLink(site, speaker).split('/').at(-1) ?? ''
}

export async function speakerScope(database: Database, event: Event, at = 0) {
  const scope = await findSpeakerByToken(database.read, await speakerToken(database, event, at))
  if (!scope) throw new Error('The link leads nowhere')
  return scope
}

/** Answers the same to all roles of a speaker. */
export async function answerAs(
  database: Database,
  event: Event,
  reply: 'confirmed' | 'declined',
  { at = 0, when = now }: { at?: number; when?: Date } = {},
) {
  const scope = await speakerScope(database, event, at)
  const people = await readSpeakers(database.read, event.id)
  const replies = (people[at]?.roles ?? []).map(({ id }) => ({
    ...{ roleId: id, reply, reason: 'On mission', contribution: { en: 'Ten years of data' } },
  }))
  return submitSpeakerAnswer(database, scope, { replies, site, now: when })
}
