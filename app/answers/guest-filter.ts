import { organisationKinds } from '#app/directory/rules.ts'
import { isLanguage } from '#app/i18n/languages.ts'
import type { AttendanceStatus } from '#db/schema/invitations.server.ts'
import type { GuestFilter } from './guest-list.server.ts'

export const listedStatuses = [
  'accepted',
  'tentative',
  'declined',
  'waitlisted',
] as const satisfies readonly AttendanceStatus[]
export const listedStates = ['unanswered', 'unsent', 'withdrawn'] as const
export const listedSorts = ['name', 'answered', 'invited'] as const

/** The filter that an address asks for; what it does not know is left out. */
export function guestFilter(parameters: URLSearchParams): GuestFilter {
  const among = <Value extends string>(name: string, values: readonly Value[]) =>
    values.find((value) => value === parameters.get(name)) ?? null
  const language = parameters.get('language')
  return {
    search: (parameters.get('search') ?? '').slice(0, 100),
    part: parameters.get('part')?.slice(0, 64) || null,
    status: among('status', listedStatuses),
    kind: among('kind', organisationKinds),
    language: isLanguage(language) ? language : null,
    state: among('state', listedStates),
    sort: among('sort', listedSorts) ?? 'name',
  }
}
