import { z } from 'zod'
import { type Language, languages } from '#app/i18n/languages.ts'
import { isMailAddress, oneLine } from '#app/mail/address.ts'
import { deskChannels, type GivenAnswer, type NamedPerson, replies } from './rules.ts'

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

const personRow = z
  .object({
    id: id.optional(),
    seat: z.enum(['delegate', 'alternate']),
    // It opens a mail of ours to an address the guest gives: it must not advertise anything there.
    name: line(150).refine((name) => !/\/\/|www\.|[@<>{}]/i.test(name), 'invalid'),
    position: line(200),
    email: line(254).refine((address) => !address || isMailAddress(address), 'email'),
    phone: line(40),
  })
  .refine(({ name, position, email, phone }) => name || !(position || email || phone), {
    path: ['name'],
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
})

/** The same, as the desk enters it for somebody. */
export const behalfForm = answerForm.extend({
  via: z.enum(deskChannels),
  note: lines(500),
  beyondCapacity: z.boolean().default(false),
})

export const wrongRecipientForm = z.object({ note: lines(500) })

type FormContext = {
  /** Parts whose box left empty means "I do not plan to come". */
  openParts: readonly string[]
  /** Who is named already; any other id in the form is none of ours. */
  known: readonly string[]
  isOrganisation: boolean
  language: Language
  freshId: () => string
}

/** What the form says, as the answer's verbs take it. */
export function givenFrom(
  form: z.output<typeof answerForm>,
  { openParts, known, isOrganisation, language, freshId }: FormContext,
): GivenAnswer {
  const needs = {
    ...(form.access && { access: form.access }),
    ...(form.diet && { diet: form.diet }),
    ...(form.listen && { listenLanguage: form.listen }),
  }
  const taken = new Set<string>()
  const idOf = (row: { id?: string | undefined }) => {
    const own = row.id && known.includes(row.id) && !taken.has(row.id) ? row.id : freshId()
    taken.add(own)
    return own
  }
  const names: NamedPerson[] = form.names
    .filter(({ name }) => name)
    .map((row) => ({ ...row, id: idOf(row), email: row.email || null, phone: row.phone || null }))
  return {
    requestId: form.requestId,
    replies: form.answers.flatMap(({ part, reply, reason }) => {
      const said = reply ?? (openParts.includes(part) ? ('declined' as const) : null)
      return said ? [{ partId: part, reply: said, reason: said === 'declined' ? reason : '' }] : []
    }),
    ...(isOrganisation ? { names } : { needs }),
    message: form.message,
    language,
  }
}

export const noteKinds = ['called', 'noReply', 'met', 'wrote', 'note'] as const

/** What the desk notes about a guest. */
export const noteForm = z.object({
  what: z.enum(noteKinds),
  text: z.string().trim().max(2000).default(''),
})
export type NoteContent = z.output<typeof noteForm>
