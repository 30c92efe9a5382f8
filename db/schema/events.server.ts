import type { Language } from '../../app/i18n/languages.ts'
import { index, instant, integer, json, localized, table, text, uniqueIndex } from '../columns.server.ts'
import { offices, users } from './accounts.server.ts'

export type EventContact = { name: string; email: string; phone: string }

export const events = table(
  'events',
  {
    id: text().primaryKey(),
    officeId: text()
      .notNull()
      .references(() => offices.id, { onDelete: 'cascade' }),
    /** The event's name in URLs: lower-case ASCII, digits and hyphens. */
    slug: text().notNull(),
    state: text().$type<'draft' | 'published' | 'cancelled'>().notNull(),
    name: localized().notNull(),
    summary: localized().notNull(),
    /** Markdown. */
    description: localized().notNull(),
    languages: json<Language[]>().notNull(),
    /** IANA name. Screens show the event's time. */
    zone: text().notNull(),
    contact: json<EventContact>().notNull(),
    /** So many days before their first role speakers who have not answered are reminded; empty means never. */
    speakerReminderDays: integer(),
    /** So many days before an exhibit is to be handed in its team is reminded, and so many after; empty means never. */
    boothReminderDays: integer(),
    boothOverdueDays: integer(),
    /** Told to guests when the event is cancelled. */
    cancellationNote: localized().notNull(),
    /** Rises with every write to or below the event; public pages are cached by it. */
    revision: integer().notNull().default(0),
    /** How often its parts' moves and its end have raised the SEQUENCE of agenda items, of those deleted since too. */
    agendaSequence: integer().notNull().default(0),
    publishedAt: instant(),
    cancelledAt: instant(),
    createdAt: instant().notNull(),
    updatedAt: instant().notNull(),
  },
  (t) => [uniqueIndex('events_slug').on(t.slug), index('events_office').on(t.officeId, t.createdAt)],
)

/** Where it is. An event's parts may share one. */
export const venues = table(
  'venues',
  {
    id: text().primaryKey(),
    eventId: text()
      .notNull()
      .references(() => events.id, { onDelete: 'cascade' }),
    name: localized().notNull(),
    address: localized().notNull(),
    /** How to get in: gate, documents to bring, parking. Markdown. */
    directions: localized().notNull(),
    mapUrl: text(),
  },
  (t) => [index('venues_event').on(t.eventId)],
)

/**
 * How seats that become free are given while people wait: at once to whoever is first, as an offer to be taken within
 * some hours, or by the organiser's hand.
 */
export type SeatGiving = 'atOnce' | 'offer' | 'byHand'

export const parts = table(
  'parts',
  {
    id: text().primaryKey(),
    eventId: text()
      .notNull()
      .references(() => events.id, { onDelete: 'cascade' }),
    kind: text().$type<'meeting' | 'exhibition' | 'reception' | 'visit'>().notNull(),
    name: localized().notNull(),
    startsAt: instant().notNull(),
    endsAt: instant().notNull(),
    audience: text().$type<'invited' | 'open'>().notNull(),
    /** Seats; empty means no limit. */
    capacity: integer(),
    seatsGiven: text().$type<SeatGiving>().notNull().default('atOnce'),
    /** For how long an offered seat may be taken. */
    offerHours: integer().notNull().default(24),
    /** How many seats one organisation may hold here, its own guests and its delegates together; empty means no limit. */
    organisationQuota: integer(),
    /** Answers are taken until this instant; empty means until the part starts. */
    answerBy: instant(),
    venueId: text().references(() => venues.id, { onDelete: 'set null' }),
    position: integer().notNull(),
    /** RFC 5545 SEQUENCE: rises when time, place or cancellation changes. */
    sequence: integer().notNull().default(0),
  },
  (t) => [index('parts_event').on(t.eventId, t.position)],
)

export const rooms = table(
  'rooms',
  {
    id: text().primaryKey(),
    eventId: text()
      .notNull()
      .references(() => events.id, { onDelete: 'cascade' }),
    name: localized().notNull(),
    capacity: integer(),
    /** What is heard on the room's interpretation channels, from channel 1; empty where it has none or nobody has said. */
    channels: json<Language[]>().notNull().default([]),
    position: integer().notNull(),
  },
  (t) => [index('rooms_event').on(t.eventId, t.position)],
)

/** A user's role in one event only. */
export const assignments = table(
  'assignments',
  {
    id: text().primaryKey(),
    eventId: text()
      .notNull()
      .references(() => events.id, { onDelete: 'cascade' }),
    userId: text()
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    role: text()
      .$type<'organiser' | 'agenda_editor' | 'exhibition_editor' | 'door_staff' | 'clearance_officer'>()
      .notNull(),
    createdAt: instant().notNull(),
  },
  (t) => [
    uniqueIndex('assignments_event_user_role').on(t.eventId, t.userId, t.role),
    index('assignments_user').on(t.userId),
  ],
)
