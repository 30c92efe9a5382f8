import { and, eq, inArray } from 'drizzle-orm'
import type { EventScope } from '#app/accounts/scope.server.ts'
import { note } from '#app/events/note.server.ts'
import { chunked } from '#app/invitations/inviting.server.ts'
import type { Site } from '#app/invitations/token.server.ts'
import type { Database, Reader } from '#db/client.server.ts'
import { derivedId } from '#db/id.server.ts'
import { events, parts } from '#db/schema/events.server.ts'
import { attendees } from '#db/schema/invitations.server.ts'
import { readStandingOf } from './chosen-standing.server.ts'
import { answersOf, effectOn, isSeated, type Target } from './many-rules.ts'
import type { DeskChannel, GivenAnswer, Reply } from './rules.ts'
import { readSeatings } from './seating.server.ts'
import { type Chosen, readSelected, type Selection } from './selection.server.ts'
import { submitOnBehalf } from './submit.server.ts'

/** One answer that came for many: to which parts, what it says, how it came, and whether each is told by mail. */
export type ManyAnswer = {
  partIds: readonly string[]
  reply: Reply
  via: DeskChannel
  note: string
  isQuiet: boolean
}

/** What answering for these would do, part by part; `leftOut` are those chosen to whom it does not apply. */
export async function planAnswers(
  read: Reader,
  scope: EventScope,
  selection: Selection,
  { partIds, reply, now }: Pick<ManyAnswer, 'partIds' | 'reply'> & { now: Date },
) {
  const { targets, asked, chosen } = await readTargets(read, scope, selection, partIds)
  const seatings = await readSeatings(
    read,
    await readConcerned(read, scope, { asked, targets }),
    targets.flatMap(({ offered }) => offered),
    now,
  )
  const effect = effectOn(targets, reply, seatings)
  return { ...effect, leftOut: chosen - effect.answered }
}

/** For whose organisations' seats the answers count. */
async function readConcerned(
  read: Reader,
  { eventId }: EventScope,
  { asked, targets }: Pick<Awaited<ReturnType<typeof readTargets>>, 'asked' | 'targets'>,
) {
  const [event] = await read.select({ state: events.state }).from(events).where(eq(events.id, eventId))
  const people: { id: string; source: string; organisationId: string | null }[] = []
  for (const some of chunked(targets.map(({ id }) => id)))
    people.push(
      ...(await read
        .select({ id: attendees.id, source: attendees.source, organisationId: attendees.organisationId })
        .from(attendees)
        .where(and(eq(attendees.eventId, eventId), inArray(attendees.id, some)))),
    )
  return { parts: asked, event: { state: event?.state ?? 'cancelled' }, people }
}

/**
 * Records the answer for each of them in turn, as if it had been entered on their own page: seats are given as long as
 * there are any, the others wait, and who moves up is told. The same form sent again goes on where it stopped. How many
 * are recorded, got a seat, wait, and could not be answered for.
 */
export async function submitAnswers(
  database: Database,
  scope: EventScope,
  {
    id,
    selection,
    answer,
    site,
    now,
  }: { id: string; selection: Selection; answer: ManyAnswer; site: Site; now: Date },
) {
  const { targets } = await readTargets(database.read, scope, selection, answer.partIds)
  const done = { answered: 0, seated: 0, waiting: 0, refused: 0 }
  for (const target of targets) {
    const given = givenFor(target, answer, derivedId(id, target.id))
    if (!given.replies.length) continue
    const { invitationId, attendeeId } = target
    const result = await submitOnBehalf(database, scope, {
      ...{ invitationId, attendeeId, given, via: answer.via, note: answer.note },
      ...{ beyondCapacity: false, isQuiet: answer.isQuiet, site, now },
    })
    if (!result.ok) {
      done.refused++
      continue
    }
    const own = result.changes.filter(({ movedUp }) => !movedUp)
    done.answered++
    done.seated += own.filter(isSeated).length
    done.waiting += own.filter(({ to }) => to === 'waitlisted').length
  }
  const { partIds, reply, via, isQuiet } = answer
  const after = { ...done, partIds, reply, via, isQuiet }
  await database.write((tx) => note(tx, scope, { action: 'guests.answer', subjectId: id, after, now }))
  return done
}

function givenFor(target: Target, { reply }: ManyAnswer, requestId: string): GivenAnswer {
  const replies = answersOf(target, reply).map(({ partId }) => ({ partId, reply, reason: '' }))
  // Names stay as they are, so the language that names would be written in says nothing.
  return { requestId, replies, language: 'en' }
}

async function readTargets(
  read: Reader,
  scope: EventScope,
  selection: Selection,
  partIds: readonly string[],
) {
  const asked = await read
    .select()
    .from(parts)
    .where(and(eq(parts.eventId, scope.eventId), inArray(parts.id, [...partIds])))
  const targets: Target[] = []
  let chosen = 0
  for await (const some of readSelected(read, scope, selection)) {
    const live = some.filter(isAnswerable)
    chosen += some.length
    const standing = await readStandingOf(read, live)
    targets.push(...live.flatMap((one) => targetOf(one, standing, asked)))
  }
  return { targets, asked, chosen }
}

function isAnswerable({ invitation, invitationId, attendeeId, isOwn, seat }: Chosen): boolean {
  if (!invitationId || !invitation || invitation.state === 'revoked') return false
  return isOwn || !attendeeId || seat === 'delegate' || seat === 'alternate'
}

type Part = { id: string; audience: 'invited' | 'open' }

function targetOf(
  { attendeeId, invitationId, isOwn, seat }: Chosen,
  standing: Awaited<ReturnType<typeof readStandingOf>>,
  asked: readonly Part[],
): Target[] {
  const id = attendeeId ?? invitationId
  if (!id || !invitationId) return []
  const theirs = standing.get(id) ?? []
  const offered = asked.flatMap((part) => {
    const status = theirs.find(({ partId }) => partId === part.id)?.status ?? null
    const isOpen = part.audience === 'open'
    const isOffered = (status !== null && status !== 'cancelled') || (isOpen && attendeeId !== null)
    return isOffered ? [{ partId: part.id, status, isOpen }] : []
  })
  const isInstitution = attendeeId === null
  return [{ id, invitationId, attendeeId: isOwn ? null : attendeeId, isInstitution, seat, offered }]
}
