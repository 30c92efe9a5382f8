import { agendaTeaser } from '#app/agenda/read.server.ts'
import { type EventFacts, readEventFacts } from '#app/events/facts.server.ts'
import type { Reader } from '#db/client.server.ts'
import type { AttendanceStatus } from '#db/schema/invitations.server.ts'
import { answersUntil, type Seating, takesAnswers } from './rules.ts'
import { type Answering, readSeatings, readStanding, type Standing } from './standing.server.ts'

/** Everything a guest's page says; null when the invitation is gone. What is not the reader's own is not in it. */
export async function readAnswerPage(read: Reader, answering: Answering, now: Date) {
  const [standing, facts] = await Promise.all([
    readStanding(read, answering),
    readEventFacts(read, answering.eventId),
  ])
  if (!standing) return null
  const { invitation } = standing
  const isOrganisation = invitation.organisationId !== null
  const offered = facts.parts.filter(({ id, audience }) =>
    isOrganisation
      ? standing.invited.some(({ partId }) => partId === id)
      : audience === 'open' || !['cancelled', null].includes(statusOf(standing, id)),
  )
  const seatings = await readSeatings(
    read,
    standing,
    offered.map(({ id }) => ({ partId: id })),
  )
  const agenda = await agendaTeaser(
    read,
    answering.eventId,
    5,
    offered.filter(({ audience }) => audience === 'invited').map(({ id }) => id),
  )
  const { parts: _, officeId: __, eventId: ___, office, ...event } = facts
  return {
    isOrganisation,
    event: { ...event, office: { name: office.name, address: office.replyTo ?? office.senderAddress } },
    reader: isOrganisation ? null : readerOf(standing),
    organisation: standing.organisation?.name ?? null,
    language: invitation.language,
    seats: invitation.seats,
    alternates: invitation.alternates,
    hasAnswered: invitation.answeredAt !== null,
    message: invitation.message,
    parts: offered.map((part) => ({
      ...shown(part),
      until: answersUntil(part),
      isOpen: takesAnswers(event, part, now),
      isFull: seatings.some((seats) => seats.partId === part.id && isFull(seats)),
      ...ownAnswer(standing, part.id),
    })),
    names: isOrganisation ? namedPeople(standing) : [],
    agenda: agenda.map(({ id, startsAt, title }) => ({ id, startsAt, title })),
    hasExhibition: facts.parts.some(({ kind }) => kind === 'exhibition'),
  }
}

export type AnswerPage = NonNullable<Awaited<ReturnType<typeof readAnswerPage>>>
export type AnswerPart = AnswerPage['parts'][number]

function isFull({ capacity, taken }: Seating): boolean {
  return capacity !== null && taken >= capacity
}

function shown({ id, kind, name, startsAt, endsAt, audience, venue }: EventFacts['parts'][number]) {
  return { id, kind, name, startsAt, endsAt, audience, venue }
}

function statusOf({ people, attendances }: Standing, partId: string): AttendanceStatus | null {
  const own = attendances.find((row) => row.partId === partId && row.attendeeId === people[0]?.id)
  return own?.status ?? null
}

function ownAnswer(standing: Standing, partId: string): { status: AttendanceStatus; reason: string } {
  const { invitation, invited, attendances } = standing
  if (invitation.organisationId) {
    const own = invited.find((row) => row.partId === partId)
    return { status: own?.status ?? 'invited', reason: own?.reason ?? '' }
  }
  const own = attendances.find((row) => row.partId === partId)
  return { status: own?.status ?? 'invited', reason: own?.reason ?? '' }
}

function readerOf({ people }: Standing) {
  const [person] = people
  return {
    honorific: person?.honorific ?? {},
    names: person?.names ?? {},
    position: person?.position ?? {},
    organisationName: person?.organisationName ?? {},
    maskedAddress: masked(person?.email ?? ''),
    needs: person?.needs ?? {},
  }
}

/** `a***@iom.int`: enough to know one's own address by, no more. */
function masked(address: string): string {
  const [name = '', domain] = address.split('@')
  return domain ? `${name.slice(0, 1)}***@${domain}` : ''
}

function namedPeople({ people, attendances }: Standing) {
  return people.flatMap(({ id, seat, names, position, email, phone }) => {
    const statuses = attendances
      .filter(({ attendeeId }) => attendeeId === id)
      .map(({ partId, status }) => ({ partId, status }))
    return statuses.some(({ status }) => status !== 'cancelled')
      ? [{ id, seat, names, position, email, phone, statuses }]
      : []
  })
}

/** The parts this invitation's people come to, for a download to their own calendar. */
export async function readCalendarDates(read: Reader, answering: Answering) {
  const [standing, facts] = await Promise.all([
    readStanding(read, answering),
    readEventFacts(read, answering.eventId),
  ])
  if (!standing || standing.event.state === 'cancelled') return null
  const comes = (partId: string) =>
    standing.attendances.find((row) => row.partId === partId && row.status === 'accepted')
  const dates = facts.parts.flatMap((part) => {
    const attendance = comes(part.id)
    return attendance ? [{ part, attendeeId: attendance.attendeeId }] : []
  })
  return { facts, dates }
}
