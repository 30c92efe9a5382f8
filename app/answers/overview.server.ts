import { and, count, countDistinct, desc, eq, exists, inArray, ne, sql, sum } from 'drizzle-orm'
import type { EventScope } from '#app/accounts/scope.server.ts'
import { countUpTo, isLarge, readCounts } from '#app/events/counts.server.ts'
import type { Reader } from '#db/client.server.ts'
import { organisations } from '#db/schema/directory.server.ts'
import { parts } from '#db/schema/events.server.ts'
import {
  type AttendanceStatus,
  answers,
  attendances,
  attendees,
  invitationParts,
  invitations,
} from '#db/schema/invitations.server.ts'
import { type MessageState, messages } from '#db/schema/mail.server.ts'
import { isInstitution } from './institution-rows.server.ts'
import { countOpenRequests, reachedAnother } from './open-requests.server.ts'

/** Per part: its seats, how many stand where, and how many institutions have not answered. */
export async function readPartCounts(read: Reader, { eventId }: EventScope) {
  const [rows, counts, institutions] = await Promise.all([
    read.select().from(parts).where(eq(parts.eventId, eventId)).orderBy(parts.position),
    readCounts(read, eventId),
    read
      .select({ partId: invitationParts.partId, n: count() })
      .from(invitationParts)
      .innerJoin(invitations, eq(invitations.id, invitationParts.invitationId))
      .where(
        and(
          eq(invitations.eventId, eventId),
          isInstitution,
          ne(invitations.state, 'revoked'),
          eq(invitationParts.status, 'invited'),
        ),
      )
      .groupBy(invitationParts.partId),
  ])
  return rows.map((part) => {
    const of = (...statuses: AttendanceStatus[]) =>
      counts.attendances
        .filter(({ partId, status }) => partId === part.id && statuses.includes(status))
        .reduce((total, { n }) => total + n, 0)
    const silent = Number(institutions.find(({ partId }) => partId === part.id)?.n ?? 0)
    return {
      ...{ id: part.id, name: part.name, kind: part.kind, audience: part.audience },
      ...{ startsAt: part.startsAt, answerBy: part.answerBy, capacity: part.capacity },
      accepted: of('accepted', 'attended'),
      tentative: of('tentative'),
      declined: of('declined'),
      offered: of('offered'),
      waiting: of('waitlisted'),
      unanswered: of('invited') + silent,
    }
  })
}

export type PartCounts = Awaited<ReturnType<typeof readPartCounts>>[number]

/**
 * By kind of institution: how many invitations, and how many people come to a part one is invited to. None for a large
 * event: its kinds are asked for in the guest table.
 */
export async function readKindCounts(read: Reader, { eventId }: EventScope) {
  if (await isLarge(read, eventId)) return []
  const live = and(eq(invitations.eventId, eventId), ne(invitations.state, 'revoked'))
  const [persons, institutions, coming] = await Promise.all([
    read
      .select({ kind: organisations.kind, n: count() })
      .from(attendees)
      .innerJoin(invitations, and(eq(invitations.id, attendees.invitationId), live))
      .leftJoin(organisations, eq(organisations.id, attendees.organisationId))
      .where(and(eq(attendees.eventId, eventId), eq(attendees.source, 'invitation')))
      .groupBy(organisations.kind),
    read
      .select({ kind: organisations.kind, n: sum(invitations.seats) })
      .from(invitations)
      .innerJoin(organisations, eq(organisations.id, invitations.organisationId))
      .where(live)
      .groupBy(organisations.kind),
    read
      .select({ kind: organisations.kind, n: countDistinct(attendances.attendeeId) })
      .from(attendances)
      .innerJoin(
        parts,
        and(eq(parts.id, attendances.partId), eq(parts.eventId, eventId), eq(parts.audience, 'invited')),
      )
      .innerJoin(attendees, eq(attendees.id, attendances.attendeeId))
      .leftJoin(organisations, eq(organisations.id, attendees.organisationId))
      .where(and(eq(attendances.eventId, eventId), inArray(attendances.status, ['accepted', 'attended'])))
      .groupBy(organisations.kind),
  ])
  const kinds = [...new Set([...persons, ...institutions, ...coming].map(({ kind }) => kind ?? 'other'))]
  const total = (rows: { kind: string | null; n: number | string | null }[], wanted: string) =>
    rows.filter(({ kind }) => (kind ?? 'other') === wanted).reduce((all, { n }) => all + Number(n ?? 0), 0)
  return kinds
    .map((kind) => ({
      kind,
      invited: total(persons, kind) + total(institutions, kind),
      coming: total(coming, kind),
    }))
    .sort((a, b) => b.invited - a.invited)
}

/** Of the seats that institutions were offered, how many they have named somebody for. */
export async function readSeatsNamed(read: Reader, { eventId }: EventScope) {
  const comes = read
    .select({ one: sql`1` })
    .from(attendances)
    .where(and(eq(attendances.attendeeId, attendees.id), ne(attendances.status, 'cancelled')))
  const [offered, named] = await Promise.all([
    read
      .select({ n: sum(invitations.seats) })
      .from(invitations)
      .where(and(eq(invitations.eventId, eventId), isInstitution, ne(invitations.state, 'revoked'))),
    read
      .select({ n: count() })
      .from(attendees)
      .where(
        and(
          eq(attendees.eventId, eventId),
          // Word for word as the index `attendees_delegations` has it.
          sql`${attendees.source} <> 'invitation'`,
          eq(attendees.source, 'delegation'),
          eq(attendees.seat, 'delegate'),
          exists(comes),
        ),
      ),
  ])
  return { offered: Number(offered[0]?.n ?? 0), named: Number(named[0]?.n ?? 0) }
}

/** The latest of what guests and institutions said, newest first. */
export function readLatestAnswers(read: Reader, { eventId }: EventScope) {
  return read
    .select({
      id: answers.id,
      invitationId: answers.invitationId,
      status: answers.status,
      via: answers.via,
      at: answers.at,
      names: attendees.names,
      organisationName: sql<
        typeof attendees.$inferSelect.organisationName
      >`coalesce(${attendees.organisationName}, ${organisations.name})`.mapWith(attendees.organisationName),
      part: parts.name,
    })
    .from(answers)
    .innerJoin(parts, eq(parts.id, answers.partId))
    .leftJoin(attendees, eq(attendees.id, answers.attendeeId))
    .leftJoin(invitations, eq(invitations.id, answers.invitationId))
    .leftJoin(organisations, eq(organisations.id, invitations.organisationId))
    .where(eq(answers.eventId, eventId))
    .orderBy(desc(answers.at), desc(answers.id))
    .limit(8)
}

/**
 * What waits for somebody's decision: mails, links that reached the wrong person, requests, invitations not yet sent.
 * None is counted beyond a thousand.
 */
export async function readWaitingWork(read: Reader, scope: EventScope) {
  const { eventId } = scope
  const mail = (...states: MessageState[]) =>
    countUpTo(read, messages, and(eq(messages.eventId, eventId), inArray(messages.state, states)))
  const [failed, unknown, wrong, requests, unsent] = await Promise.all([
    mail('failed', 'bounced'),
    mail('unknown'),
    read
      .select({ id: invitations.id })
      .from(invitations)
      .where(
        and(
          eq(invitations.eventId, eventId),
          reachedAnother(invitations.wrongRecipientAt),
          ne(invitations.state, 'revoked'),
        ),
      )
      .limit(20),
    countOpenRequests(read, scope),
    countUpTo(read, invitations, and(eq(invitations.eventId, eventId), eq(invitations.state, 'draft'))),
  ])
  return {
    failed,
    unknown,
    wrongRecipients: wrong.map(({ id }) => id),
    unsent,
    requests,
  }
}
