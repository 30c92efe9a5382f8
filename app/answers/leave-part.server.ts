import { and, eq } from 'drizzle-orm'
import type { EventScope } from '#app/accounts/scope.server.ts'
import { lockEvent } from '#app/events/lock.server.ts'
import { note } from '#app/events/note.server.ts'
import type { Site } from '#app/invitations/token.server.ts'
import type { Database, Reader, Tx } from '#db/client.server.ts'
import { invitationParts } from '#db/schema/invitations.server.ts'
import { mailsFor, sendOut } from './answer.server.ts'
import { deskAnswering } from './behalf.server.ts'
import { readStandingOf } from './chosen-standing.server.ts'
import { saveChanges } from './history.server.ts'
import type { Letters } from './letters.server.ts'
import { type GivenAnswer, holdsSeat } from './rules.ts'
import { readSeatings } from './seating.server.ts'
import { decide } from './seats.ts'
import { type Chosen, readSelected, type Selection } from './selection.server.ts'
import { type Answering, readStanding } from './standing.server.ts'
import { withLetters } from './submit.server.ts'

type Leaving = { invitationId: string; attendeeId: string | null; partId: string }

/**
 * What taking an invitation off one part would change, or with `attendeeId` one of its people. Refused: another event's
 * or withdrawn (`notFound`), an event that is off (`eventCancelled`), nothing on record there (`notIn`), and the only
 * part they have (`lastPart`): that is withdrawing the invitation.
 */
async function planLeaving(read: Reader, answering: Answering, partId: string, now: Date) {
  const standing = await readStanding(read, answering, now)
  if (!standing || standing.invitation.state === 'revoked') return { ok: false, reason: 'notFound' } as const
  if (standing.event.state === 'cancelled') return { ok: false, reason: 'eventCancelled' } as const
  const { attendeeId } = answering
  const theirs = standing.attendances.filter(
    (row) => row.status !== 'cancelled' && (!attendeeId || row.attendeeId === attendeeId),
  )
  const isInvited = !attendeeId && standing.invited.some((row) => row.partId === partId)
  const leaving = theirs.filter((row) => row.partId === partId)
  if (!leaving.length && !isInvited) return { ok: false, reason: 'notIn' } as const
  const others = [...theirs, ...(attendeeId ? [] : standing.invited)]
  if (others.every((row) => row.partId === partId)) return { ok: false, reason: 'lastPart' } as const
  const wishes = leaving.map((row) => ({
    ...{ attendeeId: row.attendeeId, partId, from: row.status, wish: 'cancelled' as const },
  }))
  const changes = decide(await readSeatings(read, standing, wishes, now), wishes)
  const told = wishes.map((wish) => ({ attendeeId: wish.attendeeId, cause: 'left' as const, other: {} }))
  return { ok: true, standing, changes, told, isInvited } as const
}

/** Takes them off the part and tells whoever had said yes; their link and their other parts stay. */
async function leavePart(
  tx: Tx,
  scope: EventScope,
  { invitationId, attendeeId, partId, letters, now }: Leaving & { letters: Letters; now: Date },
) {
  await lockEvent(tx, scope.eventId)
  const plan = await planLeaving(tx, deskAnswering(scope, invitationId, attendeeId), partId, now)
  if (!plan.ok) return plan
  const mails = mailsFor(plan.changes, letters)
  if (!mails) return { ok: false, reason: 'changed' } as const
  const given: GivenAnswer = { requestId: null, replies: [], language: plan.standing.invitation.language }
  const source = { via: 'in_person' as const, enteredBy: scope.actor.id, note: '' }
  await saveChanges(tx, scope.eventId, plan, { given, source, now, isOwnWord: false })
  if (plan.isInvited)
    await tx
      .delete(invitationParts)
      .where(and(eq(invitationParts.invitationId, invitationId), eq(invitationParts.partId, partId)))
  await sendOut(tx, { mails, now })
  const after = { partId, changes: plan.changes }
  await note(tx, scope, { action: 'guest.leavePart', subjectId: invitationId, after, now })
  return { ok: true } as const
}

/** What taking these off a part would do: how many leave it, give up a seat, or stay because they have no other part. */
export async function planLeavings(
  read: Reader,
  scope: EventScope,
  selection: Selection,
  partId: string,
): Promise<{ leaving: number; seats: number; notIn: number; lastPart: number }> {
  const effect = { leaving: 0, seats: 0, notIn: 0, lastPart: 0 }
  for await (const some of readSelected(read, scope, selection)) {
    const live = some.filter(isLive)
    const standing = await readStandingOf(read, live)
    effect.notIn += some.length - live.length
    for (const { attendeeId, invitationId } of live) {
      const all = standing.get(attendeeId ?? invitationId ?? '') ?? []
      const theirs = all.filter(({ status }) => status !== 'cancelled')
      const here = theirs.find((row) => row.partId === partId)
      if (!here) effect.notIn++
      else if (theirs.length === 1) effect.lastPart++
      else {
        effect.leaving++
        if (attendeeId && holdsSeat(here.status)) effect.seats++
      }
    }
  }
  return effect
}

/** Takes them off the part one after the other, each with its mails. How many left it. */
export async function submitLeavings(
  database: Database,
  scope: EventScope,
  {
    id,
    selection,
    partId,
    site,
    now,
  }: { id: string; selection: Selection; partId: string; site: Site; now: Date },
): Promise<number> {
  const chosen: Leaving[] = []
  for await (const some of readSelected(database.read, scope, selection))
    for (const { invitationId, attendeeId, isOwn } of some.filter(isLive))
      if (invitationId) chosen.push({ invitationId, attendeeId: isOwn ? null : attendeeId, partId })
  let left = 0
  for (const leaving of chosen)
    if ((await submitLeaving(database, scope, { ...leaving, site, now })).ok) left++
  const after = { partId, left }
  await database.write((tx) => note(tx, scope, { action: 'guests.leavePart', subjectId: id, after, now }))
  return left
}

function submitLeaving(
  database: Database,
  scope: EventScope,
  { site, now, ...leaving }: Leaving & { site: Site; now: Date },
) {
  const { invitationId, attendeeId, partId } = leaving
  const plan = async (read: Reader) => {
    const planned = await planLeaving(read, deskAnswering(scope, invitationId, attendeeId), partId, now)
    return planned.ok ? { ...planned, eventId: scope.eventId, given: null } : planned
  }
  return withLetters(database, { site, now }, plan, (tx, letters) =>
    leavePart(tx, scope, { ...leaving, letters, now }),
  )
}

function isLive({ invitationId, invitation }: Chosen): boolean {
  return invitationId !== null && invitation !== null && invitation.state !== 'revoked'
}
