import { and, eq, inArray, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { EventScope } from '#app/accounts/scope.server.ts'
import { checked } from '#db/checked.server.ts'
import type { Reader } from '#db/client.server.ts'
import { type OrganisationKind, organisations, type PersonNames } from '#db/schema/directory.server.ts'
import {
  type AnswerChannel,
  type AttendanceStatus,
  attendances,
  attendees,
  invitationParts,
  invitations,
} from '#db/schema/invitations.server.ts'
import { type MessageState, messages } from '#db/schema/mail.server.ts'
import type { RowKey } from './guest-order.server.ts'

export type Stand = {
  partId: string
  status: AttendanceStatus
  reason: string
  via: AnswerChannel | null
  at: Date | null
}
type LastMail = {
  invitationId: string | null
  attendeeId: string | null
  kind: (typeof messages.$inferSelect)['kind']
  state: MessageState
  at: Date
}

/** One row of the guest table: a person, or an institution that has named nobody. */
export type GuestRow = Pick<
  typeof attendees.$inferSelect,
  | 'id'
  | 'source'
  | 'seat'
  | 'isHead'
  | 'honorific'
  | 'names'
  | 'position'
  | 'organisationName'
  | 'organisationId'
  | 'email'
  | 'phone'
  | 'language'
  | 'needs'
> & {
  rowKind: RowKey['kind']
  /** Of a substitute, whom they come in place of. */
  inPlaceOf: PersonNames | null
  /** Null for who came by the door alone. */
  invitationId: string | null
  kind: OrganisationKind | null
  invitation:
    | (Pick<typeof invitations.$inferSelect, 'state' | 'seats' | 'message' | 'wrongRecipientAt'> & {
        isOrganisation: boolean
      })
    | null
  standing: Stand[]
  mail: LastMail | null
}

/** What the table and the spreadsheet show of these rows, in their order. */
export async function readRows(
  read: Reader,
  scope: EventScope,
  keys: readonly RowKey[],
): Promise<GuestRow[]> {
  const idsOf = (kind: RowKey['kind']) => keys.filter((key) => key.kind === kind).map(({ id }) => id)
  const [people, institutions] = await Promise.all([
    readPeople(read, scope, idsOf('person')),
    readInstitutions(read, scope, idsOf('institution')),
  ])
  const rows = new Map([...people, ...institutions].map((row) => [row.id, row]))
  const mails = await readLastMails(
    read,
    scope,
    [...rows.values()].flatMap(({ invitationId }) => invitationId ?? []),
  )
  return keys.flatMap(({ id }) => {
    const row = rows.get(id)
    if (!row) return []
    const theirs = mails.get(row.invitationId ?? '') ?? []
    return [{ ...row, mail: theirs.find(({ attendeeId }) => !attendeeId || attendeeId === id) ?? null }]
  })
}

const shownOfInvitation = {
  state: invitations.state,
  seats: invitations.seats,
  message: invitations.message,
  wrongRecipientAt: invitations.wrongRecipientAt,
  isOrganisation: sql<boolean>`${invitations.organisationId} is not null`.mapWith(Boolean),
}

type Row = Omit<GuestRow, 'mail'>

const replaced = alias(attendees, 'replaced')

async function readPeople(read: Reader, { eventId }: EventScope, ids: string[]): Promise<Row[]> {
  if (!ids.length) return []
  const [people, standing] = await Promise.all([
    read
      .select({
        id: attendees.id,
        invitationId: attendees.invitationId,
        source: attendees.source,
        seat: attendees.seat,
        isHead: attendees.isHead,
        inPlaceOf: replaced.names,
        honorific: attendees.honorific,
        names: attendees.names,
        position: attendees.position,
        organisationName: attendees.organisationName,
        organisationId: attendees.organisationId,
        kind: organisations.kind,
        email: attendees.email,
        phone: attendees.phone,
        language: attendees.language,
        needs: attendees.needs,
        invitation: shownOfInvitation,
      })
      .from(attendees)
      .leftJoin(invitations, eq(invitations.id, attendees.invitationId))
      .leftJoin(organisations, eq(organisations.id, attendees.organisationId))
      .leftJoin(replaced, eq(replaced.id, attendees.substituteFor))
      .where(and(checked(eq(attendees.eventId, eventId)), inArray(attendees.id, ids))),
    read
      .select({
        attendeeId: attendances.attendeeId,
        partId: attendances.partId,
        status: attendances.status,
        reason: attendances.reason,
        via: attendances.answeredVia,
        at: attendances.answeredAt,
      })
      .from(attendances)
      .where(inArray(attendances.attendeeId, ids)),
  ])
  const byPerson = Map.groupBy(standing, ({ attendeeId }) => attendeeId)
  return people.map(({ id, ...person }) => ({
    ...person,
    id,
    rowKind: 'person' as const,
    standing: (byPerson.get(id) ?? []).map(({ attendeeId: _, ...stand }) => stand),
  }))
}

/** An institution that has named nobody stands for itself, by its own word on each part. */
async function readInstitutions(read: Reader, { eventId }: EventScope, ids: string[]): Promise<Row[]> {
  if (!ids.length) return []
  const [rows, standing] = await Promise.all([
    read
      .select({
        id: invitations.id,
        organisationId: invitations.organisationId,
        organisationName: organisations.name,
        kind: organisations.kind,
        email: organisations.email,
        phone: organisations.phone,
        language: invitations.language,
        answeredAt: invitations.answeredAt,
        invitation: shownOfInvitation,
      })
      .from(invitations)
      .innerJoin(organisations, eq(organisations.id, invitations.organisationId))
      .where(and(checked(eq(invitations.eventId, eventId)), inArray(invitations.id, ids))),
    read.select().from(invitationParts).where(inArray(invitationParts.invitationId, ids)),
  ])
  const byInvitation = Map.groupBy(standing, ({ invitationId }) => invitationId)
  return rows.map(({ answeredAt, ...row }) => ({
    ...row,
    ...{ invitationId: row.id, rowKind: 'institution' as const },
    ...{ source: 'invitation' as const, seat: 'delegate' as const, honorific: {}, names: {}, position: {} },
    ...{ isHead: false, inPlaceOf: null, needs: {} },
    standing: (byInvitation.get(row.id) ?? []).map(({ partId, status, reason }) => ({
      ...{ partId, status, reason, via: null, at: answeredAt },
    })),
  }))
}

/** The mails of these invitations, the latest first. */
async function readLastMails(
  read: Reader,
  { eventId }: EventScope,
  invitationIds: string[],
): Promise<Map<string, LastMail[]>> {
  if (!invitationIds.length) return new Map()
  const rows = await read
    .select({
      invitationId: messages.invitationId,
      attendeeId: messages.attendeeId,
      kind: messages.kind,
      state: messages.state,
      at: messages.createdAt,
    })
    .from(messages)
    .where(
      and(
        checked(eq(messages.eventId, eventId)),
        inArray(messages.invitationId, [...new Set(invitationIds)]),
      ),
    )
  // Sorted here: asked to sort, SQLite would read all mails of the event in their order.
  rows.sort((a, b) => b.at.getTime() - a.at.getTime())
  return Map.groupBy(rows, ({ invitationId }) => invitationId ?? '')
}
