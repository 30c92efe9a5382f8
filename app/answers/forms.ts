import { z } from 'zod'
import { type Language, languages } from '#app/i18n/languages.ts'
import { mostSeats, policies } from '#app/invitations/rules.ts'
import { isMailAddress, oneLine } from '#app/mail/address.ts'
import {
  decisions,
  deskChannels,
  type GivenAnswer,
  type NamedPerson,
  replies,
  type SeenRow,
} from './rules.ts'

/** One line as a guest typed it: controls and direction overrides gone, at most `max` characters. */
function line(max: number) {
  return z.string().overwrite(oneLine).max(max, 'tooLong').default('')
}

/** Several lines, each cleaned likewise. */
function lines(max: number) {
  return z
    .string()
    .overwrite((text) =>
      text
        .split(/\r\n?|\n/)
        .map(oneLine)
        .join('\n')
        .trim(),
    )
    .max(max, 'tooLong')
    .default('')
}

const id = z.string().max(64)

// It opens a mail of ours to an address the guest gives: it must not advertise anything there.
const plain = (max: number) => line(max).refine((text) => !/\/\/|www\.|[@<>{}]/i.test(text), 'invalid')
const noLanguage = z.literal('')

const describedFields = {
  latin: plain(150),
  arabic: plain(150),
  honorific: plain(60),
  position: line(200),
  email: line(254).refine((address) => !address || isMailAddress(address), 'email'),
  phone: line(40),
  language: z.enum(languages).or(noLanguage).default(''),
}

type Row = { latin: string; arabic: string; position: string; email: string; phone: string }

function isNameless({ latin, arabic }: Row): boolean {
  return !latin && !arabic
}

/** What a row had shown, as the page wrote it into the form; anything else counts as nothing shown. */
const seenRow = z
  .string()
  .max(3000)
  .transform((text): SeenRow | null => {
    const parsed = seenShape.safeParse(jsonOf(text))
    return parsed.success ? parsed.data : null
  })
  .default(null)

const anyLine = z.string().max(300)
const seenShape = z.object({
  ...{
    latin: anyLine,
    arabic: anyLine,
    honorific: anyLine,
    position: anyLine,
    email: anyLine,
    phone: anyLine,
  },
  language: z.enum(languages).or(noLanguage),
  seat: z.enum(['delegate', 'alternate']),
  place: z.number().nullable(),
  isHead: z.boolean(),
})

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

const personRow = z
  .object({
    ...describedFields,
    id: id.optional(),
    seat: z.enum(['delegate', 'alternate']).default('delegate'),
    place: z.coerce.number<string | undefined>().int().min(1).max(500).optional().catch(undefined),
    remove: z.boolean().default(false),
    seen: seenRow,
  })
  .refine((row) => row.remove || !isNameless(row) || !(row.position || row.email || row.phone), {
    path: ['latin'],
    message: 'answer:names.required',
  })

export const answerForm = z.object({
  requestId: id,
  answers: z
    .array(z.object({ part: id, reply: z.enum(replies).optional(), reason: line(500) }))
    .max(20)
    .default([]),
  access: line(300),
  diet: line(300),
  listen: z.enum(languages).optional(),
  message: lines(2000),
  names: z.array(personRow).max(300).default([]),
  /** Which row of `names` is the head of the delegation. */
  head: z.coerce.number<string | undefined>().int().min(0).max(300).optional(),
  focalName: line(150),
  focalPhone: line(40),
})

/** The same, as the desk enters it for somebody. */
export const behalfForm = answerForm.extend({
  via: z.enum(deskChannels),
  note: lines(500),
  beyondCapacity: z.boolean().default(false),
})

export const wrongRecipientForm = z.object({ note: lines(500) })

/** Somebody who comes in a guest's place: a name in one script, and a way to reach them. */
export const substituteForm = z
  .object(describedFields)
  .refine((row) => !isNameless(row), { path: ['latin'], message: 'answer:names.required' })
  .refine(({ email, phone }) => email || phone, { path: ['email'], message: 'delegation:substitute.reach' })

export const withdrawSubstituteForm = z.object({ attendee: id })

const channel = { via: z.enum(deskChannels), note: lines(500) }

/** The same, as the desk enters them. */
export const deskSubstituteForm = substituteForm.and(z.object(channel))
export const deskWithdrawSubstituteForm = withdrawSubstituteForm.extend(channel)

/** One answer for many; with `confirm` each is told by mail. */
export const manyAnswerForm = z.object({ ...channel, confirm: z.boolean().default(false) })

/** A name for what the guest table shows; `view` is the id of one that is changed. */
export const viewForm = z.object({
  name: z.string().trim().min(1).max(60, 'tooLong'),
  isShared: z.boolean().default(false),
  view: z.string().max(64).default(''),
})

/** The desk's word on a request. */
export const decisionForm = z.object({
  attendee: id,
  invitation: id.optional(),
  decision: z.enum(decisions),
  note: lines(500),
  beyondCapacity: z.boolean().default(false),
})

const places = (min: number) =>
  z.coerce.number<string | undefined>().int('number').min(min, 'number').max(mostSeats, 'number')

export const termsForm = z.object({
  policy: z.enum(policies),
  seats: places(1).default(1),
  alternates: places(0).default(0),
})

/** The word of one who was named, as the desk enters it. */
export const attendeeAnswerForm = z.object({
  requestId: id,
  attendee: id,
  ...channel,
  answers: z
    .array(z.object({ part: id, reply: z.enum(replies).optional(), reason: line(500) }))
    .max(20)
    .default([]),
})

type FormContext = {
  /** Parts whose box left empty means "I do not plan to come". */
  openParts: readonly string[]
  isOrganisation: boolean
  language: Language
  /** The id of whoever a row names anew, the same for the same row of the same form: `derivedId`. */
  idFor: (requestId: string, row: number) => string
}

/** What the form says, as the answer's verbs take it. */
export function givenFrom(
  form: z.output<typeof answerForm>,
  { openParts, isOrganisation, language, idFor }: FormContext,
): GivenAnswer {
  const needs = {
    ...(form.access && { access: form.access }),
    ...(form.diet && { diet: form.diet }),
    ...(form.listen && { listenLanguage: form.listen }),
  }
  const focal = { name: form.focalName, phone: form.focalPhone }
  return {
    requestId: form.requestId,
    replies: form.answers.flatMap(({ part, reply, reason }) => {
      const said = reply ?? (openParts.includes(part) ? ('declined' as const) : null)
      return said ? [{ partId: part, reply: said, reason: said === 'declined' ? reason : '' }] : []
    }),
    ...(isOrganisation ? { names: namesFrom(form, idFor), focal } : { needs }),
    message: form.message,
    language,
  }
}

function namesFrom(
  { names, head, requestId }: z.output<typeof answerForm>,
  idFor: FormContext['idFor'],
): NamedPerson[] {
  const rows = names.map(({ id = '', remove, place = null, ...row }, index) => ({
    ...row,
    ...{ id, place, isHead: head === index, spareId: idFor(requestId, index) },
    isRemoved: remove || isNameless(row),
  }))
  // A row that names nobody and never did says nothing.
  return rows.filter(({ id, isRemoved }) => id || !isRemoved)
}

export const noteKinds = ['called', 'noReply', 'met', 'wrote', 'note'] as const

/** What the desk notes about a guest. */
export const noteForm = z.object({
  what: z.enum(noteKinds),
  text: z.string().trim().max(2000).default(''),
})
export type NoteContent = z.output<typeof noteForm>
