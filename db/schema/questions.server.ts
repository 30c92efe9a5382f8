import type { Localized } from '../../app/i18n/languages.ts'
import {
  boolean,
  decimal,
  index,
  instant,
  integer,
  json,
  localized,
  primaryKey,
  table,
  text,
} from '../columns.server.ts'
import { documents } from './documents.server.ts'
import { events, parts } from './events.server.ts'
import { attendees } from './invitations.server.ts'

/** One answer to choose. One that is no longer offered stays, so that whoever chose it can be read. */
export type QuestionOption = { id: string; text: Localized; isOffered: boolean }

/** Asked only of those who chose one of `options` above; with none listed, of those who answered that question at all. */
export type QuestionCondition = { questionId: string; options: string[] }

/** What an event asks its guests besides whether they come. */
export const questions = table(
  'questions',
  {
    id: text().primaryKey(),
    eventId: text()
      .notNull()
      .references(() => events.id, { onDelete: 'cascade' }),
    /** Asked only of those who come to this part; of everybody who comes to something when empty. */
    partId: text().references(() => parts.id, { onDelete: 'cascade' }),
    kind: text().$type<'short' | 'long' | 'choice' | 'several' | 'number' | 'date' | 'file'>().notNull(),
    label: localized().notNull(),
    hint: localized().notNull(),
    options: json<QuestionOption[]>().notNull(),
    isRequired: boolean().notNull(),
    audience: text().$type<'everybody' | 'persons' | 'delegates' | 'substitutes'>().notNull(),
    condition: json<QuestionCondition>(),
    /** The least number or earliest day, as the answer itself is stored. */
    least: text(),
    /** The greatest number, the latest day, or a file's megabytes. */
    most: text(),
    /** About health or belief: only for those who organise, and in no general list. */
    isSensitive: boolean().notNull(),
    /** Order on the page; conditions point upwards only. */
    position: integer().notNull(),
    /** No longer asked; its answers stay. */
    archivedAt: instant(),
    createdAt: instant().notNull(),
    updatedAt: instant().notNull(),
  },
  (t) => [index('questions_event').on(t.eventId, t.position)],
)

/** What somebody says to a question as it stands now; a row for each option chosen. */
export const questionAnswers = table(
  'question_answers',
  {
    attendeeId: text()
      .notNull()
      .references(() => attendees.id, { onDelete: 'cascade' }),
    questionId: text()
      .notNull()
      .references(() => questions.id, { onDelete: 'cascade' }),
    /** Empty where nothing is chosen from. */
    optionId: text().notNull().default(''),
    eventId: text().notNull(),
    /** A text; a number with a decimal point; a day as `YYYY-MM-DD`; a file's id. */
    value: text().notNull().default(''),
    /** The number once more, to be summed. */
    amount: decimal(),
    answeredAt: instant().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.attendeeId, t.questionId, t.optionId] }),
    index('question_answers_question').on(t.questionId, t.optionId),
  ],
)

/** A file somebody sent in answer to a question, kept before the answer itself so that a form that comes back has it. */
export const questionFiles = table(
  'question_files',
  {
    documentId: text()
      .primaryKey()
      .references(() => documents.id, { onDelete: 'cascade' }),
    attendeeId: text()
      .notNull()
      .references(() => attendees.id, { onDelete: 'cascade' }),
    questionId: text()
      .notNull()
      .references(() => questions.id, { onDelete: 'cascade' }),
  },
  (t) => [
    index('question_files_attendee').on(t.attendeeId),
    index('question_files_question').on(t.questionId),
  ],
)
