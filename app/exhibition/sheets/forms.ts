import { z } from 'zod'
import { requiredLocalizedText } from '../../ui/localized-schema.ts'
import { longestListName } from '../activities/choices.ts'
import { isAsOf } from '../rules.ts'
import { isSector, type Sector } from '../sectors.ts'
import type { Mapping } from './layout.ts'

/** What the form of columns says they hold, and which line has the headings, counted from 1 there and from 0 here. */
export function columnsIn(form: FormData): { headerLine: number | null; mapping: Mapping } {
  const said = Number.parseInt(String(form.get('headerLine')), 10)
  return {
    headerLine: said >= 1 ? said - 1 : null,
    mapping: form.getAll('column').map((field) => String(field) || null),
  }
}

/** To which programme rows belong that name none. */
export const resultsReadingForm = z.object({
  programmeId: z
    .string()
    .optional()
    .transform((given) => given ?? null),
})

/** What a list of activities does not say itself. */
export const activitiesReadingForm = z.object({
  name: z.string().trim().min(1, 'required').max(longestListName, 'tooLong'),
  asOf: z.string().trim().min(1, 'required').refine(isAsOf, 'exhibition:refused.asOf'),
  source: requiredLocalizedText(300),
  sourceUrl: z
    .url({ protocol: /^https?$/ })
    .max(1000, 'tooLong')
    .optional()
    .transform((given) => given ?? null),
})

/** Which sector each field of work is said to be; empty for none. */
export function sectorsIn(form: FormData): Record<string, Sector | ''> {
  const keys = form.getAll('category').map(String)
  const said = form.getAll('sector').map(String)
  return Object.fromEntries(keys.map((key, at) => [key, isSector(said[at]) ? said[at] : '']))
}
