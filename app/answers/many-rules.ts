import type { AttendanceStatus, AttendeeSeat } from '#db/schema/invitations.server.ts'
import { holdsSeat, type Reply } from './rules.ts'
import { type Change, decide, type Seating, type Wish } from './seats.ts'

/** Somebody who is answered for together with others: by the invitation, or with `attendeeId` one of its people. */
export type Target = {
  /** Of the row it was chosen by. */
  id: string
  invitationId: string
  attendeeId: string | null
  /** An institution that has named nobody: its own word is recorded, and takes no seat. */
  isInstitution: boolean
  seat: AttendeeSeat
  /** Those of the parts asked about to which they may answer, with how they stand. */
  offered: { partId: string; status: AttendanceStatus | null; isOpen: boolean }[]
}

/** What answering for many would do in one part. */
export type PartEffect = { partId: string; answers: number; seated: number; waiting: number; already: number }

/**
 * What would become of one answer for all of them at once, seats and waiting lists as they are now. Others may answer
 * meanwhile, and each is decided in turn: what came of it is told afterwards.
 */
export function effectOn(
  targets: readonly Target[],
  reply: Reply,
  seatings: readonly Seating[],
): { answered: number; institutions: number; parts: PartEffect[] } {
  const wishes = targets.filter(({ isInstitution }) => !isInstitution).flatMap((one) => wishesOf(one, reply))
  const changes = decide(seatings, wishes).filter(({ movedUp }) => !movedUp)
  const answering = targets.filter((one) => answersOf(one, reply).length > 0)
  const parts = seatings.map(({ partId }): PartEffect => {
    const own = changes.filter((change) => change.partId === partId)
    return {
      partId,
      answers: targets.filter((one) => answersOf(one, reply).some((part) => part.partId === partId)).length,
      seated: own.filter(isSeated).length,
      waiting: own.filter(({ to }) => to === 'waitlisted').length,
      already: own.filter(({ from, to }) => from === to).length,
    }
  })
  const institutions = answering.filter(({ isInstitution }) => isInstitution).length
  return { answered: answering.length, institutions, parts }
}

/** The parts for which an answer is recorded: an open part's no says nothing unless they had said yes. */
export function answersOf({ offered }: Pick<Target, 'offered'>, reply: Reply): Target['offered'] {
  return offered.filter(
    ({ isOpen, status }) => !(isOpen && reply === 'declined' && (status === null || status === 'invited')),
  )
}

/** Whether a change gives a seat to somebody who had none. */
export function isSeated({ from, to }: Pick<Change, 'from' | 'to'>): boolean {
  return holdsSeat(to) && !(from && holdsSeat(from))
}

function wishesOf(target: Target, reply: Reply): Wish[] {
  const wish = target.seat === 'alternate' && reply !== 'declined' ? 'proposed' : reply
  return answersOf(target, reply).map(({ partId, status }) => ({
    ...{ attendeeId: target.id, partId, from: status, wish },
  }))
}
