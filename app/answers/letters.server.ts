import { and, asc, eq } from 'drizzle-orm'
import type { EntryFacts } from '#app/calendar/told.server.ts'
import { displayName } from '#app/directory/names.ts'
import { type EventFacts, readEventFacts, sender } from '#app/events/facts.server.ts'
import type { Language, Localized } from '#app/i18n/languages.ts'
import { localize } from '#app/i18n/languages.ts'
import type { MailingTexts } from '#app/invitations/rules.ts'
import { readTexts } from '#app/invitations/texts.server.ts'
import { answerLink, type Site } from '#app/invitations/token.server.ts'
import { recipient } from '#app/mail/address.ts'
import { messageIdHost, type OutgoingMessage } from '#app/mail/outbox.server.ts'
import type { Reader } from '#db/client.server.ts'
import type { PersonNames } from '#db/schema/directory.server.ts'
import { attendances, attendees, invitations } from '#db/schema/invitations.server.ts'
import type { Calendars } from './calendar-part.ts'
import { readCalendars } from './calendars.server.ts'
import { type GateAsk, gateDue, readGateAsk } from './gate.server.ts'
import { confirmationLetters, type LetterCause } from './letter.ts'
import { organisationLetter } from './organisation-letter.ts'
import { type Change, type GivenAnswer, holdsSeat } from './rules.ts'
import type { Standing } from './standing.server.ts'

export type ReadyMail = Omit<OutgoingMessage, 'dedupeKey' | 'now'> & { entry?: EntryFacts }
/** Mails by what they tell whom. A reader without an address has an empty list. */
export type Letters = ReadonlyMap<string, readonly ReadyMail[]>

/** What a letter is found by: exactly what it tells. */
export function letterKey(attendeeId: string, changes: readonly Change[]): string {
  const told = changes.map(({ partId, from, to }) => `${partId}:${from}>${to}`).sort()
  return [attendeeId, ...told].join(' ')
}

/** The key of the mail that tells an organisation what was recorded. */
export const organisationKey = 'organisation'

/** What is expected to come out: for an invitation that is answered or withdrawn, or on the waiting lists alone. */
type Expected = {
  eventId: string
  standing: Standing | null
  changes: readonly Change[]
  given: GivenAnswer | null
}

/*
 * A mail takes a millisecond to write, which every other answer would wait for: so mails are written before the
 * transaction, for what is then expected to come out, and found there by what has. When something else came out in
 * between, the transaction refuses with `changed` and it is all done once more (`submitAnswer`).
 */
export async function prepareLetters(
  read: Reader,
  { eventId, standing, changes, given }: Expected,
  { site, now }: { site: Site; now: Date },
): Promise<Letters> {
  const facts = await readEventFacts(read, eventId)
  const nextInLine = await readNextInLine(read, changes)
  const readers = [...new Set([...changes, ...nextInLine].map(({ attendeeId }) => attendeeId))]
  const calendars = await readCalendars(read, readers, site)
  const texts = await readTexts(read, facts, 'confirmation')
  const gate = await readGateAsk(read, eventId, readers)
  const desk = { facts, texts, gate, site, calendars, now }
  const letters = new Map<string, ReadyMail[]>()
  const own = standing ? changes.filter(({ movedUp }) => !movedUp) : []
  for (const [attendeeId, theirs] of Map.groupBy(own, (change) => change.attendeeId)) {
    const { reader, former } = readerOf(standing as Standing, given, attendeeId)
    const cause = causeOf(reader, theirs)
    const mails = isNews(theirs, former) ? write(desk, { ...reader, cause }, asSeenBy(former, theirs)) : []
    const farewell = former ? write(desk, { ...former, cause: 'withdrawn' }, asLeft(theirs)) : []
    letters.set(letterKey(attendeeId, theirs), [...mails, ...farewell])
  }
  for (const waiting of nextInLine) {
    const change = { ...waiting, from: 'waitlisted', to: 'accepted', movedUp: true } as const
    letters.set(
      letterKey(waiting.attendeeId, [change]),
      write(desk, { ...waiting, cause: 'movedUp' }, [change]),
    )
  }
  if (standing?.invitation.organisationId && given)
    letters.set(organisationKey, organisationMails(standing, given, facts, site))
  return letters
}

type LetterReader = {
  attendeeId: string
  invitation: { id: string; tokenVersion: number; isOrganisation: boolean } | null
  names: PersonNames
  organisationName: Localized
  email: string | null
  language: Language
}

type Desk = {
  facts: EventFacts
  texts: MailingTexts
  gate: GateAsk | null
  site: Site
  calendars: Calendars
  now: Date
}

function write(
  { facts, texts, gate, site, calendars, now }: Desk,
  reader: LetterReader & { cause: LetterCause },
  changes: readonly Change[],
): ReadyMail[] {
  const { language, invitation } = reader
  const name = displayName(reader.names, language)
  const to = recipient(name, reader.email ?? '')
  const lines = changes.flatMap(({ partId, from, to }) => {
    const part = facts.parts.find(({ id }) => id === partId)
    return part ? { part, from, to } : []
  })
  if (!to || !lines.length) return []
  const isOwnLink = invitation && !invitation.isOrganisation
  const link = isOwnLink ? answerLink(site, invitation) : null
  const letters = confirmationLetters({
    event: facts,
    reader: {
      attendeeId: reader.attendeeId,
      name,
      address: to.address,
      language,
      organisation: localize(reader.organisationName, language),
    },
    cause: reader.cause,
    lines,
    texts,
    gateDueAt: gateDue(gate, reader.attendeeId, changes),
    link,
    calendars,
    now,
  })
  return letters.map((letter) => ({
    ...letter,
    ...sender(facts, language),
    invitationId: invitation?.id,
    attendeeId: reader.attendeeId,
    kind: 'confirmation',
    to,
    language,
    state: 'queued',
    messageIdHost: messageIdHost(site.appUrl),
  }))
}

function organisationMails(
  { invitation, organisation }: Standing,
  given: GivenAnswer,
  facts: EventFacts,
  site: Site,
): ReadyMail[] {
  const { language } = invitation
  const name = localize(organisation?.name, language)
  const to = recipient(name, organisation?.email ?? '')
  if (!to) return []
  const link = answerLink(site, invitation)
  return [
    {
      ...organisationLetter({ organisation: name, language, given, facts, link }),
      ...sender(facts, language),
      invitationId: invitation.id,
      kind: 'confirmation',
      to,
      language,
      state: 'queued',
      messageIdHost: messageIdHost(site.appUrl),
    },
  ]
}

/** Who reads about these changes; `former` is whoever had this seat under another address. */
function readerOf({ invitation, people, organisation }: Standing, given: GivenAnswer | null, id: string) {
  const known = people.find((person) => person.id === id)
  const named = given?.names?.find((person) => person.id === id)
  const shared = {
    attendeeId: id,
    invitation: { ...invitation, isOrganisation: invitation.organisationId !== null },
    organisationName: known?.organisationName ?? organisation?.name ?? {},
    language: known?.language ?? invitation.language,
  }
  const before: LetterReader | null = known ? { ...shared, names: known.names, email: known.email } : null
  if (!named) return { reader: before ?? { ...shared, names: {}, email: null }, former: null }
  const reader = { ...shared, names: { latin: { full: named.name } }, email: named.email }
  const isAnother = before?.email && before.email.toLowerCase() !== named.email?.toLowerCase()
  return { reader, former: isAnother ? before : null }
}

function causeOf({ invitation }: LetterReader, changes: readonly Change[]): LetterCause {
  if (changes.every(({ to }) => to === 'cancelled')) return 'withdrawn'
  return invitation?.isOrganisation ? 'named' : 'answered'
}

function isNews(changes: readonly Change[], former: LetterReader | null): boolean {
  return former !== null || changes.some(({ from, to }) => from !== to)
}

/** To whoever takes over a seat, all of it is new. An alternate waits to hear from their own organisation. */
function asSeenBy(former: LetterReader | null, changes: readonly Change[]): Change[] {
  const seen = former ? changes.map((change) => ({ ...change, from: null })) : changes
  return seen.filter(({ from, to }) => to !== 'proposed' && (to !== 'cancelled' || tells(from)))
}

function asLeft(changes: readonly Change[]): Change[] {
  return changes.filter(({ from }) => tells(from)).map((change) => ({ ...change, to: 'cancelled' }))
}

/** Whether somebody with this status was ever written to. */
function tells(status: Change['from']): boolean {
  return status !== null && (holdsSeat(status) || status === 'waitlisted' || status === 'tentative')
}

// Others may give up seats at the same moment, and each then needs the letter of somebody further back.
const reserve = 10

/** Those whose turn on a waiting list is expected, and some behind them. */
async function readNextInLine(
  read: Reader,
  changes: readonly Change[],
): Promise<(LetterReader & { partId: string })[]> {
  const line: (LetterReader & { partId: string })[] = []
  for (const [partId, movedUp] of Map.groupBy(
    changes.filter((change) => change.movedUp),
    (change) => change.partId,
  )) {
    const rows = await read
      .select({
        partId: attendances.partId,
        attendee: attendees,
        invitation: {
          id: invitations.id,
          tokenVersion: invitations.tokenVersion,
          organisationId: invitations.organisationId,
        },
      })
      .from(attendances)
      .innerJoin(attendees, eq(attendees.id, attendances.attendeeId))
      .leftJoin(invitations, eq(invitations.id, attendees.invitationId))
      .where(and(eq(attendances.partId, partId), eq(attendances.status, 'waitlisted')))
      .orderBy(asc(attendances.waitingSince), asc(attendances.attendeeId))
      .limit(movedUp.length + reserve)
    for (const { attendee, invitation } of rows)
      line.push({
        ...attendee,
        partId,
        attendeeId: attendee.id,
        invitation: invitation && { ...invitation, isOrganisation: invitation.organisationId !== null },
      })
  }
  return line
}
