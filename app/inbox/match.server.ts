import { and, desc, eq, inArray, ne, or } from 'drizzle-orm'
import { readUid } from '#app/calendar/reply.ts'
import { readMailboxAddress } from '#app/mail/envelope.ts'
import type { Reader } from '#db/client.server.ts'
import { offices } from '#db/schema/accounts.server.ts'
import { calendarEntries } from '#db/schema/calendar.server.ts'
import { events, parts } from '#db/schema/events.server.ts'
import { attendances, attendees, invitations } from '#db/schema/invitations.server.ts'
import { messages } from '#db/schema/mail.server.ts'
import type { ReceivedMail } from './mail.ts'
import type { EntryName } from './rules.ts'

/** The message of ours that a mail returns or answers; `isProven` when its address shows that it was really sent there. */
export type OurMessage = { message: typeof messages.$inferSelect; isProven: boolean }

/** Whom a mail is about, as far as can be told. */
export type About = {
  officeId: string
  eventId: string | null
  invitationId: string | null
  attendeeId: string | null
  messageId: string | null
}

/** What the addresses a mail went to say: only we could make them. */
export async function readAddresses(read: Reader, { recipients }: ReceivedMail, secret: string) {
  const known = recipients.flatMap((address) => readMailboxAddress(address, secret) ?? [])
  const ids = (purpose: 'answer' | 'bounce') =>
    known.filter((one) => one.purpose === purpose).map(({ id }) => id)
  const [entry] = ids('answer').length
    ? await read
        .select()
        .from(calendarEntries)
        .where(inArray(calendarEntries.replyId, ids('answer')))
        .limit(1)
    : []
  const [message] = ids('bounce').length
    ? await read
        .select()
        .from(messages)
        .where(inArray(messages.id, ids('bounce')))
        .limit(1)
    : []
  return {
    entry: entry ? { attendeeId: entry.attendeeId, partId: entry.partId } : null,
    message: message ?? null,
    /** It names a guest's address that is none, or none any more. */
    isForged: recipients.some((one) => /\+r\.[a-z2-7]{20,}\./i.test(one)) && !entry,
  }
}

/** The newest message of ours among these Message-IDs. */
export async function findMessage(read: Reader, messageIds: readonly string[]) {
  if (!messageIds.length) return null
  const [message] = await read
    .select()
    .from(messages)
    .where(inArray(messages.messageId, [...messageIds]))
    .orderBy(desc(messages.createdAt))
    .limit(1)
  return message ?? null
}

/** Everything a reply about one date is judged by; null when nobody was ever invited to it. */
export async function readDate(read: Reader, { attendeeId, partId }: EntryName) {
  const [found] = await read
    .select({
      attendee: attendees,
      invitation: invitations,
      attendance: attendances,
      entry: calendarEntries,
      part: { id: parts.id, startsAt: parts.startsAt, endsAt: parts.endsAt },
      event: { id: events.id, officeId: events.officeId, zone: events.zone },
    })
    .from(attendances)
    .innerJoin(attendees, eq(attendees.id, attendances.attendeeId))
    .innerJoin(invitations, eq(invitations.id, attendees.invitationId))
    .innerJoin(parts, eq(parts.id, attendances.partId))
    .innerJoin(events, eq(events.id, parts.eventId))
    .leftJoin(
      calendarEntries,
      and(eq(calendarEntries.attendeeId, attendees.id), eq(calendarEntries.partId, parts.id)),
    )
    .where(and(eq(attendances.attendeeId, attendeeId), eq(attendances.partId, partId)))
  return found ?? null
}

export type GuestsDate = NonNullable<Awaited<ReturnType<typeof readDate>>>

export function datesNamed(uid: string): EntryName | null {
  return readUid(uid)
}

/** Whom a plain mail is about: by what it answers, by the address it went to, by who wrote it. */
export async function findAbout(
  read: Reader,
  mail: ReceivedMail,
  { answered, attendeeId }: { answered: typeof messages.$inferSelect | null; attendeeId: string | null },
): Promise<About> {
  if (answered)
    return {
      officeId: answered.officeId,
      eventId: answered.eventId,
      invitationId: answered.invitationId,
      attendeeId: answered.attendeeId,
      messageId: answered.id,
    }
  const guest = await findGuest(
    read,
    attendeeId ? eq(attendees.id, attendeeId) : byAddress(mail.from.address),
  )
  if (guest) return { ...guest, messageId: null }
  return { officeId: await officeFor(read, mail), ...nothing }
}

const nothing = { eventId: null, invitationId: null, attendeeId: null, messageId: null }

/** Addresses are kept as they were typed, so both ways of writing one are looked for. */
function byAddress(address: string) {
  return address ? inArray(attendees.email, [...new Set([address, address.toLowerCase()])]) : undefined
}

/** The guest in the event that was made last. */
async function findGuest(read: Reader, which: ReturnType<typeof eq> | undefined) {
  if (!which) return null
  const [found] = await read
    .select({
      officeId: events.officeId,
      eventId: events.id,
      invitationId: attendees.invitationId,
      attendeeId: attendees.id,
    })
    .from(attendees)
    .innerJoin(events, eq(events.id, attendees.eventId))
    .where(and(which, ne(events.state, 'draft')))
    .orderBy(desc(events.createdAt), desc(attendees.createdAt))
    .limit(1)
  return found ?? null
}

/** Who is written to under this address, for reports that say nothing else. */
export async function findReported(read: Reader, address: string) {
  return findGuest(read, byAddress(address))
}

/** The office that a mail nobody can place belongs to: the one it was addressed to, else the first. */
export async function officeFor(
  read: Reader,
  { recipients }: Pick<ReceivedMail, 'recipients'>,
): Promise<string> {
  const addresses = recipients.map((one) => one.toLowerCase())
  const [named] = addresses.length
    ? await read
        .select({ id: offices.id })
        .from(offices)
        .where(or(inArray(offices.senderAddress, addresses), inArray(offices.replyTo, addresses)))
        .limit(1)
    : []
  const [first] = named
    ? [named]
    : await read.select({ id: offices.id }).from(offices).orderBy(offices.createdAt).limit(1)
  if (!first) throw new Error('There is no office yet')
  return first.id
}
