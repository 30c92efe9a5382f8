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
import { offices } from './accounts.server.ts'

export type OrganisationKind =
  | 'ministry'
  | 'local_authority'
  | 'donor'
  | 'embassy'
  | 'un_agency'
  | 'ngo'
  | 'academia'
  | 'media'
  | 'private_sector'
  | 'host'
  | 'other'

/** One script's spelling of a personal name; `full` is as its owner writes it, case and order untouched. */
export type NameParts = { full: string; given?: string; family?: string }
export type PersonNames = { latin?: NameParts; arabic?: NameParts }

export const organisations = table(
  'organisations',
  {
    id: text().primaryKey(),
    officeId: text()
      .notNull()
      .references(() => offices.id, { onDelete: 'cascade' }),
    parentId: text(),
    kind: text().$type<OrganisationKind>().notNull(),
    name: localized().notNull(),
    acronym: text(),
    /** Other spellings met in lists and letters, so that the next import finds this row. */
    aliases: json<string[]>().notNull(),
    email: text(),
    /** `email` in lower case: what duplicates are found by. */
    emailKey: text(),
    phone: text(),
    language: text().$type<Language>(),
    /** Protocol rank, lower first; empty ranks after all that have one. */
    precedence: integer(),
    tags: json<string[]>().notNull(),
    notes: text().notNull().default(''),
    /** All names folded (see app/directory/fold.ts), what a search reads. */
    searchKey: text().notNull(),
    /** The name a list is sorted by in SQL, folded. */
    sortKey: text().notNull(),
    createdAt: instant().notNull(),
    updatedAt: instant().notNull(),
  },
  (t) => [
    index('organisations_office').on(t.officeId, t.sortKey),
    index('organisations_email').on(t.officeId, t.emailKey),
  ],
)

export const persons = table(
  'persons',
  {
    id: text().primaryKey(),
    officeId: text()
      .notNull()
      .references(() => offices.id, { onDelete: 'cascade' }),
    organisationId: text().references(() => organisations.id, { onDelete: 'set null' }),
    honorific: localized().notNull(),
    names: json<PersonNames>().notNull(),
    position: localized().notNull(),
    phone: text(),
    language: text().$type<Language>(),
    precedence: integer(),
    tags: json<string[]>().notNull(),
    notes: text().notNull().default(''),
    searchKey: text().notNull(),
    sortKey: text().notNull(),
    /** How the name sounds in each script (see app/directory/sound.ts): what an import finds this person by. */
    latinSound: text().notNull().default(''),
    arabicSound: text().notNull().default(''),
    createdAt: instant().notNull(),
    updatedAt: instant().notNull(),
  },
  (t) => [
    index('persons_office').on(t.officeId, t.sortKey),
    index('persons_latin_sound').on(t.officeId, t.latinSound),
    index('persons_arabic_sound').on(t.officeId, t.arabicSound),
    index('persons_organisation').on(t.organisationId),
  ],
)

/** A person's mail addresses, the first by `rank` being the one written to. */
export const personEmails = table(
  'person_emails',
  {
    id: text().primaryKey(),
    officeId: text().notNull(),
    personId: text()
      .notNull()
      .references(() => persons.id, { onDelete: 'cascade' }),
    address: text().notNull(),
    /** `address` in lower case: what duplicates are found by. */
    addressKey: text().notNull(),
    rank: integer().notNull(),
    isFailing: boolean().notNull().default(false),
  },
  (t) => [
    uniqueIndex('person_emails_person_address').on(t.personId, t.addressKey),
    index('person_emails_key').on(t.officeId, t.addressKey),
  ],
)
