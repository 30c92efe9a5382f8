import type { Block } from '../../app/documents/blocks.ts'
import type { Language } from '../../app/i18n/languages.ts'
import {
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
import { offices, users } from './accounts.server.ts'
import type { OrganisationKind, PersonNames } from './directory.server.ts'
import { events } from './events.server.ts'

/** A letter speaks to its reader; a note verbale speaks of both sides in the third person and bears no name. */
export type LetterKind = 'formal' | 'verbale'
/** One language, or two beside each other, or one after the other. */
export type LetterLayout = 'single' | 'side' | 'after'

/** How a letter begins and ends for readers that fit; what is empty fits everybody. */
export type Formula = {
  kind: LetterKind
  side: 'person' | 'organisation' | ''
  organisationKind: OrganisationKind | ''
  /** Honorifics in any language, separated by commas. */
  honorifics: string
  opening: { [language in Language]?: string }
  closing: { [language in Language]?: string }
}

/** What the office's letters look like. Without a row, the office's name and our formulas. */
export const letterheads = table('letterheads', {
  officeId: text()
    .primaryKey()
    .references(() => offices.id, { onDelete: 'cascade' }),
  /** One line or several. */
  name: localized().notNull(),
  address: localized().notNull(),
  contact: localized().notNull(),
  footer: localized().notNull(),
  /** Where letters are written, for the line with the date. */
  place: localized().notNull(),
  logoId: text(),
  /** Such as `IOM-IQ/{year}/{number:3}`. */
  numberPattern: text().notNull(),
  incomingPattern: text().notNull(),
  formulas: json<Formula[]>().notNull(),
  updatedAt: instant().notNull(),
})

export const signatories = table(
  'signatories',
  {
    id: text().primaryKey(),
    officeId: text()
      .notNull()
      .references(() => offices.id, { onDelete: 'cascade' }),
    names: json<PersonNames>().notNull(),
    position: localized().notNull(),
    signatureId: text(),
    createdAt: instant().notNull(),
    updatedAt: instant().notNull(),
  },
  (t) => [index('signatories_office').on(t.officeId, t.createdAt)],
)

/** A letter's text: the office's, or with `eventId` one event's own. */
export const letterTemplates = table(
  'letter_templates',
  {
    id: text().primaryKey(),
    officeId: text()
      .notNull()
      .references(() => offices.id, { onDelete: 'cascade' }),
    eventId: text().references(() => events.id, { onDelete: 'cascade' }),
    kind: text().$type<LetterKind>().notNull(),
    name: text().notNull(),
    /** Liquid merge fields allowed. */
    subject: localized().notNull(),
    /** Markdown with Liquid merge fields; what stands between opening and closing formula. */
    body: localized().notNull(),
    createdAt: instant().notNull(),
    updatedAt: instant().notNull(),
  },
  (t) => [index('letter_templates_office').on(t.officeId, t.eventId, t.createdAt)],
)

/** The last number drawn in a year. Updating the row is the lock under which numbers are drawn. */
export const letterCounters = table(
  'letter_counters',
  {
    officeId: text()
      .notNull()
      .references(() => offices.id, { onDelete: 'cascade' }),
    way: text().$type<'out' | 'in'>().notNull(),
    year: integer().notNull(),
    last: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.officeId, t.way, t.year] })],
)

/** One language of a letter as it was issued; every word on the paper. */
export type LetterText = {
  language: Language
  head: { name: string; address: string; contact: string; footer: string }
  place: string
  date: string
  addressee: string[]
  subject: string
  blocks: Block[]
  signatory: { name: string; position: string }
}
export type LetterSnapshot = {
  kind: LetterKind
  layout: LetterLayout
  texts: LetterText[]
  logoId: string | null
  signatureId: string | null
  /** With the code that leads to the answer page. The link itself is derived anew whenever the letter is set. */
  hasCode: boolean
}

/** The register: letters that went out and came in, each under its number for good. */
export const letters = table(
  'letters',
  {
    id: text().primaryKey(),
    officeId: text()
      .notNull()
      .references(() => offices.id, { onDelete: 'cascade' }),
    eventId: text()
      .notNull()
      .references(() => events.id, { onDelete: 'cascade' }),
    way: text().$type<'out' | 'in'>().notNull(),
    year: integer().notNull(),
    number: integer().notNull(),
    /** Our number as it is written on paper. */
    reference: text().notNull(),
    /** `YYYY-MM-DD` on the letter. */
    datedOn: text().notNull(),
    invitationId: text(),
    /** Whom it went to, or whom it came from. */
    correspondent: localized().notNull(),
    subject: localized().notNull(),
    /** Empty for what came in. */
    snapshot: json<LetterSnapshot>(),
    /** Which were issued together, so that a form sent twice draws no second numbers. */
    batchId: text().notNull(),
    /** The signed letter, or the one that came in, as it was scanned. */
    scanId: text(),
    /** The number that the sender gave it. */
    theirReference: text().notNull().default(''),
    /** `YYYY-MM-DD` when it reached us; empty for what went out. */
    receivedOn: text(),
    /** The letter of ours that it answers. */
    repliesTo: text(),
    voidedAt: instant(),
    voidReason: text().notNull().default(''),
    /** Reference, correspondent and subject, folded. */
    searchKey: text().notNull(),
    createdBy: text().references(() => users.id, { onDelete: 'set null' }),
    createdAt: instant().notNull(),
  },
  (t) => [
    uniqueIndex('letters_number').on(t.officeId, t.way, t.year, t.number),
    index('letters_event').on(t.eventId, t.way, t.year, t.number),
    index('letters_batch').on(t.batchId),
    index('letters_invitation').on(t.invitationId),
  ],
)

/**
 * What of a letter went with a mail, byte for byte: its PDF with the link of that time, or its scan. Kept as long as the
 * letter says anything, whatever is printed or scanned later.
 */
export const letterPapers = table(
  'letter_papers',
  {
    documentId: text().primaryKey(),
    letterId: text()
      .notNull()
      .references(() => letters.id, { onDelete: 'cascade' }),
    /** Of the link on a PDF of ours; null for a scan. */
    linkVersion: integer(),
    createdAt: instant().notNull(),
  },
  (t) => [index('letter_papers_letter').on(t.letterId)],
)
