import { z } from 'zod'
import { languages } from '#app/i18n/languages.ts'
import { instantFromLocal } from '#app/i18n/zoned.ts'
import { oneLine } from '#app/mail/address.ts'
import type { AskedField } from '#db/schema/clearance.server.ts'
import { isNationality } from './countries.ts'
import { askedFields, type ClearanceContent, documentKinds, listColumns } from './rules.ts'

/** One line as somebody typed it: controls and direction overrides gone, at most `max` characters. */
function line(max: number) {
  return z.string().overwrite(oneLine).max(max, 'tooLong').default('')
}

/** Documents bear European digits; on an Arabic keyboard they are typed as ٠١٢ or ۰۱۲. */
function europeanDigits(text: string): string {
  return text.replace(/[٠-٩۰-۹]/g, (digit) => String((digit.codePointAt(0) ?? 0) & 0xf))
}

/** Letters, digits and what stands between them; capitals, as printed. */
const number = z
  .string()
  .overwrite((text) => europeanDigits(oneLine(text)).toUpperCase())
  .max(40, 'tooLong')
  .refine((text) => /^[\p{L}\p{N}][\p{L}\p{N} ./-]*$/u.test(text), 'clearance:form.refused.number')

const latin = /^[\p{Script=Latin}\p{M}\s.'’‘`-]+$/u
const arabic = /^[\p{Script=Arabic}\p{M}\s.'’‘-]+$/u
const time = z.iso.time({ precision: -1, error: 'clearance:form.refused.time' }).or(z.literal('')).default('')
const date = z.iso.date('date').or(z.literal('')).default('')

type Asking = {
  asked: readonly AskedField[] /** Days on which somebody may arrive, `YYYY-MM-DD`. */
  days: readonly string[]
  today: string
}

/** What the gate wants to know of one person. Fields that are not asked are left empty, whatever a form says. */
export function clearanceForm({ asked, days, today }: Asking) {
  return z
    .object({
      latinName: line(150).refine((name) => !name || latin.test(name), 'clearance:form.refused.latin'),
      arabicName: line(150).refine((name) => !name || arabic.test(name), 'clearance:form.refused.arabic'),
      documentKind: z.enum(documentKinds),
      documentNumber: number,
      nationality: z.string().refine(isNationality, 'required'),
      birthOn: date,
      plate: line(40),
      make: line(60),
      colour: line(40),
      driverName: line(150),
      driverDocument: line(60).overwrite(europeanDigits),
      arrivesOn: date,
      arrivesFrom: time,
      arrivesTo: time,
    })
    .transform((given) => onlyAsked(given, { asked, days }))
    .superRefine((given, context) => {
      for (const [path, message] of faults(given, { asked, days, today }))
        context.addIssue({ code: 'custom', path: [path], message })
    })
}

function onlyAsked(
  given: ClearanceContent,
  { asked, days }: Pick<Asking, 'asked' | 'days'>,
): ClearanceContent {
  const hasTime = given.arrivesFrom || given.arrivesTo
  return {
    ...given,
    ...(asked.includes('birthOn') ? {} : { birthOn: '' }),
    ...(asked.includes('vehicle') ? {} : { plate: '', make: '', colour: '' }),
    ...(asked.includes('driver') ? {} : { driverName: '', driverDocument: '' }),
    ...(asked.includes('arrival') && hasTime
      ? { arrivesOn: given.arrivesOn || (days.length === 1 ? (days[0] ?? '') : '') }
      : { arrivesOn: '', arrivesFrom: '', arrivesTo: '' }),
  }
}

function faults(given: ClearanceContent, { asked, days, today }: Asking) {
  const found: [keyof ClearanceContent, string][] = []
  const { latinName, arabicName, birthOn, plate, make, colour, driverName, driverDocument } = given
  if (asked.includes('bothNames')) {
    if (!latinName) found.push(['latinName', 'required'])
    if (!arabicName) found.push(['arabicName', 'required'])
  } else if (!latinName && !arabicName) found.push(['latinName', 'clearance:form.refused.noName'])
  if (asked.includes('birthOn') && !birthOn) found.push(['birthOn', 'required'])
  if (birthOn && (birthOn >= today || birthOn < '1900'))
    found.push(['birthOn', 'clearance:form.refused.birthOn'])
  if ((make || colour) && !plate) found.push(['plate', 'clearance:form.refused.plate'])
  if (driverDocument && !driverName) found.push(['driverName', 'required'])
  return [...found, ...arrivalFaults(given, days)]
}

function arrivalFaults(given: ClearanceContent, days: readonly string[]) {
  const { arrivesOn, arrivesFrom, arrivesTo } = given
  const found: [keyof ClearanceContent, string][] = []
  if (!arrivesOn && (arrivesFrom || arrivesTo)) found.push(['arrivesOn', 'required'])
  if (arrivesOn && !days.includes(arrivesOn)) found.push(['arrivesOn', 'invalid'])
  if (arrivesTo && !arrivesFrom) found.push(['arrivesFrom', 'required'])
  if (arrivesFrom && arrivesTo && arrivesTo < arrivesFrom) found.push(['arrivesTo', 'endsBeforeStart'])
  return found
}

const place = z.number().int().min(1, 'invalid').max(99, 'invalid').optional()

/** How an event asks, its times read in the event's zone. Columns are told by their place in the order; without one they are left out. */
export function settingsForm(inZone: string) {
  return z
    .object({
      isOn: z.boolean().default(false),
      partIds: z.array(z.string().max(64)).default([]),
      asked: z.array(z.enum(askedFields)).default([]),
      dueAt: z.string().transform((local, context) => {
        const at = instantFromLocal(local, inZone)
        if (at) return at
        context.addIssue({ code: 'custom', message: 'dateTime' })
        return z.NEVER
      }),
      institutionFills: z.boolean().default(false),
      language: z.enum(languages),
      second: z.enum(languages).optional(),
      places: z
        .object(
          Object.fromEntries(listColumns.map((column) => [column, place])) as Record<
            (typeof listColumns)[number],
            typeof place
          >,
        )
        .prefault({}),
      purgeDays: z.number().int().min(0, 'invalid').max(90, 'clearance:settings.refused.purgeDays'),
      contact: z
        .object({
          name: line(120),
          email: z.email().max(254, 'tooLong').or(z.literal('')).default(''),
          phone: line(40),
        })
        .prefault({}),
    })
    .superRefine((form, context) => {
      if (form.isOn && !form.partIds.length)
        context.addIssue({ code: 'custom', path: ['partIds'], message: 'clearance:settings.refused.noParts' })
      if (!form.places.documentNumber || !(form.places.latinName || form.places.arabicName))
        context.addIssue({ code: 'custom', path: ['places'], message: 'clearance:settings.refused.columns' })
    })
    .transform(({ language, second, places, ...form }) => ({
      ...form,
      languages: second && second !== language ? [language, second] : [language],
      columns: listColumns
        .filter((column) => places[column])
        .toSorted((a, b) => (places[a] ?? 0) - (places[b] ?? 0)),
    }))
}
