import { type Language, languages } from '../../i18n/languages.ts'

/** What a column of a list may hold. `text` ones may say their language: `position.ar`. */
export const plainFields = [
  'id',
  'kind',
  'givenName',
  'familyName',
  'arabicName',
  'acronym',
  'aliases',
  'email',
  'phone',
  'language',
  'tags',
  'precedence',
  'notes',
] as const
export const textFields = ['honorific', 'name', 'organisation', 'position', 'parent'] as const
export type PlainField = (typeof plainFields)[number]
export type TextField = (typeof textFields)[number]
export type Field = PlainField | TextField | `${TextField}.${Language}`
export type Mapping = (Field | null)[]

/** All fields in the order in which a person who corrects a column chooses from them. */
export const fieldNames: Field[] = [
  'honorific',
  'name',
  'givenName',
  'familyName',
  'arabicName',
  'organisation',
  'position',
  'email',
  'phone',
  'language',
  'tags',
  'notes',
  'kind',
  'acronym',
  'aliases',
  'parent',
  'precedence',
  'id',
  ...textFields.flatMap((field) => languages.map((language): Field => `${field}.${language}`)),
]

export function isField(value: unknown): value is Field {
  return fieldNames.includes(value as Field)
}
