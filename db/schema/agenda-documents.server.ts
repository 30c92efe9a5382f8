import type { Language } from '../../app/i18n/languages.ts'
import { index, instant, integer, localized, table, text } from '../columns.server.ts'
import { agendaItems, speakers } from './agenda.server.ts'
import { documents } from './documents.server.ts'
import { events } from './events.server.ts'

/** A paper that belongs to an item, or to the agenda as a whole: its versions and languages are files of their own. */
export const agendaDocuments = table(
  'agenda_documents',
  {
    id: text().primaryKey(),
    eventId: text()
      .notNull()
      .references(() => events.id, { onDelete: 'cascade' }),
    /** Empty: the whole agenda's. */
    itemId: text().references(() => agendaItems.id, { onDelete: 'cascade' }),
    /** Who brought it, when a speaker did. */
    speakerId: text().references(() => speakers.id, { onDelete: 'set null' }),
    kind: text().$type<'agenda' | 'concept_note' | 'slides' | 'minutes' | 'other'>().notNull(),
    title: localized().notNull(),
    /** Who may open it: everybody, those invited to the item's part, or those who work on the event. */
    audience: text().$type<'public' | 'invited' | 'staff'>().notNull(),
    position: integer().notNull(),
    createdAt: instant().notNull(),
  },
  (t) => [
    index('agenda_documents_event').on(t.eventId),
    index('agenda_documents_item').on(t.itemId, t.position),
  ],
)

/** One file of a paper: a language's version; older ones stay for those who work on the event. */
export const agendaDocumentFiles = table(
  'agenda_document_files',
  {
    id: text().primaryKey(),
    agendaDocumentId: text()
      .notNull()
      .references(() => agendaDocuments.id, { onDelete: 'cascade' }),
    documentId: text()
      .notNull()
      .references(() => documents.id),
    /** Empty: in no language or in all. */
    language: text().$type<Language>(),
    /** 1, 2, 3 … within the paper and language. */
    number: integer().notNull(),
    /** How often it was opened by others than those who work on the event; robots left out. */
    downloads: integer().notNull().default(0),
    createdAt: instant().notNull(),
  },
  (t) => [
    index('agenda_document_files_paper').on(t.agendaDocumentId, t.language, t.number),
    index('agenda_document_files_document').on(t.documentId),
  ],
)
