import { z } from 'zod'
import { localizedText, requiredLocalizedText } from '../../ui/localized-schema.ts'
import { isGovernorate } from '../governorates.ts'
import { figureQualifiers, isAsOf } from '../rules.ts'
import { type GroupCounts, groups } from './groups.ts'
import { endsBefore, phaseStates } from './rules.ts'

/** A field left empty is stored as null. */
function orNull<Field extends z.ZodType>(field: Field) {
  return field.optional().transform((given) => given ?? null)
}

const day = z.string().trim().refine(isAsOf, 'exhibition:refused.asOf')
const number = z.number().min(0, 'invalid').max(1e12, 'invalid')

export const programmeForm = z.object({
  name: requiredLocalizedText(160),
  acronym: localizedText(30),
  donors: localizedText(300),
  since: orNull(day),
  description: localizedText(10_000),
})

export const phaseForm = z
  .object({
    name: requiredLocalizedText(120),
    startsOn: orNull(day),
    endsOn: orNull(day),
    state: z.enum(phaseStates),
  })
  .refine(({ startsOn, endsOn }) => !endsBefore(startsOn, endsOn), {
    ...{ path: ['endsOn'], message: 'endsBeforeStart' },
  })

export const componentForm = z.object({ name: requiredLocalizedText(160) })

export const indicatorForm = z.object({
  name: requiredLocalizedText(200),
  unit: localizedText(60),
  code: orNull(z.string().trim().max(30, 'tooLong')),
  componentId: orNull(z.string()),
})

const count = z.number().int('number').min(0, 'invalid').max(1e12, 'invalid').optional()

export const resultForm = z.object({
  phaseId: orNull(z.string()),
  pcode: orNull(z.string().refine(isGovernorate, 'invalid')),
  value: number,
  qualifier: z.enum(figureQualifiers),
  target: orNull(number),
  groups: z
    .object(Object.fromEntries(groups.map((group) => [group, count])))
    .prefault({})
    .transform(
      (given): GroupCounts =>
        Object.fromEntries(Object.entries(given).filter(([, known]) => known !== undefined)),
    ),
  asOf: day,
  source: requiredLocalizedText(300),
  sourceUrl: orNull(z.url({ protocol: /^https?$/ }).max(1000, 'tooLong')),
})

/** Which form of a programme's page stands open, and what was just done. One at a time, so that no other's text is lost. */
export const programmeSearch = z.object({
  open: z.enum(['facts']).nullable().catch(null).default(null),
  phase: z.string().max(60).catch(''),
  component: z.string().max(60).catch(''),
  indicator: z.string().max(60).catch(''),
  result: z.string().max(60).catch(''),
  done: z.string().max(40).catch(''),
})
