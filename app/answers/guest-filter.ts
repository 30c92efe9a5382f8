import { organisationKinds } from '#app/directory/rules.ts'
import { isLanguage, type Language } from '#app/i18n/languages.ts'
import type { OrganisationKind } from '#db/schema/directory.server.ts'
import type { AnswerChannel, AttendanceStatus } from '#db/schema/invitations.server.ts'

export const listedStatuses = [
  'accepted',
  'tentative',
  'declined',
  'waitlisted',
  'offered',
  'proposed',
  'invited',
  'attended',
  'cancelled',
] as const satisfies readonly AttendanceStatus[]
export const listedStates = ['unanswered', 'unsent', 'withdrawn'] as const
export const listedSeats = ['person', 'delegate', 'alternate', 'institution'] as const
export const listedFlags = ['request', 'bounced', 'wrongRecipient'] as const
export const listedChannels = [
  'link',
  'calendar',
  'mail',
  'phone',
  'letter',
  'in_person',
] as const satisfies readonly AnswerChannel[]
export const listedSorts = ['name', 'precedence', 'organisation', 'state', 'answered'] as const

/** Which guests a table shows, and in which order. */
export type GuestFilter = {
  search: string
  /** The part whose states, answers and order are meant. */
  part: string | null
  /** Those with this status in the part. */
  status: AttendanceStatus | null
  /** Withdrawn invitations are shown only when asked for. */
  state: (typeof listedStates)[number] | null
  seat: (typeof listedSeats)[number] | null
  kind: OrganisationKind | null
  organisation: string | null
  language: Language | null
  tag: string
  /** Only those who need something: access, food, interpretation. */
  needs: boolean
  flag: (typeof listedFlags)[number] | null
  via: AnswerChannel | null
  sort: (typeof listedSorts)[number]
}

/** The filter that an address asks for; what it does not know is left out. */
export function guestFilter(parameters: URLSearchParams): GuestFilter {
  const among = <Value extends string>(name: string, values: readonly Value[]) =>
    values.find((value) => value === parameters.get(name)) ?? null
  const text = (name: string, length: number) => (parameters.get(name) ?? '').slice(0, length)
  const language = parameters.get('language')
  return {
    search: text('search', 100),
    part: text('part', 64) || null,
    status: among('status', listedStatuses),
    state: among('state', listedStates),
    seat: among('seat', listedSeats),
    kind: among('kind', organisationKinds),
    organisation: text('organisation', 64) || null,
    language: isLanguage(language) ? language : null,
    tag: text('tag', 60),
    needs: parameters.get('needs') === 'yes',
    flag: among('flag', listedFlags),
    via: among('via', listedChannels),
    sort: among('sort', listedSorts) ?? 'name',
  }
}

/** What of an address chooses guests, their order and columns: what a saved view keeps and a bulk action takes along. */
export const choosing = [
  'search',
  'part',
  'status',
  'state',
  'seat',
  'kind',
  'organisation',
  'language',
  'tag',
  'needs',
  'flag',
  'via',
  'sort',
  'columns',
] as const

/** The query of an address without its page, selection and messages; always in the same order. */
export function choiceOf(parameters: URLSearchParams): URLSearchParams {
  const kept = new URLSearchParams()
  for (const name of choosing) {
    const value = name === 'columns' ? chosenColumns(parameters) : parameters.get(name)?.slice(0, 200)
    if (value && !(name === 'sort' && value === 'name')) kept.set(name, value)
  }
  return kept
}

export const columns = [
  'position',
  'organisation',
  'parts',
  'seat',
  'language',
  'needs',
  'mail',
  'answered',
  'flags',
] as const
export type Column = (typeof columns)[number]
const usual: readonly Column[] = ['organisation', 'parts', 'needs', 'mail', 'answered', 'flags']

/** The columns that an address asks for, by `columns=organisation.parts` or one by one; the usual ones when it names none. */
export function columnsOf(parameters: URLSearchParams): Column[] {
  const wanted = parameters.getAll('columns').flatMap((value) => value.split('.'))
  const known = columns.filter((column) => wanted.includes(column))
  return known.length ? known : [...usual]
}

function chosenColumns(parameters: URLSearchParams): string {
  const chosen = columnsOf(parameters).join('.')
  return chosen === usual.join('.') ? '' : chosen
}
