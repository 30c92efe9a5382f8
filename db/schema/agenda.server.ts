import { isNotNull } from 'drizzle-orm'
import type { Language } from '../../app/i18n/languages.ts'
import {
  boolean,
  index,
  instant,
  integer,
  json,
  localized,
  table,
  text,
  uniqueIndex,
} from '../columns.server.ts'
import { users } from './accounts.server.ts'
import { type PersonNames, persons } from './directory.server.ts'
import { events, parts, rooms } from './events.server.ts'
import { files } from './files.server.ts'
import { attendees } from './invitations.server.ts'

/** A thread that runs through an agenda: a theme, a working group. */
export const agendaTracks = table(
  'agenda_tracks',
  {
    id: text().primaryKey(),
    eventId: text()
      .notNull()
      .references(() => events.id, { onDelete: 'cascade' }),
    name: localized().notNull(),
    /** One of the palette's names; a colour of its own could not be read on every ground. */
    colour: text().notNull(),
    position: integer().notNull(),
  },
  (t) => [index('agenda_tracks_event').on(t.eventId, t.position)],
)

/** What another system wrote into an item that Majlis has no place for; given out again by an export. */
export type ForeignFields = Record<string, unknown>

export const agendaItems = table(
  'agenda_items',
  {
    id: text().primaryKey(),
    eventId: text()
      .notNull()
      .references(() => events.id, { onDelete: 'cascade' }),
    partId: text()
      .notNull()
      .references(() => parts.id, { onDelete: 'cascade' }),
    roomId: text().references(() => rooms.id, { onDelete: 'set null' }),
    trackId: text().references(() => agendaTracks.id, { onDelete: 'set null' }),
    /** False: in the side list, its time telling only how long it shall be. Warnings, days and releases leave it out. */
    isScheduled: boolean().notNull().default(true),
    kind: text()
      .$type<'opening' | 'session' | 'panel' | 'discussion' | 'break' | 'meal' | 'visit' | 'closing'>()
      .notNull(),
    title: localized().notNull(),
    /** Markdown. */
    abstract: localized().notNull(),
    startsAt: instant().notNull(),
    endsAt: instant().notNull(),
    spokenLanguages: json<Language[]>().notNull(),
    interpretedLanguages: json<Language[]>().notNull(),
    /** Whoever wants to come signs up, as far as `seats` go; empty seats mean no limit. */
    takesSignUps: boolean().notNull().default(false),
    seats: integer(),
    /** What came out of it, as minutes tell it. Markdown. */
    outcome: localized().notNull().default({}),
    /** By what another system knows it, so that its file can be read again. */
    sourceId: text(),
    foreign: json<ForeignFields>().notNull().default({}),
    /** Order among items that start together. */
    position: integer().notNull(),
    /** RFC 5545 SEQUENCE of the item's own calendar entry. */
    sequence: integer().notNull().default(0),
    /** Rises with every write, so that two editors do not write over each other unseen. */
    version: integer().notNull().default(0),
    createdAt: instant().notNull(),
    updatedAt: instant().notNull(),
  },
  (t) => [
    index('agenda_items_event').on(t.eventId, t.startsAt, t.position),
    uniqueIndex('agenda_items_source').on(t.eventId, t.sourceId),
  ],
)

/** Somebody who has a role in an agenda, as they present themselves by their own link; one for all their roles. */
export const speakers = table(
  'speakers',
  {
    id: text().primaryKey(),
    eventId: text()
      .notNull()
      .references(() => events.id, { onDelete: 'cascade' }),
    personId: text().references(() => persons.id, { onDelete: 'set null' }),
    attendeeId: text().references(() => attendees.id, { onDelete: 'set null' }),
    email: text(),
    /** Mails and page are in it. */
    language: text().$type<Language>().notNull(),
    biography: localized().notNull().default({}),
    pictureId: text().references(() => files.id, { onDelete: 'set null' }),
    /** Raised to revoke the link. */
    tokenVersion: integer().notNull().default(1),
    tokenHash: text().notNull(),
    /** By what another system knows them. */
    sourceId: text(),
    askedAt: instant(),
    /** Who asked them, and so hears when they decline. */
    askedBy: text().references(() => users.id, { onDelete: 'set null' }),
    /** The day, in the event's zone, for which a reminder last went by itself. */
    remindedFor: text(),
    thankedAt: instant(),
    createdAt: instant().notNull(),
    updatedAt: instant().notNull(),
  },
  (t) => [
    uniqueIndex('speakers_token').on(t.tokenHash),
    uniqueIndex('speakers_person').on(t.eventId, t.personId),
    uniqueIndex('speakers_attendee').on(t.eventId, t.attendeeId),
    uniqueIndex('speakers_source').on(t.eventId, t.sourceId),
  ],
)

/** Who does what in an item: somebody of the directory, an attendee, or a name written in. */
export const agendaRoles = table(
  'agenda_roles',
  {
    id: text().primaryKey(),
    itemId: text()
      .notNull()
      .references(() => agendaItems.id, { onDelete: 'cascade' }),
    eventId: text().notNull(),
    role: text().$type<'chair' | 'moderator' | 'speaker' | 'rapporteur' | 'interpreter'>().notNull(),
    speakerId: text().references(() => speakers.id, { onDelete: 'set null' }),
    /** What they said to being asked. */
    confirmation: text().$type<'none' | 'asked' | 'confirmed' | 'declined'>().notNull().default('none'),
    answeredAt: instant(),
    /** Why they declined, when they said so: for the organisers alone. */
    reason: text().notNull().default(''),
    /** What their contribution is called, where it has a name of its own. */
    contribution: localized().notNull().default({}),
    attendeeId: text().references(() => attendees.id, { onDelete: 'set null' }),
    personId: text().references(() => persons.id, { onDelete: 'set null' }),
    honorific: localized().notNull(),
    names: json<PersonNames>().notNull(),
    position: localized().notNull(),
    organisationName: localized().notNull(),
    rank: integer().notNull(),
  },
  (t) => [
    index('agenda_roles_item').on(t.itemId, t.rank),
    index('agenda_roles_event').on(t.eventId),
    index('agenda_roles_speaker').on(t.speakerId),
  ],
)

/** An attendee's wish to be in an item that takes sign-ups; `waiting` when its seats were taken. */
export const agendaSignUps = table(
  'agenda_sign_ups',
  {
    id: text().primaryKey(),
    itemId: text()
      .notNull()
      .references(() => agendaItems.id, { onDelete: 'cascade' }),
    attendeeId: text()
      .notNull()
      .references(() => attendees.id, { onDelete: 'cascade' }),
    state: text().$type<'seated' | 'waiting'>().notNull(),
    createdAt: instant().notNull(),
    /** When a seat that came free was given to them, until they have been written to. */
    movedUpAt: instant(),
  },
  (t) => [
    uniqueIndex('agenda_sign_ups_item').on(t.itemId, t.attendeeId),
    index('agenda_sign_ups_attendee').on(t.attendeeId),
    index('agenda_sign_ups_untold').on(t.movedUpAt).where(isNotNull(t.movedUpAt)),
  ],
)
