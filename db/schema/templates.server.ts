import { index, instant, localized, table, text } from '../columns.server.ts'
import { offices, users } from './accounts.server.ts'
import { events } from './events.server.ts'

/** What speakers are written to about their roles; never a letter to many. */
export type SpeakerTemplateKind = 'speaker_request' | 'speaker_reminder' | 'speaker_thanks'

/** What the teams of exhibits are written to about what they write. */
export type BoothTemplateKind = 'booth_request' | 'booth_reminder' | 'booth_overdue' | 'booth_changes'

/** The kinds of letters to guests: what a template is for, and what a mailing is. */
export type TemplateKind =
  | 'save_the_date'
  | 'invitation'
  | 'reminder'
  | 'confirmation'
  | 'change'
  | 'cancellation'
  | 'thanks'
  | SpeakerTemplateKind
  | BoothTemplateKind

/**
 * What an office, or one event of it, writes instead of the text that Majlis proposes. Only languages that differ stand
 * here: an event's copy overlies its office's, and that one overlies ours.
 */
export const templates = table(
  'templates',
  {
    /** `{event or office}:{kind}`, so that there is one of each. */
    id: text().primaryKey(),
    officeId: text()
      .notNull()
      .references(() => offices.id, { onDelete: 'cascade' }),
    /** Empty for the office's own. */
    eventId: text().references(() => events.id, { onDelete: 'cascade' }),
    kind: text().$type<TemplateKind>().notNull(),
    /** Liquid merge fields allowed. */
    subject: localized().notNull(),
    /** Markdown with Liquid merge fields. */
    body: localized().notNull(),
    editedBy: text().references(() => users.id, { onDelete: 'set null' }),
    updatedAt: instant().notNull(),
  },
  (t) => [index('templates_office').on(t.officeId, t.eventId)],
)
