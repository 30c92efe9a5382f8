import { isNotNull, sql } from 'drizzle-orm'
import type { Language } from '../../app/i18n/languages.ts'
import {
  boolean,
  index,
  instant,
  integer,
  json,
  localized,
  primaryKey,
  table,
  text,
  uniqueIndex,
} from '../columns.server.ts'
import { organisations, type PersonNames, persons } from './directory.server.ts'
import { events, parts } from './events.server.ts'

export type InvitationState = 'draft' | 'sent' | 'revoked'

/** To a person, or to an organisation which names delegates: exactly one of the two ids is set. */
export const invitations = table(
  'invitations',
  {
    id: text().primaryKey(),
    eventId: text()
      .notNull()
      .references(() => events.id, { onDelete: 'cascade' }),
    personId: text().references(() => persons.id),
    organisationId: text().references(() => organisations.id),
    language: text().$type<Language>().notNull(),
    policy: text().$type<'bound' | 'substitute' | 'open'>().notNull(),
    /** How many may come on this invitation; 1 for a person. */
    seats: integer().notNull(),
    /** How many further names an organisation may give as alternates. */
    alternates: integer().notNull().default(0),
    state: text().$type<InvitationState>().notNull(),
    /** SHA-256 of the answer link's token, base64url. The token itself is derived, never stored. */
    tokenHash: text().notNull(),
    /** Raised to revoke the old link and make another. */
    tokenVersion: integer().notNull().default(1),
    /** When the guest first sent an answer. */
    answeredAt: instant(),
    message: text().notNull().default(''),
    /** When somebody with the link said that they are not who it is for; empty again with a new link. */
    wrongRecipientAt: instant(),
    /** Since when no reminder goes to this guest any more. */
    remindersStoppedAt: instant(),
    /** Who answers for the organisation, as they gave it themselves: for the desk to call. */
    focalName: text().notNull().default(''),
    focalPhone: text().notNull().default(''),
    createdAt: instant().notNull(),
    updatedAt: instant().notNull(),
  },
  (t) => [
    uniqueIndex('invitations_token').on(t.tokenHash),
    uniqueIndex('invitations_person').on(t.eventId, t.personId),
    uniqueIndex('invitations_organisation').on(t.eventId, t.organisationId),
    index('invitations_event').on(t.eventId, t.createdAt),
    index('invitations_state').on(t.eventId, t.state),
    index('invitations_wrong_recipient')
      .on(t.eventId, t.wrongRecipientAt)
      .where(isNotNull(t.wrongRecipientAt)),
    index('invitations_unanswered').on(t.eventId, t.answeredAt),
  ],
)

export const invitationParts = table(
  'invitation_parts',
  {
    invitationId: text()
      .notNull()
      .references(() => invitations.id, { onDelete: 'cascade' }),
    partId: text()
      .notNull()
      .references(() => parts.id, { onDelete: 'cascade' }),
    /** An organisation's own answer, which it may give before it names anybody. A person's stands in the attendance. */
    status: text().$type<'invited' | 'accepted' | 'tentative' | 'declined'>().notNull().default('invited'),
    reason: text().notNull().default(''),
  },
  (t) => [primaryKey({ columns: [t.invitationId, t.partId] }), index('invitation_parts_part').on(t.partId)],
)

/** What a guest needs so as to take part. */
export type Needs = { access?: string; diet?: string; listenLanguage?: Language }

/**
 * A delegate has one of the invitation's seats, an alternate stands by, `requested` waits for the organiser's word;
 * whom the organiser refused and whom their own side took off the list have none.
 */
export type AttendeeSeat = 'delegate' | 'alternate' | 'requested' | 'refused' | 'removed'

/** A person who is to come, from an invitation, a delegation or the door. Names are copied as they were then. */
export const attendees = table(
  'attendees',
  {
    id: text().primaryKey(),
    eventId: text()
      .notNull()
      .references(() => events.id, { onDelete: 'cascade' }),
    invitationId: text().references(() => invitations.id, { onDelete: 'cascade' }),
    personId: text().references(() => persons.id, { onDelete: 'set null' }),
    organisationId: text().references(() => organisations.id, { onDelete: 'set null' }),
    source: text().$type<'invitation' | 'delegation' | 'substitute' | 'door'>().notNull(),
    /** Which place they have on their invitation; substitutes begin as `requested` where the organiser is to approve. */
    seat: text().$type<AttendeeSeat>().notNull().default('delegate'),
    /** The invited person's attendee whom this one comes in place of. */
    substituteFor: text(),
    isHead: boolean().notNull().default(false),
    honorific: localized().notNull(),
    names: json<PersonNames>().notNull(),
    position: localized().notNull(),
    organisationName: localized().notNull(),
    email: text(),
    phone: text(),
    language: text().$type<Language>().notNull(),
    needs: json<Needs>().notNull(),
    /** Names and organisation folded, what a search reads. */
    searchKey: text().notNull(),
    sortKey: text().notNull(),
    /** Order within a delegation, as the organisation named them. */
    rank: integer().notNull().default(0),
    /** Sorts the attendees of an event by precedence, see app/directory/precedence.ts. */
    precedenceKey: text().notNull().default(''),
    /** SHA-256 of their own link's token; null where the invitation's link is theirs, and once they are off the list. */
    tokenHash: text(),
    tokenVersion: integer().notNull().default(1),
    /** When somebody with their own link said that they are not who it is for. */
    wrongRecipientAt: instant(),
    createdAt: instant().notNull(),
    updatedAt: instant().notNull(),
  },
  (t) => [
    uniqueIndex('attendees_token').on(t.tokenHash),
    index('attendees_event').on(t.eventId, t.sortKey, t.id),
    index('attendees_organisation').on(t.eventId, t.organisationId, t.sortKey, t.id),
    index('attendees_language').on(t.eventId, t.language, t.sortKey, t.id),
    index('attendees_precedence').on(t.eventId, t.precedenceKey, t.id),
    index('attendees_invitation').on(t.invitationId),
    index('attendees_substitute').on(t.substituteFor),
    index('attendees_with_needs').on(t.eventId).where(sql`${t.needs} <> '{}'`),
    index('attendees_delegations').on(t.eventId, t.seat).where(sql`${t.source} <> 'invitation'`),
    index('attendees_wrong_recipient').on(t.eventId, t.wrongRecipientAt).where(isNotNull(t.wrongRecipientAt)),
    index('attendees_email').on(t.email),
  ],
)

export type AttendanceStatus =
  | 'proposed'
  | 'invited'
  | 'accepted'
  | 'tentative'
  | 'declined'
  | 'waitlisted'
  /** A seat is kept for them until `offerUntil`. */
  | 'offered'
  | 'cancelled'
  | 'attended'
export type AnswerChannel = 'link' | 'calendar' | 'mail' | 'phone' | 'letter' | 'in_person'

/** One attendee's status in one part, as it stands now. */
export const attendances = table(
  'attendances',
  {
    attendeeId: text()
      .notNull()
      .references(() => attendees.id, { onDelete: 'cascade' }),
    partId: text()
      .notNull()
      .references(() => parts.id, { onDelete: 'cascade' }),
    eventId: text().notNull(),
    status: text().$type<AttendanceStatus>().notNull(),
    /** Why the guest declined, when they said so. */
    reason: text().notNull().default(''),
    answeredVia: text().$type<AnswerChannel>(),
    answeredAt: instant(),
    /** Whether they said so themselves, and not whoever named them. */
    isOwnWord: boolean().notNull().default(false),
    /** Order on the waiting list, by rank and then by this; kept while a seat is offered. */
    waitingSince: instant(),
    /** 0 unless the organiser moved somebody up or down: then the list's front counts up to -1. */
    waitingRank: integer().notNull().default(0),
    /** The last instant at which an offered seat may be taken. */
    offerUntil: instant(),
    /** Since when an offer was let go by: no seat comes to them by itself until they ask again. */
    restsSince: instant(),
  },
  (t) => [
    primaryKey({ columns: [t.attendeeId, t.partId] }),
    index('attendances_part').on(t.partId, t.status, t.attendeeId),
    index('attendances_event').on(t.eventId, t.status),
    index('attendances_offered').on(t.offerUntil).where(isNotNull(t.offerUntil)),
    index('attendances_answered').on(t.partId, t.answeredAt, t.attendeeId),
    index('attendances_channel').on(t.eventId, t.answeredVia).where(isNotNull(t.answeredVia)),
  ],
)

/** Append-only: every answer and every change of one, with who gave it and how. */
export const answers = table(
  'answers',
  {
    id: text().primaryKey(),
    eventId: text().notNull(),
    invitationId: text(),
    /** Empty for what an organisation answered as such. */
    attendeeId: text().notNull(),
    partId: text().notNull(),
    status: text().$type<AttendanceStatus>().notNull(),
    reason: text().notNull().default(''),
    via: text().$type<AnswerChannel>().notNull(),
    /** The user who entered it on the guest's behalf; empty when the guest did. */
    enteredBy: text(),
    /** What that user noted about it, e.g. who called. */
    note: text().notNull().default(''),
    /** Made when the form is shown, so that a repeated POST is recognised as the same answer. */
    requestId: text(),
    at: instant().notNull(),
  },
  (t) => [
    index('answers_attendee').on(t.attendeeId, t.at),
    index('answers_invitation').on(t.invitationId, t.at),
    index('answers_event').on(t.eventId, t.at, t.id),
    uniqueIndex('answers_request').on(t.requestId, t.attendeeId, t.partId),
  ],
)
