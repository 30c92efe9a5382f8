import { z } from 'zod'
import { localizedText, requiredLocalizedText } from '../ui/localized-schema.ts'
import { isChosen, type QuestionKind, questionAudiences } from './rules.ts'
import { takeSaid } from './typed.ts'

const id = z.string().max(64)
export const mostOptions = 40
/** Megabytes of one file; what the front lets through is more. */
export const largestFile = 10

/** A row of the options: new ones have no id, and a row left empty makes none. */
const optionRow = z.object({
  id: id.optional(),
  text: localizedText(200),
  rank: z.number().min(0, 'number').max(1000, 'number').optional(),
  isRetired: z.boolean().default(false),
})

const bound = z.string().max(40, 'tooLong').default('')

/**
 * What the desk says about a question of this kind. `condition` is `{question}` for “is answered” or
 * `{question}:{option}`, several of them for one of several options.
 */
export function questionForm(kind: QuestionKind) {
  return z
    .object({
      label: requiredLocalizedText(300),
      hint: localizedText(500),
      partId: id.optional(),
      audience: z.enum(questionAudiences),
      isRequired: z.boolean().default(false),
      isSensitive: z.boolean().default(false),
      options: z.array(optionRow).max(mostOptions).default([]),
      condition: z.array(z.string().max(130)).max(mostOptions).default([]),
      least: bound,
      most: bound,
    })
    .superRefine(({ options, least, most, condition }, context) => {
      const refuse = (path: (string | number)[], message: string) =>
        context.addIssue({ code: 'custom', path, message })
      const isBlank = (text: object) => Object.keys(text).length === 0
      options.forEach((row, index) => {
        if (row.id && isBlank(row.text)) refuse(['options', index, 'text'], 'required')
      })
      if (isChosen(kind) && options.filter(({ text, isRetired }) => !isBlank(text) && !isRetired).length < 2)
        refuse(['options'], 'questions:refused.twoOptions')
      const [from, to] = [boundOf(kind, least), boundOf(kind, most)]
      if (!from.ok) refuse(['least'], from.problem)
      if (!to.ok) refuse(['most'], to.problem)
      if (from.ok && to.ok && areCrossed(kind, from.value, to.value))
        refuse(['most'], 'questions:refused.boundsCrossed')
      if (new Set(condition.map((one) => one.split(':')[0])).size > 1)
        refuse(['condition'], 'questions:refused.oneQuestion')
    })
}

/** A bound as it is stored; null where there is none, or where the kind knows none. */
function boundOf(kind: QuestionKind, text: string) {
  const ok = (value: string | null) => ({ ok: true, value }) as const
  if (kind !== 'number' && kind !== 'date' && kind !== 'file') return ok(null)
  const unbounded = { id: '', options: [], condition: null, least: null, most: null, isDemanded: false }
  const asked = { ...unbounded, kind: kind === 'date' ? ('date' as const) : ('number' as const) }
  const { said, problems } = takeSaid([asked], () => [text])
  const value = said.get('')?.[0] ?? null
  if (problems.size) return { ok: false, problem: kind === 'date' ? 'date' : 'number' } as const
  if (kind !== 'file') return ok(value)
  const isSize = value === null || (Number(value) >= 1 && Number(value) <= largestFile)
  return isSize ? ok(value) : ({ ok: false, problem: 'questions:refused.fileSize' } as const)
}

function areCrossed(kind: QuestionKind, least: string | null, most: string | null): boolean {
  if (least === null || most === null) return false
  return kind === 'date' ? least > most : Number(least) > Number(most)
}

export type QuestionForm = z.output<ReturnType<typeof questionForm>>

/** What the form says, as the verbs take it. */
export function contentFrom(kind: QuestionKind, form: QuestionForm) {
  const { condition, options, least, most, partId, ...rest } = form
  const [questionId = ''] = condition[0]?.split(':') ?? []
  const chosen = condition.flatMap((one) => one.split(':')[1] ?? [])
  // “Is answered” is the wider of the two and takes the other in.
  const isAnyAnswer = condition.includes(questionId)
  const rows = options
    .filter(({ text }) => Object.keys(text).length > 0)
    .map((row, index) => ({ ...row, place: row.rank ?? index + 1 }))
  return {
    ...rest,
    kind,
    partId: partId ?? null,
    options: isChosen(kind)
      ? rows
          .toSorted((a, b) => a.place - b.place)
          .map(({ id, text, isRetired }) => ({ id: id ?? null, text, isOffered: !isRetired }))
      : [],
    condition: questionId ? { questionId, options: isAnyAnswer ? [] : chosen } : null,
    least: kind === 'file' ? null : storedBound(boundOf(kind, least)),
    most: storedBound(boundOf(kind, most)),
  }
}

function storedBound(read: ReturnType<typeof boundOf>): string | null {
  return read.ok ? read.value : null
}

export type QuestionContent = ReturnType<typeof contentFrom>
