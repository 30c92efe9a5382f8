import { bytewise, index, instant, integer, json, primaryKey, table, text } from '../columns.server.ts'
import { users } from './accounts.server.ts'
import { events } from './events.server.ts'
import { attendees, invitations } from './invitations.server.ts'

/** Every word of an attendee's `searchKey` and address: what the search of the guest table looks up. */
export const guestWords = table(
  'guest_words',
  {
    attendeeId: text()
      .notNull()
      .references(() => attendees.id, { onDelete: 'cascade' }),
    word: bytewise().notNull(),
    eventId: text().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.attendeeId, t.word] }),
    index('guest_words_word').on(t.eventId, t.word, t.attendeeId),
  ],
)

/** What somebody at the desk noted about a guest: called, no answer. Never shown to guests. */
export const guestNotes = table(
  'guest_notes',
  {
    id: text().primaryKey(),
    eventId: text()
      .notNull()
      .references(() => events.id, { onDelete: 'cascade' }),
    invitationId: text()
      .notNull()
      .references(() => invitations.id, { onDelete: 'cascade' }),
    kind: text().$type<'note' | 'called' | 'noReply' | 'met' | 'wrote'>().notNull(),
    text: text('text').notNull(),
    userId: text().references(() => users.id, { onDelete: 'set null' }),
    at: instant().notNull(),
  },
  (t) => [index('guest_notes_invitation').on(t.invitationId, t.at)],
)

/** A change to many guests that can be taken back until `expiresAt`. */
export const undoEntries = table(
  'undo_entries',
  {
    id: text().primaryKey(),
    eventId: text()
      .notNull()
      .references(() => events.id, { onDelete: 'cascade' }),
    userId: text().references(() => users.id, { onDelete: 'set null' }),
    /** What was done, as in the audit, e.g. `guests.setLanguage`. */
    action: text().notNull(),
    /** How many guests it changed. */
    changed: integer().notNull(),
    undoneAt: instant(),
    createdAt: instant().notNull(),
    expiresAt: instant().notNull(),
  },
  (t) => [
    index('undo_entries_event').on(t.eventId, t.createdAt),
    index('undo_entries_expiry').on(t.expiresAt),
  ],
)

/** What some hundred of the changed rows were before and became, so that only what nobody changed since is restored. */
export const undoRows = table(
  'undo_rows',
  {
    undoId: text()
      .notNull()
      .references(() => undoEntries.id, { onDelete: 'cascade' }),
    position: integer().notNull(),
    rows: json<UndoRow[]>().notNull(),
  },
  (t) => [primaryKey({ columns: [t.undoId, t.position] })],
)

/** One value that was changed: of which row, what it was, and what it became. */
export type UndoRow = {
  field:
    | 'attendee.language'
    | 'invitation.language'
    | 'invitation.policy'
    | 'invitation.reminders'
    | 'person.tags'
    | 'attendance'
    | 'invitationPart'
  id: string
  before: string | string[] | null
  after: string | string[]
}
