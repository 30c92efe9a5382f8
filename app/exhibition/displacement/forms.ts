import { z } from 'zod'
import { westernDigits } from '../../i18n/digits.ts'
import { localizedText, requiredLocalizedText } from '../../ui/localized-schema.ts'
import { type Choices, doubleRules, longestOperation } from './choices.ts'
import { readDate } from './dates.ts'
import { isField } from './headings.ts'
import { populations } from './rules.ts'

export const datasetForm = z.object({
  name: localizedText(120),
  source: requiredLocalizedText(300),
  sourceUrl: z
    .url({ protocol: /^https?$/ })
    .max(1000, 'tooLong')
    .optional()
    .transform((given) => given ?? null),
  terms: localizedText(600),
})

/** How a file is to be read, where it does not say itself. */
export const readingForm = z.object({
  operation: z.string().trim().min(1, 'required').max(longestOperation, 'tooLong'),
  population: z.enum(populations),
  date: z
    .string()
    .max(40, 'tooLong')
    .optional()
    .transform((given, { addIssue }) => {
      const read = readDate(given ?? '', 'dmy', '9999-12-31')
      if (!read.ok) addIssue({ code: 'custom', message: 'date' })
      return read.ok ? (read.date ?? '') : ''
    }),
  round: z
    .string()
    .optional()
    .transform((given, { addIssue }) => {
      const number = westernDigits(given?.trim() ?? '')
      if (!/^\d{0,4}$/.test(number)) addIssue({ code: 'custom', message: 'number' })
      return Number(number) || 0
    }),
  order: z.enum(['column', 'dmy', 'mdy']),
  doubles: z.enum(doubleRules),
})

export const shownForm = z.object({
  mode: z.enum(['all', 'chosen']),
  datasets: z.array(z.string()).default([]),
})

/** What the form of columns says they hold, and which line has the headings, counted from 1 there and from 0 here. */
export function columnsIn(form: FormData): Pick<Choices, 'headerLine' | 'mapping'> {
  const said = Number.parseInt(String(form.get('headerLine')), 10)
  return {
    headerLine: said >= 1 ? said - 1 : null,
    mapping: form.getAll('column').map((field) => (isField(field) ? field : null)),
  }
}

/** Which governorate each place is said to be; empty for one that is to be left out. */
export function placesIn(form: FormData): Record<string, string> {
  const keys = form.getAll('place').map(String)
  const pcodes = form.getAll('pcode').map(String)
  return Object.fromEntries(keys.map((key, index) => [key, pcodes[index] ?? '']))
}
