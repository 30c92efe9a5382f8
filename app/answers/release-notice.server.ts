import type { EventScope } from '#app/accounts/scope.server.ts'
import { needsSecondPerson } from '#app/accounts/second-person.server.ts'
import type { AgendaChange } from '#app/agenda/changes.ts'
import { changesIn } from '#app/agenda/history.server.ts'
import { type ConcernedKind, concernedKinds } from '#app/agenda/release-form.ts'
import { findRelease, type Release } from '#app/agenda/released.server.ts'
import { displayName } from '#app/directory/names.ts'
import { readEventFacts, sender } from '#app/events/facts.server.ts'
import { lockEvent } from '#app/events/lock.server.ts'
import { note } from '#app/events/note.server.ts'
import { breathe } from '#app/invitations/inviting.server.ts'
import type { Site } from '#app/invitations/token.server.ts'
import { recipient } from '#app/mail/address.ts'
import { enqueueMany, messageIdHost, type OutgoingMessage } from '#app/mail/outbox.server.ts'
import type { Database, Reader } from '#db/client.server.ts'
import { type Concerned, readConcerned } from './concerned.server.ts'
import { releaseLetter } from './release-letter.ts'

/** How many people these changes concern, by why; who has a role is not counted as a guest once more. */
export async function countConcerned(
  read: Reader,
  { eventId }: EventScope,
  changes: readonly AgendaChange[],
): Promise<Record<ConcernedKind, number>> {
  const counts = { speakers: 0, confirmed: 0, invited: 0 }
  for (const { kind } of await readConcerned(read, eventId, changes)) counts[kind]++
  return counts
}

type Telling = { number: number; whom: readonly ConcernedKind[]; site: Site; now: Date }

/**
 * Writes to those whom a version of the agenda concerns what it changed for them, each once for a version however often
 * it is asked for. Where the office wants a second person, the mails wait in the outbox as drafts. The first version
 * changes nothing for anybody. Refused: `notFound`, and `notPublished` while the event is a draft.
 */
export async function submitReleaseNotice(
  database: Database,
  scope: EventScope,
  { number, whom, site, now }: Telling,
) {
  const release = await findRelease(database.read, scope.eventId, number)
  if (!release) return { ok: false, reason: 'notFound' } as const
  const facts = await readEventFacts(database.read, scope.eventId)
  if (facts.state === 'draft') return { ok: false, reason: 'notPublished' } as const
  const wanted = concernedKinds.filter((kind) => whom.includes(kind))
  const mails = await writeNotices(database.read, { facts, release, whom: wanted, site, now })
  const count = await database.write(async (tx) => {
    await lockEvent(tx, scope.eventId)
    const state = (await needsSecondPerson(tx, scope)) ? 'draft' : 'queued'
    const written = await enqueueMany(
      tx,
      mails.map((mail) => ({ ...mail, state })),
    )
    if (written)
      await note(tx, scope, {
        action: 'agenda.told',
        subjectId: release.id,
        after: { number, whom: wanted, count: written },
        now,
      })
    return written
  })
  return { ok: true, count } as const
}

type Writing = {
  facts: Awaited<ReturnType<typeof readEventFacts>>
  release: Release
  whom: readonly ConcernedKind[]
  site: Site
  now: Date
}

// A letter takes about a millisecond to write; nobody else's request shall wait longer than for this many.
const slice = 15

async function writeNotices(read: Reader, { facts, release, whom, site, now }: Writing) {
  const changes = release.number === 1 ? [] : await changesIn(read, release)
  const concerned = await readConcerned(read, facts.eventId, changes)
  const mails: Omit<OutgoingMessage, 'state'>[] = []
  for (const [index, one] of concerned.entries()) {
    if (index % slice === slice - 1) await breathe()
    const mail = whom.includes(one.kind) && writeNotice(one, { facts, release, site })
    if (mail) mails.push({ ...mail, now })
  }
  return mails
}

function writeNotice(
  { key, attendeeId, invitationId, names, email, language, changes }: Concerned,
  { facts, release, site }: Pick<Writing, 'facts' | 'release' | 'site'>,
) {
  const name = displayName(names, language)
  const to = recipient(name, email)
  if (!to) return null
  return {
    ...releaseLetter({
      event: facts,
      note: release.note,
      changes,
      reader: { name, language },
      agenda: `${site.appUrl}/${language}/${facts.slug}/agenda`,
    }),
    ...sender(facts, language),
    ...(attendeeId && { attendeeId }),
    ...(invitationId && { invitationId }),
    ...{ kind: 'change' as const, to, language },
    dedupeKey: `agenda:${release.id}:${key}`,
    messageIdHost: messageIdHost(site.appUrl),
  }
}
