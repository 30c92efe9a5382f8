import { isLanguage, languages } from '../i18n/languages.ts'

/** What a page may be asked for; anything else in the query is dropped, so that it cannot fill the cache. */
const ofPages = ['day', 'governorate', 'kind', 'language', 'page', 'q', 'room', 'sector', 'track']
/** Whoever subscribes for a reader (Google, Outlook) says nothing of their language, so the address does. */
const ofCalendars = ['item', 'items', 'lang']
const ofSchedules = ['lang']
const page = new RegExp(
  `^/(?:${languages.join('|')})(?:/([a-z0-9-]+)(?:/agenda(?:/[\\w-]+){0,3}|/exhibition(?:/[\\w-]+)?)?)?$`,
)
const calendar = /^\/([a-z0-9-]+)\/agenda\.ics$/
const schedule = /^\/([a-z0-9-]+)\/schedule\.(?:json|xml)$/
const longestQuery = 200

export type PublicPage = {
  /** The event it is about; null for the list of events. */
  event: string | null
  /** Path and query in one normal form. */
  address: string
  /** A calendar whose address says no language is in that of its reader. */
  followsReader: boolean
}

/** The page that everyone sees alike under this address; null for every other address. */
export function publicPage(url: URL): PublicPage | null {
  const found = page.exec(url.pathname) ?? calendar.exec(url.pathname) ?? schedule.exec(url.pathname)
  if (!found) return null
  const isCalendar = url.pathname.endsWith('.ics')
  const names = isCalendar ? ofCalendars : schedule.test(url.pathname) ? ofSchedules : ofPages
  const query = new URLSearchParams(
    // A form sends its empty fields along; they choose nothing.
    names.flatMap((name) => url.searchParams.getAll(name).flatMap((value) => (value ? [[name, value]] : []))),
  ).toString()
  if (query.length > longestQuery) return null
  return {
    event: found[1] ?? null,
    address: url.pathname + (query && `?${query}`),
    followsReader: isCalendar && !isLanguage(url.searchParams.get('lang')),
  }
}
