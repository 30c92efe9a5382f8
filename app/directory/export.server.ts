import { and, asc, eq } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Reader } from '#db/client.server.ts'
import { organisations, personEmails, persons } from '#db/schema/directory.server.ts'
import type { OfficeScope } from '../accounts/scope.server.ts'
import type { Sheet, SheetCell } from '../documents/spreadsheet.server.ts'
import { direction, type Language, type Localized, languages, localize } from '../i18n/languages.ts'
import { translator } from '../i18n/translator.ts'
import type { PlainField, TextField } from './import/field-names.ts'

/*
 * What an import takes back as it is: every column has a heading it knows, the first holds the id by which a row is
 * found again, and texts stand in a column for each language.
 */

export type DirectorySheet = Sheet & { name: string }

/** All persons of the office, by name. */
export async function personsSheet(
  read: Reader,
  scope: OfficeScope,
  language: Language,
): Promise<DirectorySheet> {
  const rows = await read
    .select({ person: persons, organisationName: organisations.name })
    .from(persons)
    .leftJoin(organisations, eq(organisations.id, persons.organisationId))
    .where(eq(persons.officeId, scope.officeId))
    .orderBy(asc(persons.sortKey), asc(persons.id))
  const addresses = await addressesByPerson(read, scope)
  const t = translator(language)
  return {
    name: t('directory:persons.title'),
    rightToLeft: direction(language) === 'rtl',
    headings: [
      ...['id', 'name', 'arabicName'].map((field) => heading(field as PlainField, language)),
      ...perLanguage('honorific', language),
      ...perLanguage('position', language),
      ...['organisation', 'email', 'phone', 'language', 'tags', 'precedence', 'notes'].map((field) =>
        heading(field as PlainField, language),
      ),
    ],
    rows: rows.map(({ person, organisationName }) => [
      person.id,
      person.names.latin?.full ?? '',
      person.names.arabic?.full ?? '',
      ...texts(person.honorific),
      ...texts(person.position),
      localize(organisationName, 'en'),
      (addresses.get(person.id) ?? []).join('; '),
      person.phone,
      person.language,
      person.tags.join(', '),
      person.precedence,
      person.notes,
    ]),
  }
}

async function addressesByPerson(read: Reader, scope: OfficeScope): Promise<Map<string, string[]>> {
  const rows = await read
    .select({ personId: personEmails.personId, address: personEmails.address })
    .from(personEmails)
    .where(eq(personEmails.officeId, scope.officeId))
    .orderBy(asc(personEmails.rank))
  const byPerson = new Map<string, string[]>()
  for (const { personId, address } of rows) {
    const there = byPerson.get(personId)
    if (there) there.push(address)
    else byPerson.set(personId, [address])
  }
  return byPerson
}

/** All organisations of the office, by name. */
export async function organisationsSheet(
  read: Reader,
  scope: OfficeScope,
  language: Language,
): Promise<DirectorySheet> {
  const parents = alias(organisations, 'parents')
  const rows = await read
    .select({ organisation: organisations, parentName: parents.name })
    .from(organisations)
    .leftJoin(
      parents,
      and(eq(parents.id, organisations.parentId), eq(parents.officeId, organisations.officeId)),
    )
    .where(eq(organisations.officeId, scope.officeId))
    .orderBy(asc(organisations.sortKey), asc(organisations.id))
  const t = translator(language)
  return {
    name: t('directory:organisations.title'),
    rightToLeft: direction(language) === 'rtl',
    headings: [
      heading('id', language),
      heading('kind', language),
      ...perLanguage('name', language),
      ...(
        ['acronym', 'aliases', 'parent', 'email', 'phone', 'language', 'tags', 'precedence', 'notes'] as const
      ).map((field) => heading(field, language)),
    ],
    rows: rows.map(({ organisation, parentName }) => [
      organisation.id,
      t(`directory:kind.${organisation.kind}`),
      ...texts(organisation.name),
      organisation.acronym,
      organisation.aliases.join('; '),
      localize(parentName, 'en'),
      organisation.email,
      organisation.phone,
      organisation.language,
      organisation.tags.join(', '),
      organisation.precedence,
      organisation.notes,
    ]),
  }
}

function heading(field: PlainField | TextField, language: Language): string {
  return translator(language)(`directory:field.${field}`)
}

function perLanguage(field: TextField, language: Language): string[] {
  return languages.map((code) => `${heading(field, language)} (${code})`)
}

function texts(text: Localized): SheetCell[] {
  return languages.map((language) => text[language] ?? '')
}
