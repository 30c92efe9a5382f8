import { publicTeaser } from '#app/agenda/released.server.ts'
import { type EventFacts, readEventFacts } from '#app/events/facts.server.ts'
import type { Reader } from '#db/client.server.ts'
import type { AttendanceStatus } from '#db/schema/invitations.server.ts'
import { membersOf, placesOn, substitutesOn } from './named.ts'
import { speakerOf } from './plan.server.ts'
import { answersUntil, takesAnswers } from './rules.ts'
import { readSeatings } from './seating.server.ts'
import type { Seating } from './seats.ts'
import { type Answering, readStanding, type Standing } from './standing.server.ts'
import { readWaitingFacts, type WaitingFacts } from './waiting-place.server.ts'
import { statusOf } from './wishes.ts'

/** Everything a guest's page says; null when the invitation is gone. What is not the reader's own is not in it. */
export async function readAnswerPage(read: Reader, answering: Answering, now: Date) {
  const [standing, facts] = await Promise.all([
    readStanding(read, answering, now),
    readEventFacts(read, answering.eventId),
  ])
  if (!standing) return null
  const { invitation } = standing
  const attendeeId = answering.attendeeId ?? null
  const isOrganisation = invitation.organisationId !== null && !attendeeId
  const speaker = isOrganisation ? null : (speakerOf(standing, attendeeId) ?? null)
  if (attendeeId && !speaker) return null
  const offered = facts.parts.filter(({ id, audience }) =>
    isOrganisation
      ? standing.invited.some(({ partId }) => partId === id)
      : audience === 'open' || !['cancelled', null].includes(statusOf(standing, speaker?.id ?? '', id)),
  )
  const seatings = await readSeatings(
    read,
    standing,
    offered.map(({ id }) => ({ partId: id })),
    now,
  )
  const waiting = await readWaiting(read, standing, seatings, { attendeeId: speaker?.id ?? null, offered })
  const agenda = await publicTeaser(
    read,
    answering.eventId,
    5,
    offered.filter(({ audience }) => audience === 'invited').map(({ id }) => id),
  )
  const { parts: _, officeId: __, eventId: ___, office, ...event } = facts
  return {
    isOrganisation,
    event: { ...event, office: { name: office.name, address: office.replyTo ?? office.senderAddress } },
    reader: speaker && readerOf(speaker),
    /** On whose behalf somebody who was named comes; null for whom the invitation was made out to. */
    sentBy: attendeeId && speaker ? sentBy(standing, speaker) : null,
    organisation: standing.organisation?.name ?? null,
    language: speaker && attendeeId ? speaker.language : invitation.language,
    policy: invitation.policy,
    seats: invitation.seats,
    alternates: invitation.alternates,
    focal: { name: invitation.focalName, phone: invitation.focalPhone },
    hasAnswered: attendeeId ? saidSo(standing, attendeeId) : invitation.answeredAt !== null,
    message: attendeeId ? '' : invitation.message,
    parts: offered.map((part) => ({
      ...shown(part),
      until: answersUntil(part),
      isOpen: takesAnswers(event, part, now),
      waiting: waiting.get(part.id) ?? null,
      ...ownAnswer(standing, speaker?.id ?? null, part.id),
    })),
    places: placesOn(standing),
    names: isOrganisation ? membersOf(standing) : [],
    substitutes: isOrganisation || attendeeId ? [] : substitutesOn(standing),
    agenda: agenda.map(({ id, startsAt, title }) => ({ id, startsAt, title })),
    hasExhibition: facts.parts.some(({ kind }) => kind === 'exhibition'),
  }
}

export type AnswerPage = NonNullable<Awaited<ReturnType<typeof readAnswerPage>>>
export type AnswerPart = AnswerPage['parts'][number]

/** How the reader waits for each part that one is invited to; an organisation does so by those it names. */
async function readWaiting(
  read: Reader,
  standing: Standing,
  seatings: readonly Seating[],
  { attendeeId, offered }: { attendeeId: string | null; offered: readonly { id: string }[] },
): Promise<Map<string, WaitingFacts>> {
  const facts = new Map<string, WaitingFacts>()
  for (const { id: partId } of offered) {
    const seating = seatings.find((one) => one.partId === partId)
    facts.set(partId, await readWaitingFacts(read, standing, seating, { attendeeId, partId }))
  }
  return facts
}

function shown({ id, kind, name, startsAt, endsAt, audience, venue }: EventFacts['parts'][number]) {
  return { id, kind, name, startsAt, endsAt, audience, venue }
}

function saidSo({ attendances }: Standing, attendeeId: string): boolean {
  return attendances.some((row) => row.attendeeId === attendeeId && row.isOwnWord)
}

function ownAnswer(
  standing: Standing,
  attendeeId: string | null,
  partId: string,
): { status: AttendanceStatus; reason: string } {
  const rows = attendeeId
    ? standing.attendances.filter((row) => row.attendeeId === attendeeId)
    : standing.invited
  const own = rows.find((row) => row.partId === partId)
  return { status: own?.status ?? 'invited', reason: own?.reason ?? '' }
}

type Person = Standing['people'][number]

function readerOf({ honorific, names, position, organisationName, email, needs }: Person) {
  return { honorific, names, position, organisationName, needs, maskedAddress: masked(email ?? '') }
}

function sentBy(standing: Standing, { source, seat, substituteFor }: Person) {
  const guest = standing.people.find(({ id }) => id === substituteFor)
  return {
    seat: seat === 'alternate' ? ('alternate' as const) : ('delegate' as const),
    organisation: standing.organisation?.name ?? {},
    inPlaceOf: source === 'substitute' && guest ? guest.names : null,
  }
}

/** `a***@iom.int`: enough to know one's own address by, no more. */
function masked(address: string): string {
  const [name = '', domain] = address.split('@')
  return domain ? `${name.slice(0, 1)}***@${domain}` : ''
}

/** The parts that whoever has this link comes to, for a download to their own calendar. */
export async function readCalendarDates(read: Reader, answering: Answering, now: Date) {
  const [standing, facts] = await Promise.all([
    readStanding(read, answering, now),
    readEventFacts(read, answering.eventId),
  ])
  if (!standing || standing.event.state === 'cancelled') return null
  const speaker = speakerOf(standing, answering.attendeeId ?? null)
  const comes = (partId: string) =>
    standing.attendances.find(
      (row) => row.partId === partId && row.status === 'accepted' && row.attendeeId === speaker?.id,
    )
  const dates = facts.parts.flatMap((part) => {
    const attendance = comes(part.id)
    return attendance ? [{ part, attendeeId: attendance.attendeeId }] : []
  })
  return { facts, dates }
}
