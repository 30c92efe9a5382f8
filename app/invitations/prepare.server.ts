import { and, eq, isNotNull, ne } from 'drizzle-orm'
import type { EventScope } from '#app/accounts/scope.server.ts'
import { displayName } from '#app/directory/names.ts'
import { type EventFacts, readEventFacts, sender } from '#app/events/facts.server.ts'
import { lockEvent } from '#app/events/lock.server.ts'
import { localize } from '#app/i18n/languages.ts'
import { recipient as addressee } from '#app/mail/address.ts'
import { enqueueMany, messageIdHost, type OutgoingMessage } from '#app/mail/outbox.server.ts'
import { holdsPrivateLink } from '#app/mail/private-link.ts'
import { tellReleasedOf } from '#app/mail/released.server.ts'
import { isAnnouncement } from '#app/mail/suppression.ts'
import { unsubscribeUrl } from '#app/mail/unsubscribe.ts'
import type { Database, Tx } from '#db/client.server.ts'
import { attendees, invitations } from '#db/schema/invitations.server.ts'
import { type Enclosure, mailings } from '#db/schema/mail.server.ts'
import { type Recipient, readRecipients } from './audience.server.ts'
import { type DateFile, readDates } from './dates.server.ts'
import type { Enclose } from './enclosing.server.ts'
import { breathe, chunked } from './inviting.server.ts'
import { letterWriter } from './letter.ts'
import { isBad, lockMailing, tell, unapproved } from './mailing.server.ts'
import { readMailing } from './read.server.ts'
import { refuseWhile } from './rules.ts'
import { markSent } from './send.server.ts'
import { answerLink, attendeeLink, type Site } from './token.server.ts'

type Written = { message: OutgoingMessage; invitationId: string; holder: { id: string; version: number } }
type Preparing = { mailingId: string; site: Site; enclose?: Enclose; now: Date }

/**
 * Writes one message to everybody in the mailing's audience and lays them down as drafts: nothing goes. Who has one
 * of this mailing gets no second. Writing 5,000 takes a second, so it is done before the transaction, in slices that
 * let others in between. Refused: `notFound`, `cancelled`, no text or a bad one (`badText`), nobody to write to
 * (`nobody`), one that waits for its time (`scheduled`), and a mailing somebody has changed meanwhile (`changed`).
 */
export async function prepareMailing(database: Database, scope: EventScope, given: Preparing) {
  const drafted = await writeMailing(database, scope, given)
  if (!drafted.ok) return drafted
  if (drafted.mailing.state === 'scheduled') return { ok: false, reason: 'scheduled' } as const
  if (!drafted.written.length) return { ok: false, reason: 'nobody' } as const
  return database.write(async (tx) => {
    // Withdrawing an invitation and renewing its link hold the event too: no letter with a dead link slips in.
    await lockEvent(tx, scope.eventId)
    const laid = await layDown(tx, scope, { ...drafted, state: 'draft', now: given.now })
    if (!laid.ok) return laid
    if (!laid.prepared) return { ok: false, reason: 'nobody' } as const
    // What is new must be approved anew, whatever became of an earlier round.
    await tx.update(mailings).set(unapproved).where(eq(mailings.id, given.mailingId))
    const after = { prepared: laid.prepared }
    await tell(tx, scope, { action: 'mailing.prepare', id: given.mailingId, after, now: given.now })
    return { ok: true, prepared: laid.prepared } as const
  })
}

/**
 * Sends a scheduled mailing whose time has come: its audience is who fits now, its messages and the mailing's end are
 * one transaction, and who comes second finds it sent. Refused as above, and when it is not scheduled any more
 * (`changed`); an event that guests cannot see is refused by its state.
 */
export async function releaseMailing(database: Database, scope: EventScope, given: Preparing) {
  const drafted = await writeMailing(database, scope, given)
  if (!drafted.ok) return drafted
  const { mailingId: id, now } = given
  return database.write(async (tx) => {
    const event = await lockEvent(tx, scope.eventId)
    const refusal = refuseWhile(event.state, drafted.mailing)
    if (refusal) return { ok: false, reason: refusal } as const
    if (drafted.mailing.state !== 'scheduled') return { ok: false, reason: 'changed' } as const
    const laid = await layDown(tx, scope, { ...drafted, state: 'queued', now })
    if (!laid.ok) return laid
    await markSent(tx, scope, now)
    await tx
      .update(mailings)
      .set({ state: 'sent', sentAt: now, leasedBy: null, leasedUntil: null, updatedAt: now })
      .where(eq(mailings.id, id))
    await tell(tx, scope, { action: 'mailing.send', id, after: { queued: laid.prepared }, now })
    return { ok: true, queued: laid.prepared } as const
  })
}

async function writeMailing(
  database: Database,
  scope: EventScope,
  { mailingId, site, enclose, now }: Preparing,
) {
  const { read } = database
  const mailing = await readMailing(read, scope, mailingId)
  if (!mailing) return { ok: false, reason: 'notFound' } as const
  const facts = await readEventFacts(read, scope.eventId)
  if (facts.state === 'cancelled' && refuseWhile(facts.state, mailing))
    return { ok: false, reason: 'cancelled' } as const
  if (isBad(mailing) || saysPrivateLink(facts)) return { ok: false, reason: 'badText' } as const
  const guests = (await readRecipients(read, scope, mailing)).filter(({ leftOut }) => !leftOut)
  const { enclosing } = mailing
  if (enclosing && !enclose) throw new Error('Nobody lays letters at hand for this mailing')
  const invitationIds = guests.filter(({ isNamed }) => !isNamed).map(({ invitationId }) => invitationId)
  const enclosed = (enclosing && (await enclose?.(scope, { enclosing, invitationIds, now }))) || null
  const dates = mailing.withCalendar ? await readDates(read, facts, { guests, site, now }) : null
  const written = await writeAll({ facts, mailing, guests, enclosed, dates, site, now })
  if (!written) return { ok: false, reason: 'badText' } as const
  return { ok: true, mailing, written } as const
}

/** Whether what all letters say of the event holds somebody's link, say in its place: no form has looked for one there. */
function saysPrivateLink({ name, contact, cancellationNote, office, parts }: EventFacts): boolean {
  const places = parts.map(({ venue }) => [venue?.name, venue?.address])
  const said = [name, cancellationNote, office.name, contact, ...places.flat()]
  return said.flatMap((text) => Object.values(text ?? {})).some(holdsPrivateLink)
}

export type Mailing = NonNullable<Awaited<ReturnType<typeof readMailing>>>

// Nobody else's request shall wait longer than for this many letters.
const slice = 25

type Writing = {
  facts: EventFacts
  mailing: Mailing
  guests: readonly Recipient[]
  /** What of the register goes with the mail of an invitation's holder. */
  enclosed: ReadonlyMap<string, Enclosure> | null
  dates: Awaited<ReturnType<typeof readDates>> | null
  site: Site
  now: Date
}

async function writeAll(writing: Writing): Promise<Written[] | null> {
  const { facts, mailing, guests } = writing
  const write = letterWriter(facts, mailing, mailing.kind)
  const written: Written[] = []
  for (const [i, guest] of guests.entries()) {
    if (i % slice === slice - 1) await breathe()
    const theirs = writeTo(writing, write, guest)
    if (!theirs) return null
    written.push(...theirs)
  }
  return written
}

/**
 * The mails to one reader: one, and a further one for each further date, since calendars take one a mail. Null when the
 * text cannot be merged.
 */
function writeTo(
  { facts, mailing, enclosed, dates, site, now }: Writing,
  write: ReturnType<typeof letterWriter>,
  guest: Recipient,
): Written[] | null {
  const { invitationId, attendeeId } = guest
  const to = addressee(nameOf(guest), guest.email ?? '')
  const enclosure = guest.isNamed ? undefined : enclosed?.get(invitationId)
  if (!to || (enclosed && !enclosure && mailing.enclosing?.without === 'leaveOut')) return []
  const leave = leaveOf(site, { officeId: facts.officeId, kind: mailing.kind, address: guest.email })
  const letterAbout = (about: Recipient) => write(about, linkOf(site, guest), leave)
  const main = letterAbout(guest)
  if (!main?.ok) return null
  const [first, ...others] = dates?.(guest, { ...to, language: main.language }) ?? []
  const shared = {
    ...{ to, mailingId: mailing.id, invitationId, kind: mailing.kind },
    ...(attendeeId && { attendeeId }),
    ...{ state: 'draft' as const, messageIdHost: messageIdHost(site.appUrl), now },
  }
  const key = `mailing:${mailing.id}:${guest.isNamed ? attendeeId : invitationId}`
  const asMessage = ({ ok: _, ...text }: Extract<typeof main, { ok: true }>, date: DateFile | undefined) => {
    const { partId: __, ...file } = date ?? { partId: '' }
    return { ...text, ...sender(facts, text.language), ...shared, ...file }
  }
  const outgoing: OutgoingMessage[] = [
    { ...asMessage(main, first), dedupeKey: key, ...(enclosure && { enclosures: [enclosure] }) },
  ]
  for (const date of others) {
    const letter = letterAbout({ ...guest, partIds: [date.partId] })
    if (!letter?.ok) return null
    const part = facts.parts.find(({ id }) => id === date.partId)
    const subject = [localize(part?.name, letter.language), letter.subject].filter(Boolean).join(' – ')
    outgoing.push({ ...asMessage({ ...letter, subject }, date), dedupeKey: `${key}:${date.partId}` })
  }
  return outgoing.map((message) => ({ message, invitationId, holder: holderOf(guest) }))
}

/** The page a reader answers on: their own, or their invitation's unless somebody else has named them. */
export function linkOf(site: Site, { invitationId, attendeeId, ...reader }: Recipient): string | null {
  const { tokenVersion, organisationId } = reader
  if (!reader.isNamed) return answerLink(site, { id: invitationId, tokenVersion, organisationId })
  if (attendeeId === null || reader.ownTokenVersion === null) return null
  return attendeeLink(site, { id: attendeeId, tokenVersion: reader.ownTokenVersion })
}

/** Where the reader of an announcement unsubscribes; null for letters that everybody gets. */
export function leaveOf(
  site: Site,
  { officeId, kind, address }: { officeId: string; kind: string; address: string | null },
): string | null {
  return address && isAnnouncement(kind) ? unsubscribeUrl(site, { officeId, address }) : null
}

/** Whose link a letter bears, and which of them. */
function holderOf({ invitationId, tokenVersion, attendeeId, isNamed, ownTokenVersion }: Recipient) {
  const own = isNamed && attendeeId !== null && ownTokenVersion !== null
  return own ? { id: attendeeId, version: ownTokenVersion } : { id: invitationId, version: tokenVersion }
}

/** How a guest is named in lists and on an envelope. */
function nameOf({ person, organisationName, language }: Recipient): string {
  return person ? displayName(person.names, language) : localize(organisationName, language)
}

type Laying = { mailing: Mailing; written: readonly Written[]; state: 'draft' | 'queued'; now: Date }
type Laid = { ok: true; prepared: number } | { ok: false; reason: 'notFound' | 'changed' }

/** Within `lockEvent`. */
async function layDown(tx: Tx, scope: EventScope, { mailing, written, state, now }: Laying): Promise<Laid> {
  const current = await lockMailing(tx, scope, mailing.id)
  if (!current) return { ok: false, reason: 'notFound' }
  if (current.updatedAt.getTime() !== mailing.updatedAt.getTime() || current.state !== mailing.state)
    return { ok: false, reason: 'changed' }
  const versions = await readVersions(tx, scope)
  const alive = written.filter(
    ({ invitationId, holder }) => versions.has(invitationId) && versions.get(holder.id) === holder.version,
  )
  let prepared = 0
  for (const some of chunked(alive)) {
    const outgoing = some.map(({ message }) => ({ ...message, state }))
    prepared += await enqueueMany(tx, outgoing)
    await breathe()
  }
  await tellReleasedOf(tx, mailing.id, now)
  return { ok: true, prepared }
}

async function readVersions(tx: Tx, scope: EventScope): Promise<Map<string, number>> {
  const rows = await tx
    .select({ id: invitations.id, version: invitations.tokenVersion })
    .from(invitations)
    .where(and(eq(invitations.eventId, scope.eventId), ne(invitations.state, 'revoked')))
  const own = await tx
    .select({ id: attendees.id, version: attendees.tokenVersion })
    .from(attendees)
    .where(and(eq(attendees.eventId, scope.eventId), isNotNull(attendees.tokenHash)))
  return new Map([...rows, ...own].map(({ id, version }) => [id, version]))
}
