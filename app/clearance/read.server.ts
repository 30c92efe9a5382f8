import { and, asc, count, eq, exists, inArray, isNull, like, not, or, type SQL, sql } from 'drizzle-orm'
import type { EventScope } from '#app/accounts/scope.server.ts'
import { foldedWords } from '#app/directory/fold.ts'
import type { Reader } from '#db/client.server.ts'
import { clearanceForms } from '#db/schema/clearance.server.ts'
import { attendances, attendees } from '#db/schema/invitations.server.ts'
import { type FormState, formState } from './rules.ts'
import type { ClearanceSettings } from './settings.server.ts'

export const peoplePerPage = 100

/** Whether an attendee comes to a part whose gate wants to know them. */
export function isExpected(read: Reader, { partIds }: Pick<ClearanceSettings, 'partIds'>): SQL {
  return exists(
    read
      .select({ one: sql`1` })
      .from(attendances)
      .where(
        and(
          eq(attendances.attendeeId, attendees.id),
          inArray(attendances.status, ['accepted', 'attended']),
          inArray(attendances.partId, partIds),
        ),
      ),
  )
}

/** A form is its attendee's only as long as the same name has the seat. */
export const isTheirs = and(
  eq(clearanceForms.attendeeId, attendees.id),
  eq(clearanceForms.writtenFor, attendees.sortKey),
)

export type PeopleFilter = { search: string; state: 'missing' | 'complete' | null }

/** Who is expected at the gate, a page of them, and whether their form is there. Nothing under the seal is read. */
export async function readExpected(
  read: Reader,
  scope: EventScope,
  settings: ClearanceSettings,
  { filter, page }: { filter: PeopleFilter; page: number },
) {
  const rows = await read
    .select({ ...shown, total: sql<number>`count(*) over ()` })
    .from(attendees)
    .leftJoin(clearanceForms, isTheirs)
    .where(and(...expectedHere(read, scope, settings), ...matching(filter, settings)))
    .orderBy(asc(attendees.sortKey), asc(attendees.id))
    .limit(peoplePerPage)
    .offset((page - 1) * peoplePerPage)
  return {
    total: Number(rows[0]?.total ?? 0),
    people: rows.map((row) => ({ ...row, state: stateOf(row.form, settings) })),
  }
}

export type ExpectedPerson = Awaited<ReturnType<typeof readExpected>>['people'][number]

const shown = {
  id: attendees.id,
  names: attendees.names,
  position: attendees.position,
  organisationName: attendees.organisationName,
  form: {
    savedAt: clearanceForms.savedAt,
    via: clearanceForms.via,
    hasBothNames: clearanceForms.hasBothNames,
    hasBirthOn: clearanceForms.hasBirthOn,
  },
}

/** How many are expected, and how many of them are in which state. */
export async function countExpected(
  read: Reader,
  scope: Pick<EventScope, 'eventId'>,
  settings: ClearanceSettings,
): Promise<Record<FormState | 'all', number>> {
  const complete = sql<number>`sum(case when ${isComplete(settings)} then 1 else 0 end)`
  const there = sql<number>`sum(case when ${clearanceForms.attendeeId} is null then 0 else 1 end)`
  const [row] = await read
    .select({ all: count(), there, complete })
    .from(attendees)
    .leftJoin(clearanceForms, isTheirs)
    .where(and(...expectedHere(read, scope, settings)))
  const all = Number(row?.all ?? 0)
  const filled = Number(row?.there ?? 0)
  const full = Number(row?.complete ?? 0)
  return { all, missing: all - filled, incomplete: filled - full, complete: full }
}

/** One expected person; null when they are not expected, or of another event. */
export async function readExpectedPerson(
  read: Reader,
  scope: Pick<EventScope, 'eventId'>,
  settings: ClearanceSettings,
  attendeeId: string,
) {
  const [row] = await read
    .select({ ...shown, sealed: clearanceForms.sealed })
    .from(attendees)
    .leftJoin(clearanceForms, isTheirs)
    .where(and(...expectedHere(read, scope, settings), eq(attendees.id, attendeeId)))
  return row ? { ...row, state: stateOf(row.form, settings) } : null
}

export function expectedHere(
  read: Reader,
  { eventId }: Pick<EventScope, 'eventId'>,
  settings: ClearanceSettings,
): SQL[] {
  return [eq(attendees.eventId, eventId), isExpected(read, settings)]
}

function isComplete({ asked }: ClearanceSettings): SQL {
  return (
    and(
      not(isNull(clearanceForms.attendeeId)),
      asked.includes('bothNames') ? eq(clearanceForms.hasBothNames, true) : undefined,
      asked.includes('birthOn') ? eq(clearanceForms.hasBirthOn, true) : undefined,
    ) ?? sql`1 = 1`
  )
}

/** Without a form, or with one that lacks what is demanded. */
export function isWanting(settings: ClearanceSettings): SQL | undefined {
  return or(isNull(clearanceForms.attendeeId), not(isComplete(settings)))
}

function matching({ search, state }: PeopleFilter, settings: ClearanceSettings): (SQL | undefined)[] {
  return [
    ...foldedWords(search).map((word) => like(attendees.searchKey, `%${word}%`)),
    state === 'missing' ? isWanting(settings) : state === 'complete' ? isComplete(settings) : undefined,
  ]
}

export function stateOf(
  form: { hasBothNames: boolean | null; hasBirthOn: boolean | null; savedAt: Date | null } | null,
  { asked }: Pick<ClearanceSettings, 'asked'>,
): FormState {
  const isThere = form !== null && form.savedAt !== null
  const held = isThere && { hasBothNames: form.hasBothNames === true, hasBirthOn: form.hasBirthOn === true }
  return formState(held || null, asked)
}
