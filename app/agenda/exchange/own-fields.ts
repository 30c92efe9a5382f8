import { z } from 'zod'
import { isLanguage, type Language, type Localized, languages } from '../../i18n/languages.ts'
import { itemKinds, roleKinds } from '../rules.ts'

/*
 * What Majlis knows of an item and a schedule has no place for: texts in other languages, roles, interpretation. Its own
 * exports carry it in `schedule.majlis` (the schema lets `schedule` have more properties) and in a processing
 * instruction of the XML, so that reading an export again loses nothing.
 */

const localized = z
  .record(z.string(), z.string())
  .catch({})
  .transform(
    (text): Localized =>
      Object.fromEntries(Object.entries(text).filter(([language]) => isLanguage(language))),
  )
const language = z.enum(languages)
const some = z
  .array(z.unknown())
  .catch([])
  .transform((all) => all.filter(isLanguage))
const name = z.object({ full: z.string().max(200) })

const ownPerson = z.object({
  role: z.enum(roleKinds),
  honorific: localized.default({}),
  names: z.object({ latin: name.optional(), arabic: name.optional() }),
  position: localized.default({}),
  organisationName: localized.default({}),
  contribution: localized.default({}),
})

const ownItem = z.object({
  sourceId: z.string().min(1).max(500).nullable().catch(null),
  kind: z.enum(itemKinds).catch('session'),
  title: localized.default({}),
  /** The language that the schedule's own title, and its texts, are in. */
  titleIn: language.catch('en'),
  abstract: localized.default({}),
  abstractIn: language.catch('en'),
  seconds: z.number().positive().catch(0),
  spoken: some,
  interpreted: some,
  people: z
    .array(z.unknown())
    .catch([])
    .transform((all) => all.flatMap((one) => ownPerson.safeParse(one).data ?? [])),
  takesSignUps: z.boolean().catch(false),
  seats: z.number().int().positive().nullable().catch(null),
  foreign: z.record(z.string(), z.unknown()).catch({}),
  /** The schedule's own texts are what another system wrote, and stand in `foreign` too. */
  foreignTexts: z.boolean().catch(false),
})
export type OwnItem = z.output<typeof ownItem>

const ownPlace = z.object({
  key: z.string(),
  name: localized,
  capacity: z.number().int().positive().nullable().catch(null).default(null),
  channels: some.default([]),
  colour: z.string().nullable().catch(null).default(null),
})
export type OwnPlace = z.output<typeof ownPlace>

export type OwnFields = {
  /** What the schedule's own fields are in, names among them. */
  language: Language
  items: Map<string, OwnItem>
  rooms: OwnPlace[]
  tracks: OwnPlace[]
}

const places = z
  .array(z.unknown())
  .catch([])
  .transform((all) => all.flatMap((one) => ownPlace.safeParse(one).data ?? []))
const whole = z.object({
  language: language.catch('en'),
  items: z.record(z.string(), z.unknown()).catch({}),
  rooms: places,
  tracks: places,
})

/** What an export of ours carries besides, by the guid of its items; empty for the files of others. */
export function ownFields(given: unknown): OwnFields {
  const found = whole.safeParse(given)
  if (!found.success) return { language: 'en', items: new Map(), rooms: [], tracks: [] }
  const { items, ...rest } = found.data
  const known = Object.entries(items).flatMap(([guid, item]): [string, OwnItem][] => {
    const read = ownItem.safeParse(item)
    return read.success ? [[guid, read.data]] : []
  })
  return { items: new Map(known), ...rest }
}
