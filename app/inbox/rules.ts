import { wholeDays } from '#app/calendar/days.ts'
import type { ReceivedReply } from '#db/schema/inbox.server.ts'
import type { AttendanceStatus } from '#db/schema/invitations.server.ts'

export const inboxStates = ['waiting', 'recorded', 'ignored', 'done'] as const
export const inboxKinds = ['reply', 'mail', 'bounce', 'complaint', 'auto'] as const

/** Why a calendar's answer waits for a person, or is left aside. */
export type ReplyDoubt =
  | 'mismatch'
  | 'counter'
  | 'delegated'
  | 'unclear'
  | 'older'
  | 'unknownAttendee'
  | 'unauthenticated'
  | 'otherSender'
  | 'delegate'
  | 'unknownEntry'
  | 'withdrawn'
  | 'outdated'
  | 'laterAnswer'
export type Verdict = { do: 'record' } | { do: 'wait' | 'ignore'; why: ReplyDoubt }

/** What a reply is judged by. */
export type ReplyFacts = {
  reply: ReceivedReply
  from: string
  isAuthentic: boolean
  /** By the address it was sent to, which only the guest's own mail bears; and by the UID in it. */
  byAddress: EntryName | null
  byUid: EntryName | null
  guest: { email: string | null; isOrganisations: boolean; status: AttendanceStatus; answeredAt: Date | null }
  entry: {
    method: 'REQUEST' | 'CANCEL'
    sequence: number
    repliedSequence: number | null
    repliedStampedAt: Date | null
  } | null
  part: { startsAt: Date; endsAt: Date; zone: string }
  receivedAt: Date
}
export type EntryName = { attendeeId: string; partId: string }

/**
 * Whether a calendar's answer counts by itself (systems-compared §4.2): it must reach us by the guest's own address or
 * name the guest's own date, come from the guest as far as the sender's domain can vouch for that, and be the last word.
 */
export function judgeReply(facts: ReplyFacts): Verdict {
  const { reply, byAddress, byUid, guest, entry, isAuthentic } = facts
  const wait = (why: ReplyDoubt) => ({ do: 'wait', why }) as const
  if (byAddress && byUid && (byAddress.attendeeId !== byUid.attendeeId || byAddress.partId !== byUid.partId))
    return wait('mismatch')
  if (reply.method === 'COUNTER') return wait('counter')
  if (reply.participation === 'delegated') return wait('delegated')
  if (reply.participation === 'other') return wait('unclear')
  if (!entry) return wait('unknownEntry')
  if (isOlder(reply, entry)) return { do: 'ignore', why: 'older' }
  if (!isSame(reply.attendee || facts.from, guest.email)) return wait('unknownAttendee')
  if (!isAuthentic) return wait('unauthenticated')
  // An assistant answers with the minister's calendar: believed of a colleague who holds the minister's own mail.
  if (
    !isSame(facts.from, guest.email) &&
    !(byAddress && isSame(domain(facts.from), domain(guest.email ?? '')))
  )
    return wait('otherSender')
  if (entry.method === 'CANCEL') return wait('withdrawn')
  if (guest.isOrganisations) return wait('delegate')
  if (reply.sequence < entry.sequence && hasMoved(facts)) return wait('outdated')
  if (guest.answeredAt && saidAt(facts) <= guest.answeredAt && guest.status !== reply.participation)
    return wait('laterAnswer')
  return { do: 'record' }
}

/** RFC 5546 §2.1.5: the higher SEQUENCE counts, and of equal ones the later DTSTAMP; the same twice is one answer. */
function isOlder(
  reply: ReceivedReply,
  { repliedSequence, repliedStampedAt }: NonNullable<ReplyFacts['entry']>,
) {
  if (repliedSequence === null) return false
  if (reply.sequence !== repliedSequence) return reply.sequence < repliedSequence
  const stampedAt = reply.stampedAt ? new Date(reply.stampedAt) : null
  return stampedAt !== null && repliedStampedAt !== null && stampedAt <= repliedStampedAt
}

/** A clock that runs ahead must not let a reply overtake what was said after it. */
function saidAt({ reply, receivedAt }: ReplyFacts): Date {
  const stampedAt = reply.stampedAt ? new Date(reply.stampedAt) : receivedAt
  return stampedAt < receivedAt ? stampedAt : receivedAt
}

function hasMoved({ reply, part }: ReplyFacts): boolean {
  if (!reply.startsAt) return true
  const days = wholeDays(part.startsAt, part.endsAt, part.zone)
  return days ? reply.startsAt.slice(0, 10) !== days.first : reply.startsAt !== part.startsAt.toISOString()
}

function isSame(one: string, other: string | null): boolean {
  return one !== '' && one.toLowerCase() === other?.toLowerCase()
}

function domain(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1)
}
