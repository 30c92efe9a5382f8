import { z } from 'zod'
import { type Localized, languages } from '../i18n/languages.ts'
import { isMailAddress, oneLine } from '../mail/address.ts'
import { localizedText, requiredLocalizedText } from '../ui/localized-schema.ts'
import type { PersonContent } from './persons.server.ts'
import { distinctAddresses, organisationKinds, sorts, splitList } from './rules.ts'

const line = (max: number) => z.string().trim().max(max, 'tooLong').transform(oneLine).default('')
const localizedLine = (max: number) => localizedText(max).transform(inOneLine)
const orNull = (max: number) => line(max).transform((text) => text || null)
const mailAddress = z.string().trim().refine(isMailAddress, 'email')
const list = z
  .string()
  .max(1000, 'tooLong')
  .default('')
  .transform(splitList)
  .refine((parts) => parts.every((part) => part.length <= 80), 'tooLong')
const language = z
  .enum(languages)
  .optional()
  .transform((given) => given ?? null)
const precedence = z.coerce
  .number<string | undefined>()
  .int('number')
  .min(1, 'number')
  .max(99_999, 'number')
  .optional()
  .transform((given) => given ?? null)
const notes = z.string().trim().max(5000, 'tooLong').default('')

export const personForm = z
  .object({
    latin: line(200),
    arabic: line(200),
    honorific: localizedLine(60),
    position: localizedLine(200),
    organisationId: orNull(40),
    /** One to a line; the first is written to. */
    addresses: z
      .string()
      .max(2000, 'tooLong')
      .default('')
      .transform((text) => distinctAddresses(text.split(/[\s,;،؛]+/).filter(Boolean)))
      .refine((all) => all.every(isMailAddress), 'directory:error.address'),
    phone: orNull(40),
    language,
    precedence,
    tags: list,
    notes,
  })
  .superRefine((person, context) => {
    if (!person.latin && !person.arabic)
      context.addIssue({ code: 'custom', path: ['latin'], message: 'directory:error.name' })
  })

function inOneLine(text: Localized): Localized {
  return Object.fromEntries(Object.entries(text).map(([language, words]) => [language, oneLine(words)]))
}

/** A person as the form gives them, with each script's name where it belongs. */
export function personOf({ latin, arabic, ...person }: z.output<typeof personForm>): PersonContent {
  return {
    ...person,
    names: { ...(latin && { latin: { full: latin } }), ...(arabic && { arabic: { full: arabic } }) },
  }
}

export const organisationForm = z.object({
  kind: z.enum(organisationKinds),
  name: requiredLocalizedText(300).transform(inOneLine),
  acronym: orNull(30),
  aliases: list,
  parentId: orNull(40),
  email: mailAddress.optional().transform((given) => given ?? null),
  phone: orNull(40),
  language,
  precedence,
  tags: list,
  notes,
})

const among = <T extends string>(values: readonly T[], value: string | null): T | null =>
  values.find((candidate) => candidate === value) ?? null

/** What a list is asked to show, from its address; whatever makes no sense there is left out. */
export function readListFilter(parameters: URLSearchParams) {
  // PostgreSQL takes no NUL, not even to look for.
  const said = (name: string, max: number) => (parameters.get(name) ?? '').replaceAll('\0', '').slice(0, max)
  const page = Number.parseInt(parameters.get('page') ?? '1', 10)
  return {
    filter: {
      search: said('search', 100),
      kind: among(organisationKinds, parameters.get('kind')),
      organisationId: said('organisation', 40) || null,
      tag: said('tag', 80) || null,
      language: among(languages, parameters.get('language')),
      withoutAddress: parameters.get('address') === 'none',
      sort: among(sorts, parameters.get('sort')) ?? 'name',
    },
    page: page >= 1 && page <= 100_000 ? page : 1,
  }
}
