import { z } from 'zod'
import { answerForm } from '#app/answers/forms.ts'
import { organisationKinds } from '#app/directory/rules.ts'
import { type Language, languages, missingLanguages } from '#app/i18n/languages.ts'
import { audienceSets } from '#app/invitations/audience.ts'
import { inviteSides } from '#app/invitations/forms.ts'
import { oneLine } from '#app/mail/address.ts'
import { holdsPrivateLink } from '#app/mail/private-link.ts'
import { localizedText, requiredLocalizedText } from '#app/ui/localized-schema.ts'
import type { LetterAudience, LetterTerms } from './issue.server.ts'
import type { LetterheadContent, SignatoryContent } from './letterhead.server.ts'
import type { RegisterFilter } from './register.server.ts'
import { isDay, isNumberPattern, letterKinds, letterLayouts, letterStates } from './rules.ts'

const id = z.string().max(64)
const day = z.string().trim().refine(isDay, 'date')
const line = (max: number) => z.string().overwrite(oneLine).max(max, 'tooLong').default('')
const orNone = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((value) => value || undefined, schema.optional()).catch(undefined)
const pattern = z.string().trim().max(60, 'tooLong').refine(isNumberPattern, 'letters:refused.pattern')

const formula = z.object({
  kind: z.enum(letterKinds),
  side: z.enum(inviteSides).optional(),
  organisationKind: z.enum(organisationKinds).optional(),
  honorifics: line(300),
  opening: localizedText(1000),
  closing: localizedText(1000),
})

/** How the office's letters look. A formula that neither begins nor ends anything is dropped. */
export const letterheadForm = z.object({
  name: requiredLocalizedText(300),
  address: localizedText(300),
  contact: localizedText(300),
  footer: localizedText(300),
  place: localizedText(80),
  numberPattern: pattern,
  incomingPattern: pattern,
  formulas: z.array(formula).max(30).default([]),
})

/** What the form above says, as it is kept. */
export function letterheadContent(given: z.output<typeof letterheadForm>): LetterheadContent {
  const kept = given.formulas.filter(({ opening, closing }) => Object.keys({ ...opening, ...closing }).length)
  return {
    ...given,
    formulas: kept.map(({ side, organisationKind, ...texts }) => ({
      ...texts,
      side: side === 'persons' ? 'person' : side === 'organisations' ? 'organisation' : '',
      organisationKind: organisationKind ?? '',
    })),
  }
}

export const counterForm = z.object({
  last: z.coerce.number<string | undefined>().int('number').min(0, 'number').max(99_999, 'number'),
})

export const signatoryForm = z
  .object({ latin: line(150), arabic: line(150), position: localizedText(150) })
  .refine(({ latin, arabic }) => latin || arabic, { path: ['latin'], message: 'directory:error.name' })

export function signatoryContent({
  latin,
  arabic,
  position,
}: z.output<typeof signatoryForm>): SignatoryContent {
  return {
    names: { ...(latin && { latin: { full: latin } }), ...(arabic && { arabic: { full: arabic } }) },
    position,
  }
}

const words = { subject: localizedText(250), body: localizedText(20_000) }

/** A template. Each language has both subject and text or neither, and one at least has them. */
export const templateForm = z
  .object({ name: z.string().trim().min(1).max(120, 'tooLong'), ...words })
  .superRefine((given, context) => {
    const refuse = (path: PropertyKey[], message: string) =>
      context.addIssue({ code: 'custom', path, message: `invitations:refused.${message}` })
    const [noSubject, noBody] = [given.subject, given.body].map((text) => missingLanguages(text, languages))
    if (noSubject?.length === languages.length && noBody?.length === languages.length)
      refuse(['body', 'en'], 'noText')
    for (const language of languages)
      if (noSubject?.includes(language) !== noBody?.includes(language))
        refuse([noSubject?.includes(language) ? 'subject' : 'body', language], 'halfText')
    for (const part of ['subject', 'body'] as const)
      for (const [language, text] of Object.entries(given[part]))
        if (holdsPrivateLink(text)) refuse([part, language], 'privateLink {{ answer.link }}')
  })

const terms = {
  template: id,
  layout: z.enum(letterLayouts).default('single'),
  language: z.enum(languages).optional(),
  second: z.enum(languages).optional(),
  signatory: id.optional(),
  datedOn: day,
  hasCode: z.boolean().default(false),
}

/** What is to be written, to whom, and how. */
export const issueForm = z
  .object({
    ...terms,
    invitation: id.optional(),
    who: z.enum(audienceSets).default('all'),
    side: z.enum(inviteSides).optional(),
    part: id.optional(),
    readers: z.enum(languages).optional(),
    kind: z.enum(organisationKinds).optional(),
    isFirst: z.boolean().default(false),
    /** How many letters the button spoke of. */
    expected: z.coerce.number<string | undefined>().int().optional(),
  })
  .refine(({ layout, second }) => layout === 'single' || second, { path: ['second'], message: 'required' })
export type IssueGiven = z.output<typeof issueForm>

export function issueTerms(given: IssueGiven): LetterTerms {
  const { template, layout, language = null, second = null, signatory, datedOn, hasCode } = given
  return { templateId: template, layout, language, second, signatoryId: signatory ?? null, datedOn, hasCode }
}

export function issueAudience({
  invitation,
  who,
  side,
  part,
  readers,
  kind,
  isFirst,
}: IssueGiven): LetterAudience {
  const narrowed = {
    ...(side && { side }),
    ...(part && { partId: part }),
    ...(readers && { language: readers }),
    ...(kind && { kind }),
  }
  return { invitationId: invitation ?? null, audience: { who, ...narrowed }, isFirst }
}

/** What a preview needs of a template and its terms, however unfinished they are. */
export const letterPreviewForm = z.object({
  ...words,
  kind: z.enum(letterKinds).catch('formal'),
  layout: z.enum(letterLayouts).catch('single'),
  language: z.enum(languages).optional().catch(undefined),
  second: z.enum(languages).optional().catch(undefined),
  guest: id.default('').catch(''),
  template: id.optional().catch(undefined),
  signatory: id.optional().catch(undefined),
  hasCode: z.boolean().default(false).catch(false),
})

/** A letter that came in; what it answers, where it answers, is read by `answerForm`'s rules. */
export const incomingForm = answerForm.extend({
  sender: z.string().overwrite(oneLine).min(1).max(300, 'tooLong'),
  theirReference: line(80),
  datedOn: day,
  receivedOn: day,
  subject: line(250),
})

export const voidForm = z.object({ reason: z.string().overwrite(oneLine).min(1).max(300, 'tooLong') })

/** The register's address; whatever is not understood is left out. */
export const registerSearch = z.object({
  search: z.string().trim().max(200).default('').catch(''),
  state: orNone(z.enum(letterStates)),
  batch: orNone(id),
  from: orNone(day),
  to: orNone(day),
  page: z.coerce.number().int().min(1).max(100_000).default(1).catch(1),
  done: orNone(z.enum(['issued', 'received', 'templateRemoved'])),
})
export type RegisterSearch = z.output<typeof registerSearch>

/** What the address asks for, as the register is read. */
export function registerFilter({ search, state, batch, from, to }: RegisterSearch): RegisterFilter {
  return { search, state: state ?? null, batch: batch ?? null, from: from ?? null, to: to ?? null }
}

/** The languages in which a template says something. */
export function writtenIn(text: {
  subject: Partial<Record<Language, string>>
  body: Partial<Record<Language, string>>
}) {
  return languages.filter((one) => text.subject[one]?.trim() && text.body[one]?.trim())
}
