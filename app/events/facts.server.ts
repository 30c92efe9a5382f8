import { asc, eq } from 'drizzle-orm'
import type { Reader } from '#db/client.server.ts'
import { offices } from '#db/schema/accounts.server.ts'
import { events, parts, venues } from '#db/schema/events.server.ts'
import { type Language, localize } from '../i18n/languages.ts'

/** What letters, calendar files and guests’ pages tell of an event, its office and its parts. */
export async function readEventFacts(read: Reader, eventId: string) {
  const [[event], itsParts] = await Promise.all([
    read
      .select({
        eventId: events.id,
        officeId: events.officeId,
        slug: events.slug,
        state: events.state,
        name: events.name,
        summary: events.summary,
        languages: events.languages,
        zone: events.zone,
        contact: events.contact,
        cancellationNote: events.cancellationNote,
        office: {
          name: offices.name,
          senderName: offices.senderName,
          senderAddress: offices.senderAddress,
          replyTo: offices.replyTo,
        },
      })
      .from(events)
      .innerJoin(offices, eq(offices.id, events.officeId))
      .where(eq(events.id, eventId)),
    read
      .select({
        id: parts.id,
        kind: parts.kind,
        name: parts.name,
        startsAt: parts.startsAt,
        endsAt: parts.endsAt,
        audience: parts.audience,
        capacity: parts.capacity,
        answerBy: parts.answerBy,
        seatsGiven: parts.seatsGiven,
        offerHours: parts.offerHours,
        organisationQuota: parts.organisationQuota,
        sequence: parts.sequence,
        venue: { name: venues.name, address: venues.address, mapUrl: venues.mapUrl },
      })
      .from(parts)
      .leftJoin(venues, eq(venues.id, parts.venueId))
      .where(eq(parts.eventId, eventId))
      .orderBy(asc(parts.position), asc(parts.startsAt)),
  ])
  if (!event) throw new Error(`No event ${eventId}`)
  return { ...event, parts: itsParts }
}

export type EventFacts = Awaited<ReturnType<typeof readEventFacts>>

/** From whom the office's mails about this event come, in the language they are written in. */
export function sender({ officeId, eventId, office }: EventFacts, language: Language) {
  return {
    officeId,
    eventId,
    from: {
      name: localize(office.senderName, language) || localize(office.name, language),
      address: office.senderAddress,
    },
    replyTo: office.replyTo,
  }
}
