import { and, eq, inArray } from 'drizzle-orm'
import type { EventScope } from '#app/accounts/scope.server.ts'
import { breathe, chunked } from '#app/invitations/inviting.server.ts'
import { checked } from '#db/checked.server.ts'
import type { Reader } from '#db/client.server.ts'
import { persons } from '#db/schema/directory.server.ts'
import { type AttendeeSeat, attendees, invitations } from '#db/schema/invitations.server.ts'
import { readGuestParts } from './guest-choices.server.ts'
import { type GuestFilter, guestFilter } from './guest-filter.ts'
import { readAllKeys } from './guest-list.server.ts'
import type { RowKey } from './guest-order.server.ts'

/** Rows one marked, or everybody whom the filter shows. */
export type Selection = { everybody: boolean; picks: RowKey[]; filter: GuestFilter }

/** The selection that an address names: `pick=p.{attendee}`, `pick=i.{invitation}`, or `everybody=yes`. */
export async function selectionOf(
  read: Reader,
  scope: EventScope,
  parameters: URLSearchParams,
): Promise<Selection> {
  const filter = guestFilter(parameters)
  const [part] = filter.part ? [] : await readGuestParts(read, scope)
  const picks = parameters.getAll('pick').flatMap((pick): RowKey[] => {
    const [kind, id] = [pick.slice(0, 2), pick.slice(2, 66)]
    if (kind === 'p.') return [{ kind: 'person', id }]
    return kind === 'i.' ? [{ kind: 'institution', id }] : []
  })
  return {
    everybody: parameters.get('everybody') === 'yes',
    picks: picks.slice(0, 500),
    filter: { ...filter, part: filter.part ?? part?.id ?? null },
  }
}

/** Somebody selected, with what a change of many looks at. */
export type Chosen = {
  attendeeId: string | null
  invitationId: string | null
  personId: string | null
  /** Of the attendee; an institution has its invitation's. */
  language: string
  /** Whether the invitation is this row's own, not its institution's. */
  isOwn: boolean
  invitation: {
    language: string
    policy: string
    state: string
    answeredAt: Date | null
    remindersStoppedAt: Date | null
  } | null
  /** Which place they have; an institution that has named nobody has a delegate's. */
  seat: AttendeeSeat
  tags: string[] | null
}

/** Everybody selected, in slices. Ids from elsewhere are passed over. */
export async function* readSelected(read: Reader, scope: EventScope, selection: Selection) {
  for await (const keys of keysOf(read, scope, selection)) {
    for (const some of chunked(keys)) {
      const of = (kind: RowKey['kind']) => some.filter((key) => key.kind === kind).map(({ id }) => id)
      yield [
        ...(await readPeople(read, scope, of('person'))),
        ...(await readInstitutions(read, scope, of('institution'))),
      ]
      await breathe()
    }
  }
}

async function* keysOf(read: Reader, scope: EventScope, { everybody, picks, filter }: Selection) {
  if (everybody) yield* readAllKeys(read, scope, filter)
  else yield picks
}

const shown = {
  language: invitations.language,
  policy: invitations.policy,
  state: invitations.state,
  answeredAt: invitations.answeredAt,
  remindersStoppedAt: invitations.remindersStoppedAt,
}

async function readPeople(read: Reader, { eventId }: EventScope, ids: string[]): Promise<Chosen[]> {
  if (!ids.length) return []
  const rows = await read
    .select({
      attendeeId: attendees.id,
      invitationId: attendees.invitationId,
      personId: attendees.personId,
      language: attendees.language,
      source: attendees.source,
      seat: attendees.seat,
      invitation: shown,
      tags: persons.tags,
    })
    .from(attendees)
    .leftJoin(invitations, eq(invitations.id, attendees.invitationId))
    .leftJoin(persons, eq(persons.id, attendees.personId))
    .where(and(checked(eq(attendees.eventId, eventId)), inArray(attendees.id, ids)))
  return rows.map(({ source, ...row }) => ({ ...row, isOwn: source === 'invitation' }))
}

async function readInstitutions(read: Reader, { eventId }: EventScope, ids: string[]): Promise<Chosen[]> {
  if (!ids.length) return []
  const rows = await read
    .select({ invitationId: invitations.id, invitation: shown })
    .from(invitations)
    .where(and(checked(eq(invitations.eventId, eventId)), inArray(invitations.id, ids)))
  return rows.map((row) => ({
    ...row,
    ...{ attendeeId: null, personId: null, language: row.invitation.language, isOwn: true, tags: null },
    seat: 'delegate',
  }))
}
