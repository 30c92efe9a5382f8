import { z } from 'zod'
import { type Language, languages } from '../i18n/languages.ts'
import { instantFromLocal } from '../i18n/zoned.ts'
import { localizedText, requiredLocalizedText } from '../ui/localized-schema.ts'
import { itemKinds, longestAbstract, roleKinds } from './rules.ts'
import { trackColours } from './tracks.ts'

/** What of an item two editors may have written differently, in the order of its form. */
export const itemFields = [
  'title',
  'kind',
  'trackId',
  'startsAt',
  'endsAt',
  'partId',
  'roomId',
  'spokenLanguages',
  'interpretedLanguages',
  'abstract',
] as const
export type ItemField = (typeof itemFields)[number]

const spoken = z.array(z.enum(languages)).default([])
const dayInMs = 24 * 3_600_000

/** An agenda item; its times are wall-clock times in the event's `zone`. */
export function itemForm(zone: string) {
  const local = z.string().transform((text, context) => {
    // Other centuries are a slip, and not every database knows them.
    const at = /^2\d{3}-/.test(text) ? instantFromLocal(text, zone) : null
    if (!at) context.addIssue({ code: 'custom', message: 'dateTime' })
    return at ?? z.NEVER
  })
  return z
    .object({
      title: requiredLocalizedText(200),
      kind: z.enum(itemKinds),
      partId: z.string(),
      roomId: z.string().optional(),
      trackId: z.string().optional(),
      startsAt: local,
      endsAt: local,
      abstract: localizedText(longestAbstract),
      spokenLanguages: spoken,
      interpretedLanguages: spoken,
      moveFollowing: z.boolean().default(false),
      /** The version that the form shows, and what of it shall be as another editor has written it. */
      seen: z.number().int().optional(),
      theirs: z.array(z.enum(itemFields)).default([]),
    })
    .refine(({ startsAt, endsAt }) => startsAt < endsAt, { path: ['endsAt'], message: 'endsBeforeStart' })
    .refine(({ startsAt, endsAt }) => endsAt.getTime() - startsAt.getTime() <= dayInMs, {
      path: ['endsAt'],
      message: 'agenda:refused.longerThanADay',
    })
}

/** An item as the form gives it. */
export function itemOf({
  roomId,
  trackId,
  moveFollowing,
  seen,
  theirs,
  ...content
}: z.output<ReturnType<typeof itemForm>>) {
  return {
    content: { ...content, roomId: roomId ?? null, trackId: trackId ?? null },
    moveFollowing,
    seen,
    theirs,
  }
}

const moment = z
  .number()
  .min(Date.UTC(2000, 0))
  .max(Date.UTC(2999, 11))
  .transform((at) => new Date(at))

/** What the grid sends when something was moved; times in milliseconds. `day` is the one on show. */
export const stepForm = z.object({
  intent: z.enum(['place', 'resize', 'schedule', 'unschedule']),
  itemId: z.string(),
  seen: z.number().int(),
  startsAt: moment,
  endsAt: moment,
  roomId: z
    .string()
    .optional()
    .transform((given) => given ?? null),
  day: z.string(),
})

export const roomForm = z.object({
  name: requiredLocalizedText(120),
  capacity: z
    .number()
    .int('number')
    .min(1, 'number')
    .max(100_000, 'number')
    .optional()
    .transform((given) => given ?? null),
  channels: z
    .array(z.enum(languages).optional())
    .default([])
    .transform((given, context): Language[] => {
      const used = given.findLastIndex(Boolean) + 1
      const channels = given.slice(0, used).filter((one) => one !== undefined)
      if (channels.length < used) context.addIssue({ code: 'custom', message: 'programme:refused.gap' })
      return channels
    }),
})

/** Whether one signs up for an item, and for how many seats; none: no limit. */
export const signUpsForm = z.object({
  takesSignUps: z.boolean().default(false),
  seats: z.number().int('number').min(1, 'number').max(100_000, 'number').optional(),
  seen: z.number().int().optional(),
})

/** So many channels a room's form offers: one for each language. */
export const mostChannels = languages.length

export const trackForm = z.object({ name: requiredLocalizedText(120), colour: z.enum(trackColours) })

/** Somebody found by a search, in a role: one of the event's guests or a person of the directory. */
export const foundRoleForm = z.object({
  from: z.enum(['guests', 'directory']),
  id: z.string(),
  role: z.enum(roleKinds),
})

const fullName = z.string().trim().max(200, 'tooLong').optional()

/** Somebody written in: a name in one script at least. */
export const writtenRoleForm = z
  .object({
    role: z.enum(roleKinds),
    latin: fullName,
    arabic: fullName,
    honorific: localizedText(60),
    position: localizedText(200),
    organisationName: localizedText(200),
  })
  .refine(({ latin, arabic }) => latin || arabic, { path: ['latin'], message: 'agenda:refused.nameNeeded' })

/** A role as the form gives it, with each script's name where it belongs. */
export function writtenRoleOf({ role, latin, arabic, ...rest }: z.output<typeof writtenRoleForm>) {
  const names = { ...(latin && { latin: { full: latin } }), ...(arabic && { arabic: { full: arabic } }) }
  return { role, holder: { ...rest, names } }
}
