import type { Language } from '#app/i18n/languages.ts'
import type { AttendanceStatus, AttendeeSeat } from '#db/schema/invitations.server.ts'
import { describedAs, type KnownPerson, personFrom } from './people.ts'
import { isAnotherPerson, mergeRow } from './row-merge.ts'
import type { NamedPerson } from './rules.ts'

type Attendee = KnownPerson & { id: string; seat: AttendeeSeat; isHead: boolean; source: string }
type Attendance = { attendeeId: string; status: AttendanceStatus }
export type Named = {
  invitation: { seats: number; alternates: number; language: Language }
  people: readonly Attendee[]
  attendances: readonly Attendance[]
}

/** One of a delegation as an answer leaves it. */
export type Member = {
  id: string
  /** As they are on record; null when they are named for the first time. */
  knownAs: Attendee | null
  seat: AttendeeSeat
  person: KnownPerson
  isHead: boolean
  rank: number
  isTouched: boolean
  /** They are written to at another address than before: their old link may lie with somebody else. */
  isReaddressed: boolean
  /** Whose row they were written into. */
  replaces: string | null
}
export type Delegation = { members: Member[]; leaving: string[] }
export type DelegationRefusal =
  | { ok: false; reason: 'tooManyNames' }
  | { ok: false; reason: 'changedMeanwhile'; clashes: Clash[] }
/** Whose row, and which of its fields somebody else has changed since the form was shown. */
export type Clash = { id: string; fields: string[] }

/** Those an organisation has on its list, in their order. */
export function listed<Person extends Pick<Attendee, 'seat' | 'source'>>(
  people: readonly Person[],
): Person[] {
  return people.filter(
    ({ seat, source }) => source === 'delegation' && seat !== 'refused' && seat !== 'removed',
  )
}

/** Whether a delegate still takes one of the organisation's seats: not once they have declined for themselves. */
export function takesSeat(attendances: readonly Attendance[], { id, seat }: Pick<Attendee, 'id' | 'seat'>) {
  const theirs = attendances.filter(({ attendeeId }) => attendeeId === id)
  return seat === 'delegate' && !(theirs.length > 0 && theirs.every(({ status }) => status === 'declined'))
}

/** How many delegates and alternates an organisation may name besides those it has; negative when it has too many. */
export function placesLeft({ invitation, people, attendances }: Named) {
  const members = listed(people)
  return {
    delegate: invitation.seats - members.filter((member) => takesSeat(attendances, member)).length,
    alternate: invitation.alternates - members.filter(({ seat }) => seat === 'alternate').length,
  }
}

/**
 * What becomes of a delegation by the rows of a form: merged with what others wrote meanwhile, row by row; whoever is
 * not in the form stays. Who is named beyond the seats becomes a request; who has a seat keeps it. Refused: an alternate
 * who is to move up where no seat is free, and the other way round.
 */
export function planDelegation(
  named: Named,
  rows: readonly NamedPerson[],
  language: Language,
): ({ ok: true } & Delegation) | DelegationRefusal {
  const before = listed(named.people)
  const merged = rows.map((row) => mergedRow(row, { before, named, language }))
  const clashes = merged.flatMap(({ clash }) => clash ?? [])
  if (clashes.length) return { ok: false, reason: 'changedMeanwhile', clashes }
  const changed = merged.flatMap(({ member }) => member ?? [])
  const leaving = merged.flatMap(({ leaves }) => leaves ?? [])
  const staying = before.flatMap((known) => {
    const heir = changed.find(({ replaces }) => replaces === known.id)
    if (leaving.includes(known.id)) return heir ?? []
    return changed.find(({ id }) => id === known.id) ?? unchanged(known)
  })
  const strangers = changed.filter(({ knownAs, replaces }) => !knownAs && !replaces)
  const all = inOrder([...staying, ...strangers])
  if (!giveSeats(all, named, leaving)) return { ok: false, reason: 'tooManyNames' }
  return { ok: true, members: withHead(all, rows, merged), leaving }
}

type Draft = Member & { wanted: AttendeeSeat; place: number | null }
type Merged = { member?: Draft; leaves?: string; clash?: Clash }

function unchanged(known: Attendee): Draft {
  const { id, seat, isHead } = known
  return {
    ...{ id, knownAs: known, seat, wanted: seat, person: known, isHead, rank: 0, place: null },
    ...{ isTouched: false, isReaddressed: false, replaces: null },
  }
}

type Merging = { before: readonly Attendee[]; named: Named; language: Language }

function mergedRow(row: NamedPerson, { before, named, language }: Merging): Merged {
  const fallback = named.invitation.language
  // The same form once more: the person it named is there.
  if (named.people.some(({ id }) => id === row.spareId)) return {}
  const known = before.find(({ id }) => id === row.id)
  if (!known) return row.isRemoved ? {} : { member: stranger(row, { language, fallback, replaces: null }) }
  const current = { ...describedAs(known, language), seat: wantedBy(known) }
  const {
    row: result,
    isTouched,
    clash,
  } = mergeRow(row, row.seen ?? { ...current, place: null, isHead: false }, current)
  if (row.isRemoved)
    return isSame(current, row.seen) ? { leaves: known.id } : { clash: { id: known.id, fields: ['latin'] } }
  if (clash.length) return { clash: { id: known.id, fields: clash } }
  const place = row.place !== row.seen?.place ? row.place : null
  if (!isTouched) return { member: { ...unchanged(known), place } }
  if (isAnotherPerson(current, result))
    return {
      member: {
        ...stranger({ ...row, ...result }, { language, fallback, replaces: known.id }),
        place,
      },
      leaves: known.id,
    }
  const person = personFrom(result, { known, language, fallback })
  return {
    member: {
      ...unchanged(known),
      ...{ person, place, isTouched: true, wanted: result.seat },
      isReaddressed: (known.email ?? '').toLowerCase() !== (person.email ?? '').toLowerCase(),
    },
  }
}

type Naming = { language: Language; fallback: Language; replaces: string | null }

function stranger(row: NamedPerson, { language, fallback, replaces }: Naming): Draft {
  return {
    id: row.spareId,
    ...{ knownAs: null, seat: 'requested', wanted: row.seat, isHead: false, rank: 0, place: row.place },
    person: personFrom(row, { known: null, language, fallback }),
    ...{ isTouched: true, isReaddressed: false, replaces },
  }
}

/** What the form shows as somebody's seat: a request is for a delegate's. */
export function wantedBy({ seat }: { seat: AttendeeSeat }): 'delegate' | 'alternate' {
  return seat === 'alternate' ? 'alternate' : 'delegate'
}

function isSame(current: object, seen: object | null): boolean {
  return (
    !seen || Object.entries(current).every(([field, value]) => seen[field as keyof typeof seen] === value)
  )
}

/** Those who moved stand where the form put them; the others keep their order around them. */
function inOrder(drafts: Draft[]): Draft[] {
  const keyed = drafts.map((draft, index) => {
    const [from, to] = [index + 1, draft.place]
    return { draft, key: to === null || to === from ? from : to > from ? to + 0.5 : to - 0.5 }
  })
  return keyed.sort((a, b) => a.key - b.key).map(({ draft }, rank) => ({ ...draft, rank }))
}

/** Seats for all, first those who have one; false when somebody who is to move cannot. */
function giveSeats(drafts: Draft[], { invitation, attendances }: Named, leaving: readonly string[]): boolean {
  const keeps = (draft: Draft) => draft.knownAs !== null && draft.seat === draft.wanted
  const holders = drafts.filter((draft) => keeps(draft) && draft.seat !== 'requested')
  const left = {
    delegate: invitation.seats - holders.filter((holder) => takesSeat(attendances, holder)).length,
    alternate: invitation.alternates - holders.filter(({ seat }) => seat === 'alternate').length,
  }
  const heirs = (draft: Draft) => (draft.replaces && leaving.includes(draft.replaces) ? 0 : 1)
  const others = drafts.filter((draft) => !holders.includes(draft))
  const waited = (draft: Draft) => (draft.knownAs ? 0 : 1)
  for (const draft of others.toSorted((a, b) => heirs(a) - heirs(b) || waited(a) - waited(b))) {
    const wanted = wantedBy({ seat: draft.wanted })
    if (left[wanted] > 0) {
      left[wanted]--
      draft.seat = wanted
    } else if (draft.knownAs && draft.seat !== 'requested') return false
  }
  return true
}

/** One head at most; who has been made one since the form was shown stays it, unless the form says otherwise. */
function withHead(drafts: Draft[], rows: readonly NamedPerson[], merged: readonly Merged[]): Member[] {
  const chosen = rows.findIndex(({ isHead }) => isHead)
  const isNews = chosen >= 0 && !rows[chosen]?.seen?.isHead
  const head = isNews ? merged[chosen]?.member?.id : drafts.find(({ isHead }) => isHead)?.id
  return drafts.map(({ wanted: _, place: __, ...member }) => ({ ...member, isHead: member.id === head }))
}
