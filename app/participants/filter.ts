import { isLanguage, type Language } from '#app/i18n/languages.ts'
import type { AttendanceStatus } from '#db/schema/invitations.server.ts'

export const listedStates = ['coming', 'expected', 'invited'] as const
export type ListedState = (typeof listedStates)[number]

/** The statuses that each choice means: who comes, who may still come, and all but those who will not. */
export const statusesOf: Record<ListedState, readonly AttendanceStatus[]> = {
  coming: ['accepted', 'attended'],
  expected: ['accepted', 'attended', 'tentative', 'offered', 'waitlisted'],
  invited: ['accepted', 'attended', 'tentative', 'offered', 'waitlisted', 'proposed', 'invited'],
}

export const listOrders = ['precedence', 'alphabetical'] as const
export type ListOrder = (typeof listOrders)[number]

/** Which participants a list shows, to whom, and how it is ordered. */
export type ListFilter = {
  /** One part of the event; null for all of them. */
  part: string | null
  state: ListedState
  /** `shared` goes to others: only those who agreed to stand in it. */
  audience: 'shared' | 'internal'
  order: ListOrder
  /** Whose alphabet orders the organisations. */
  alphabet: Language
  search: string
}

/** The filter that an address asks for; what it does not know is left out. */
export function listFilter(parameters: URLSearchParams, reader: Language): ListFilter {
  const among = <Value extends string>(name: string, values: readonly Value[]) =>
    values.find((value) => value === parameters.get(name)) ?? null
  const alphabet = parameters.get('alphabet')
  return {
    part: parameters.get('part')?.slice(0, 64) || null,
    state: among('state', listedStates) ?? 'coming',
    audience: among('audience', ['shared', 'internal'] as const) ?? 'shared',
    order: among('order', listOrders) ?? 'precedence',
    alphabet: isLanguage(alphabet) ? alphabet : reader,
    search: (parameters.get('search') ?? '').slice(0, 100),
  }
}

/** The one or two languages of a paper: those asked for, else its reader's. */
export function paperLanguages(parameters: URLSearchParams, reader: Language): [Language, Language | null] {
  const [first, second] = [parameters.get('language'), parameters.get('second')]
  const lead = isLanguage(first) ? first : reader
  return [lead, isLanguage(second) && second !== lead ? second : null]
}
