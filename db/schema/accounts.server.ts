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

/** The host: its letterhead, sender, languages and time zone. Directory and events belong to it. */
export const offices = table('offices', {
  id: text().primaryKey(),
  name: localized().notNull(),
  languages: json<Language[]>().notNull(),
  /** IANA name; a new event starts from it. */
  zone: text().notNull(),
  senderName: localized().notNull(),
  senderAddress: text().notNull(),
  replyTo: text(),
  /** Whether a letter to many must be approved by somebody who neither began nor last changed it. */
  needsSecondPerson: boolean().notNull().default(false),
  /** A demonstration database may be wiped by `npm run demo`; a real one never. */
  isDemo: boolean().notNull().default(false),
  createdAt: instant().notNull(),
})

/** A person who signs in. `users`, `sessions`, `credentials` and `verifications` are what better-auth asks for. */
export const users = table(
  'users',
  {
    id: text().primaryKey(),
    name: text().notNull(),
    /** Stored in lower case. */
    email: text().notNull(),
    emailVerified: boolean().notNull().default(false),
    image: text(),
    language: text().$type<Language>().notNull().default('en'),
    createdAt: instant().notNull(),
    updatedAt: instant().notNull(),
  },
  (t) => [uniqueIndex('users_email').on(t.email)],
)

export const sessions = table(
  'sessions',
  {
    id: text().primaryKey(),
    userId: text()
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    token: text().notNull(),
    expiresAt: instant().notNull(),
    ipAddress: text(),
    userAgent: text(),
    createdAt: instant().notNull(),
    updatedAt: instant().notNull(),
  },
  (t) => [uniqueIndex('sessions_token').on(t.token), index('sessions_user').on(t.userId)],
)

export const credentials = table(
  'credentials',
  {
    id: text().primaryKey(),
    accountId: text().notNull(),
    providerId: text().notNull(),
    userId: text()
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    accessToken: text(),
    refreshToken: text(),
    idToken: text(),
    accessTokenExpiresAt: instant(),
    refreshTokenExpiresAt: instant(),
    scope: text(),
    password: text(),
    createdAt: instant().notNull(),
    updatedAt: instant().notNull(),
  },
  (t) => [
    index('credentials_user').on(t.userId),
    uniqueIndex('credentials_provider_account').on(t.providerId, t.accountId),
  ],
)

export const verifications = table(
  'verifications',
  {
    id: text().primaryKey(),
    identifier: text().notNull(),
    value: text().notNull(),
    expiresAt: instant().notNull(),
    createdAt: instant().notNull(),
    updatedAt: instant().notNull(),
  },
  (t) => [index('verifications_identifier').on(t.identifier)],
)

/** A user's role in the whole office. */
export const memberships = table(
  'memberships',
  {
    id: text().primaryKey(),
    officeId: text()
      .notNull()
      .references(() => offices.id, { onDelete: 'cascade' }),
    userId: text()
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    role: text().$type<'administrator' | 'organiser' | 'viewer'>().notNull(),
    createdAt: instant().notNull(),
  },
  (t) => [
    uniqueIndex('memberships_office_user').on(t.officeId, t.userId),
    index('memberships_user').on(t.userId),
  ],
)

/** Append-only: who did what to which row, with what it was before and after. */
export const auditEntries = table(
  'audit_entries',
  {
    id: text().primaryKey(),
    officeId: text().notNull(),
    eventId: text(),
    actorKind: text().$type<'user' | 'token' | 'worker' | 'system'>().notNull(),
    actorId: text(),
    /** Verb and noun as in the code, e.g. `invitation.answer`. */
    action: text().notNull(),
    subjectId: text(),
    before: json<unknown>(),
    after: json<unknown>(),
    at: instant().notNull(),
  },
  (t) => [
    index('audit_entries_event').on(t.eventId, t.at),
    index('audit_entries_subject').on(t.subjectId, t.at),
  ],
)

/** One row per process-wide fact, such as that the first-run set-up has happened. */
export const settings = table('settings', {
  key: text().primaryKey(),
  value: json<unknown>().notNull(),
  revision: integer().notNull().default(0),
})
