import { and, eq, inArray } from 'drizzle-orm'
import type { Language, Localized } from '#app/i18n/languages.ts'
import { chunked } from '#app/invitations/inviting.server.ts'
import { answerLink, attendeeLink, type Site } from '#app/invitations/token.server.ts'
import type { Reader } from '#db/client.server.ts'
import type { PersonNames } from '#db/schema/directory.server.ts'
import { attendances, attendees, invitations } from '#db/schema/invitations.server.ts'
import type { Member } from './delegation.ts'
import type { LetterCause } from './letter.ts'
import type { Expected } from './letters.server.ts'
import type { KnownPerson } from './people.ts'
import { hasOwnLink } from './save-people.server.ts'
import { isInLine, lineOrder } from './seating.server.ts'
import type { Change } from './seats.ts'
import type { Standing } from './standing.server.ts'

/** Somebody to whom a mail about their own standing is written. */
export type LetterReader = {
  attendeeId: string
  invitationId: string | null
  names: PersonNames
  organisationName: Localized
  email: string | null
  language: Language
  /** The page on which this reader answers for themselves; null for whoever has none. */
  linkAt: (site: Site) => string | null
  /** Who comes in whose place. */
  other?: PersonNames
}

/** Why somebody is written to, where it is not an answer of their own, and whom else it is about. */
export type Telling = {
  attendeeId: string
  cause: LetterCause
  other: PersonNames
  /** Somebody who was named in this very act, or who had no link before it. */
  person?: KnownPerson
}

/** Who reads about changes; `former` is whoever had this seat under another address. */
export function readersOf(
  { standing, delegation, told }: Expected,
  attendeeId: string,
): { reader: LetterReader; former: LetterReader | null } {
  const known = standing?.people.find((person) => person.id === attendeeId)
  const before = known && standing ? knownReader(standing, known) : null
  const member = delegation?.members.find(({ id }) => id === attendeeId)
  if (member && standing)
    return {
      reader: memberReader(standing, member),
      former: member.isReaddressed && before?.email ? before : null,
    }
  const telling = told?.find((one) => one.attendeeId === attendeeId)
  if (telling?.person && standing)
    return { reader: newcomer(standing, attendeeId, telling.person), former: null }
  return { reader: before ?? proposed(attendeeId), former: null }
}

/** Whoever is only proposed is not written to: the organiser may say no. */
function proposed(attendeeId: string): LetterReader {
  const nothing = { invitationId: null, names: {}, organisationName: {}, email: null }
  return { ...nothing, attendeeId, language: 'en', linkAt: () => null }
}

type Attendee = Standing['people'][number]

function knownReader({ invitation }: Standing, person: Attendee): LetterReader {
  const { names, organisationName, email, language } = person
  return {
    ...{ attendeeId: person.id, invitationId: invitation.id, names, organisationName, email, language },
    linkAt: linkOf(person, invitation),
  }
}

/** The page on which somebody answers for themselves. */
export function linkOf(
  { id, source, seat, tokenVersion }: Pick<Attendee, 'id' | 'source' | 'seat' | 'tokenVersion'>,
  invitation: Parameters<typeof answerLink>[1] | null,
) {
  if (source === 'invitation') return (site: Site) => invitation && answerLink(site, invitation)
  return (site: Site) => (hasOwnLink(seat) ? attendeeLink(site, { id, tokenVersion }) : null)
}

function memberReader(standing: Standing, member: Member): LetterReader {
  const { id, seat, person, isReaddressed } = member
  const known = standing.people.find((one) => one.id === id)
  const tokenVersion = (known?.tokenVersion ?? 1) + Number(isReaddressed)
  return {
    ...{ attendeeId: id, invitationId: standing.invitation.id },
    ...{ names: person.names, email: person.email, language: person.language },
    organisationName: known?.organisationName ?? standing.organisation?.name ?? {},
    linkAt: (site) => (hasOwnLink(seat) ? attendeeLink(site, { id, tokenVersion }) : null),
  }
}

/** Somebody whom this act gives a link of their own. */
function newcomer(
  { invitation, people, organisation }: Standing,
  id: string,
  person: KnownPerson,
): LetterReader {
  const known = people.find((one) => one.id === id)
  return {
    ...{ attendeeId: id, invitationId: invitation.id },
    ...{ names: person.names, email: person.email, language: person.language },
    organisationName: known?.organisationName ?? organisation?.name ?? {},
    linkAt: (site) => attendeeLink(site, { id, tokenVersion: known?.tokenVersion ?? 1 }),
  }
}

/** Why somebody is written to about changes that no act of its own explains. */
export function causeOf(
  { attendeeId }: LetterReader,
  changes: readonly Change[],
  { delegation, standing }: Expected,
): LetterCause {
  if (changes.every(({ to }) => to === 'cancelled')) return 'withdrawn'
  const isMember = delegation?.members.some(({ id }) => id === attendeeId)
  return isMember && standing ? 'named' : 'answered'
}

// Others may give up seats at the same moment, and each then needs the letter of somebody further back.
const reserve = 10

type InLine = { reader: LetterReader; change: Change }

/** Those whose turn on a waiting list is expected or whose offer ends, and some behind them who may be next. */
export async function readThoseInLine(
  read: Reader,
  { changes, ended }: { changes: readonly Change[]; ended: readonly Change[] },
): Promise<InLine[]> {
  const movedUp = changes.filter((change) => change.movedUp)
  const inLine: InLine[] = []
  for (const [partId, theirs] of Map.groupBy(movedUp, (change) => change.partId))
    for (const reader of await readFirst(read, partId, theirs.length + reserve)) {
      const own = theirs.find(({ attendeeId }) => attendeeId === reader.attendeeId)
      inLine.push({ reader, change: own ?? likewise(reader, theirs) })
    }
  // Who is passed over, moved up by hand or had an offer does not stand at the front.
  const isKnown = (change: Change) => inLine.some((one) => one.change === change)
  const others = [...movedUp, ...ended].filter((change) => !isKnown(change))
  const readers = await readReaders(read, [...new Set(others.map(({ attendeeId }) => attendeeId))])
  return [
    ...inLine,
    ...others.flatMap((change) => {
      const reader = readers.find(({ attendeeId }) => attendeeId === change.attendeeId)
      return reader ? [{ reader, change }] : []
    }),
  ]
}

/** What somebody further back would be told: an offer only where it reaches them. */
function likewise({ attendeeId, email }: LetterReader, [first, ...more]: readonly Change[]): Change {
  const offer = email ? [first, ...more].find((change) => change?.to === 'offered') : undefined
  return {
    ...{ attendeeId, partId: first?.partId ?? '', from: 'waitlisted', movedUp: true },
    ...(offer?.offerUntil
      ? { to: 'offered' as const, offerUntil: offer.offerUntil }
      : { to: 'accepted' as const }),
  }
}

const shownOfReader = {
  attendee: attendees,
  invitation: {
    id: invitations.id,
    tokenVersion: invitations.tokenVersion,
    organisationId: invitations.organisationId,
  },
}

async function readFirst(read: Reader, partId: string, count: number): Promise<LetterReader[]> {
  const rows = await read
    .select(shownOfReader)
    .from(attendances)
    .innerJoin(attendees, eq(attendees.id, attendances.attendeeId))
    .leftJoin(invitations, eq(invitations.id, attendees.invitationId))
    .where(and(eq(attendances.partId, partId), isInLine))
    .orderBy(...lineOrder)
    .limit(count)
  return rows.map(readerOf)
}

async function readReaders(read: Reader, ids: readonly string[]): Promise<LetterReader[]> {
  const readers: LetterReader[] = []
  for (const some of chunked(ids)) {
    const rows = await read
      .select(shownOfReader)
      .from(attendees)
      .leftJoin(invitations, eq(invitations.id, attendees.invitationId))
      .where(inArray(attendees.id, some))
    readers.push(...rows.map(readerOf))
  }
  return readers
}

type Found = {
  attendee: typeof attendees.$inferSelect
  invitation: Pick<typeof invitations.$inferSelect, 'id' | 'tokenVersion' | 'organisationId'> | null
}

function readerOf({ attendee, invitation }: Found): LetterReader {
  const { id, names, organisationName, email, language } = attendee
  return {
    ...{ attendeeId: id, names, organisationName, email, language },
    invitationId: invitation?.id ?? null,
    linkAt: linkOf(attendee, invitation),
  }
}
