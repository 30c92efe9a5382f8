import type { EntryFacts } from '#app/calendar/told.server.ts'
import { displayName } from '#app/directory/names.ts'
import { type EventFacts, readEventFacts, sender } from '#app/events/facts.server.ts'
import { localize } from '#app/i18n/languages.ts'
import type { Calendars } from '#app/invitations/calendar-part.ts'
import { readCalendars } from '#app/invitations/calendars.server.ts'
import type { MailingTexts } from '#app/invitations/rules.ts'
import { readTexts } from '#app/invitations/texts.server.ts'
import { answerLink, type Site } from '#app/invitations/token.server.ts'
import { recipient } from '#app/mail/address.ts'
import { messageIdHost, type OutgoingMessage } from '#app/mail/outbox.server.ts'
import type { Reader } from '#db/client.server.ts'
import type { Delegation } from './delegation.ts'
import { type GateAsk, gateDue, readGateAsk } from './gate.server.ts'
import { confirmationLetters, type LetterCause } from './letter.ts'
import { asLeft, asSeenBy } from './letter-changes.ts'
import {
  causeOf,
  type LetterReader,
  readersOf,
  readThoseInLine,
  type Telling,
} from './letter-readers.server.ts'
import { holderOf } from './link-mail.server.ts'
import { noticeLetter } from './notice-letter.ts'
import { type Notice, noticeKey } from './notices.ts'
import { organisationLetter } from './organisation-letter.ts'
import type { GivenAnswer } from './rules.ts'
import type { Change } from './seats.ts'
import type { Standing } from './standing.server.ts'

export type ReadyMail = Omit<OutgoingMessage, 'dedupeKey' | 'now'> & { entry?: EntryFacts }
/** Mails by what they tell whom. A reader without an address has an empty list. */
export type Letters = ReadonlyMap<string, readonly ReadyMail[]>

/** What a letter is found by: exactly what it tells. */
export function letterKey(attendeeId: string, changes: readonly Change[]): string {
  const told = changes
    .map(
      ({ partId, from, to, offerUntil, isBeyondQuota = '', ended = '' }) =>
        `${partId}:${from}>${to}${offerUntil?.toISOString() ?? ''}${isBeyondQuota}${ended}`,
    )
    .sort()
  return [attendeeId, ...told].join(' ')
}

/** The key of the mail that tells an organisation what was recorded. */
export const organisationKey = 'organisation'

/** What is expected to come out: for an invitation that is answered or withdrawn, or on the waiting lists alone. */
export type Expected = {
  eventId: string
  standing: Standing | null
  changes: readonly Change[]
  /** Offers that end without having been taken. */
  ended?: readonly Change[]
  given: GivenAnswer | null
  delegation?: Delegation | null
  /** Who is written to for another reason than an answer of their own. */
  told?: readonly Telling[]
  /** Those whose answer it is are not written to. */
  isQuiet?: boolean | undefined
  notices?: readonly Notice[]
}

/*
 * A mail takes a millisecond to write, which every other answer would wait for: so mails are written before the
 * transaction, for what is then expected to come out, and found there by what has. When something else came out in
 * between, the transaction refuses with `changed` and it is all done once more (`submitAnswer`).
 */
export async function prepareLetters(
  read: Reader,
  expected: Expected,
  { site, now }: { site: Site; now: Date },
): Promise<Letters> {
  const { eventId, standing, changes, given, delegation } = expected
  const facts = await readEventFacts(read, eventId)
  const ended = expected.ended ?? []
  const inLine = await readThoseInLine(read, { changes, ended })
  const readers = [
    ...new Set([...changes, ...inLine.map(({ change }) => change)].map(({ attendeeId }) => attendeeId)),
  ]
  const calendars = await readCalendars(read, readers, site)
  const texts = await readTexts(read, facts, 'confirmation')
  const gate = await readGateAsk(read, eventId, readers)
  const desk = { facts, texts, gate, site, calendars, now }
  const letters = new Map<string, ReadyMail[]>()
  const own = standing ? changes.filter(({ movedUp }) => !movedUp) : []
  for (const [attendeeId, theirs] of Map.groupBy(own, (change) => change.attendeeId))
    letters.set(
      letterKey(attendeeId, theirs),
      expected.isQuiet ? [] : ownLetters(desk, expected, attendeeId, theirs),
    )
  for (const { reader, change } of inLine)
    letters.set(
      letterKey(reader.attendeeId, [change]),
      // That the event is called off says more than that an offer is over.
      facts.state === 'cancelled' ? [] : write(desk, { ...reader, cause: lineCause(change) }, [change]),
    )
  if (standing && given && delegation)
    letters.set(
      organisationKey,
      expected.isQuiet
        ? []
        : toHolder(desk, standing, organisationText(desk, standing, { given, delegation })),
    )
  for (const notice of expected.notices ?? [])
    if (standing)
      letters.set(
        noticeKey(notice),
        expected.isQuiet ? [] : toHolder(desk, standing, noticeText(desk, standing, notice)),
      )
  return letters
}

function ownLetters(
  desk: Desk,
  expected: Expected,
  attendeeId: string,
  changes: readonly Change[],
): ReadyMail[] {
  const telling = expected.told?.find((one) => one.attendeeId === attendeeId)
  const { reader, former } = readersOf(expected, attendeeId)
  const cause = telling?.cause ?? causeOf(reader, changes, expected)
  const isKnown = ({ partId }: Change) => desk.calendars.told({ attendeeId, partId })?.method === 'REQUEST'
  // Who stands in line again, having let an offer go by, wants to know that they do.
  const rested = (partId: string) =>
    expected.standing?.attendances.some(
      (row) => row.attendeeId === attendeeId && row.partId === partId && row.restsSince,
    )
  const isNews =
    telling ||
    former ||
    changes.some(({ from, to, partId }) => from !== to || (to === 'waitlisted' && rested(partId)))
  const mails = isNews
    ? write(desk, { ...reader, cause, other: telling?.other ?? {} }, asSeenBy(former, changes, isKnown))
    : []
  const farewell = former ? write(desk, { ...former, cause: 'withdrawn' }, asLeft(changes, isKnown)) : []
  return [...mails, ...farewell]
}

function lineCause({ to, ended }: Change): LetterCause {
  if (ended) return ended === 'lapsed' ? 'offerLapsed' : 'offerWithdrawn'
  return to === 'offered' ? 'offered' : 'movedUp'
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
  const { language } = reader
  const name = displayName(reader.names, language)
  const to = recipient(name, reader.email ?? '')
  const lines = changes.flatMap(({ partId, ...change }) => {
    const part = facts.parts.find(({ id }) => id === partId)
    return part ? { part, ...change } : []
  })
  if (!to || !lines.length) return []
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
    other: displayName(reader.other ?? {}, language),
    lines,
    texts,
    gateDueAt: gateDue(gate, reader.attendeeId, changes),
    link: reader.cause === 'withdrawn' ? null : reader.linkAt(site),
    calendars,
    now,
  })
  return letters.map((letter) => ({
    ...letter,
    ...sender(facts, language),
    invitationId: reader.invitationId ?? undefined,
    attendeeId: reader.attendeeId,
    kind: 'confirmation',
    to,
    language,
    state: 'queued',
    messageIdHost: messageIdHost(site.appUrl),
  }))
}

/** A mail to whoever holds the invitation; none where there is no address. */
function toHolder(
  { facts, site }: Desk,
  standing: Standing,
  text: Pick<ReadyMail, 'subject' | 'text' | 'html'>,
): ReadyMail[] {
  const { invitation } = standing
  const { name, address } = holderOf(standing)
  const to = recipient(name, address ?? '')
  if (!to) return []
  const { language } = invitation
  return [
    {
      ...text,
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

function organisationText(
  { facts, site }: Desk,
  standing: Standing,
  { given, delegation }: { given: GivenAnswer; delegation: Delegation },
) {
  const { language } = standing.invitation
  const link = answerLink(site, standing.invitation)
  return organisationLetter({
    organisation: holderOf(standing).name,
    language,
    given,
    delegation,
    facts,
    link,
  })
}

function noticeText({ facts, site }: Desk, standing: Standing, notice: Notice) {
  const { language } = standing.invitation
  const link = answerLink(site, standing.invitation)
  return noticeLetter({ notice, reader: holderOf(standing).name, language, facts, link })
}
