import { z } from 'zod'
import { organisationKinds } from '#app/directory/rules.ts'
import { type Language, type Localized, languages, missingLanguages } from '#app/i18n/languages.ts'
import { holdsPrivateLink } from '#app/mail/private-link.ts'
import { localizedText } from '#app/ui/localized-schema.ts'
import { audienceSets, audienceSides, audienceStatuses } from './audience.ts'
import { enclosingFields, enclosingFrom } from './enclosing-form.ts'
import type { MailingContent } from './mailing.server.ts'
import { mailingKinds, mostSeats, policies } from './rules.ts'
import { scheduleFields, scheduleFrom } from './schedule-form.ts'

const id = z.string().max(64)
const page = z.coerce.number().int().min(1).max(100_000).default(1).catch(1)
/** An empty choice in an address is none. */
const orNone = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((value) => value || undefined, schema.optional()).catch(undefined)

export const inviteSides = ['persons', 'organisations'] as const

/** The invite screen's address; whatever is not understood is left out. */
export const inviteSearch = z.object({
  side: z.enum(inviteSides).default('persons').catch('persons'),
  search: z.string().trim().max(200).default('').catch(''),
  kind: orNone(z.enum(organisationKinds)),
  tag: orNone(z.string().max(80)),
  language: orNone(z.enum(languages)),
  organisation: orNone(id),
  who: z.enum(['new', 'all']).default('new').catch('new'),
  page,
})
export type InviteSearch = z.output<typeof inviteSearch>

const seats = (min: number) => z.coerce.number<string | undefined>().int('number').min(min, 'number')

export const inviteForm = z.object({
  which: z.enum(['chosen', 'all']),
  id: z.array(id).max(500).default([]),
  part: z.array(id).min(1, 'invitations:refused.noParts').max(100),
  policy: z.enum(policies),
  /** For a person 1 and 0. */
  seats: seats(1).max(mostSeats, 'number'),
  alternates: seats(0).max(mostSeats, 'number'),
})

const longestSubject = 250
const longestBody = 20_000

const letter = { subject: localizedText(longestSubject), body: localizedText(longestBody) }

/** A letter to many. Each language has both subject and text or neither, and one language at least has them. */
export function mailingForm(among: readonly Language[]) {
  return z
    .object({
      name: z.string().trim().min(1).max(120, 'tooLong'),
      who: z.enum(audienceSets),
      side: z.enum(audienceSides).optional(),
      part: id.optional(),
      language: z.enum(languages).optional(),
      kind: z.enum(organisationKinds).optional(),
      status: z.enum(audienceStatuses).optional(),
      organisation: id.optional(),
      tag: z.string().max(80).optional(),
      ...scheduleFields,
      ...enclosingFields,
      ...letter,
    })
    .superRefine((given, context) => {
      refuseTexts(given, among, context)
      if (given.withCalendar && given.letters !== 'none')
        context.addIssue({
          code: 'custom',
          path: ['withCalendar'],
          message: 'invitations:refused.dateAndLetter',
        })
      const schedule = scheduleFrom(given)
      if (schedule && 'missing' in schedule)
        context.addIssue({
          code: 'custom',
          path: [schedule.missing],
          message: 'invitations:refused.noTime',
        })
    })
}

/** What an office, or an event, writes instead of the proposed text. An empty language follows that. */
export function templateForm(among: readonly Language[]) {
  return z.object(letter).superRefine((given, context) => refuseTexts(given, among, context, true))
}

type Texts = { subject: Localized; body: Localized }

function refuseTexts(given: Texts, among: readonly Language[], context: z.RefinementCtx, mayBeEmpty = false) {
  const refuse = (path: PropertyKey[], message: string) =>
    context.addIssue({ code: 'custom', path, message: `invitations:refused.${message}` })
  const without = {
    subject: missingLanguages(given.subject, among),
    body: missingLanguages(given.body, among),
  }
  const isEmpty = without.subject.length === among.length && without.body.length === among.length
  if (isEmpty && !mayBeEmpty) refuse(['body', among[0] ?? 'en'], 'noText')
  for (const language of among)
    if (without.subject.includes(language) !== without.body.includes(language))
      refuse([without.subject.includes(language) ? 'subject' : 'body', language], 'halfText')
  for (const part of ['subject', 'body'] as const)
    for (const [language, text] of Object.entries(given[part]))
      if (holdsPrivateLink(text)) refuse([part, language], 'privateLink {{ answer.link }}')
}

/** What the form above says, as a mailing keeps it. */
export function mailingContent(given: z.output<ReturnType<typeof mailingForm>>): MailingContent {
  const { name, who, side, part, status, language, kind, organisation, tag, subject, body } = given
  const schedule = scheduleFrom(given)
  const narrowed = {
    ...(side && { side }),
    ...(part && { partId: part }),
    ...(language && { language }),
    ...(status && { status }),
    ...(kind && { kind }),
    ...(organisation && { organisationId: organisation }),
    ...(tag && { tag }),
  }
  const whole = schedule && 'missing' in schedule ? null : schedule
  const enclosing = enclosingFrom(given)
  const { withCalendar } = given
  return { name, subject, body, schedule: whole, withCalendar, enclosing, audience: { who, ...narrowed } }
}

/** What a preview needs of the form above, however unfinished it is. */
export const previewForm = z.object({ ...letter, guest: z.string().max(64).default('') })

/** Begins a letter from the template of its kind, from another's text, or with none. */
export const newMailingForm = z.object({
  kind: z.enum(mailingKinds),
  from: id.default(''),
  empty: z.boolean().default(false),
})

/** What can be done with a mailing as it stands. */
export const mailingAct = z.object({
  intent: z.enum([
    'save',
    'test',
    'prepare',
    'approve',
    'schedule',
    'unschedule',
    'send',
    'discard',
    'remove',
  ]),
  guest: z.string().max(64).default(''),
  /** How many guests the page spoke of when somebody asked to prepare. */
  expected: z.coerce.number().int().optional(),
})

/** The mailing page's address: whom the preview is for, which page of the list, what was done. */
export const mailingSearch = z.object({
  guest: z.string().max(64).default('').catch(''),
  page,
  done: z
    .enum([
      'created',
      'saved',
      'tested',
      'prepared',
      'approved',
      'scheduled',
      'unscheduled',
      'sent',
      'discarded',
      'recounted',
    ])
    .optional()
    .catch(undefined),
  count: z.coerce.number().int().min(0).default(0).catch(0),
})

/** The words of one message, as somebody changes them for its reader. */
export const messageEditForm = z.object({
  subject: z.string().trim().min(1).max(longestSubject, 'tooLong'),
  body: z.string().trim().min(1).max(longestBody, 'tooLong'),
})

/** The line above a further copy of a message. */
export const resendForm = z.object({ line: z.string().trim().min(1).max(500, 'tooLong') })
