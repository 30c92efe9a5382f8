import { isLanguage, languages } from '../i18n/languages.ts'

/** What a page may be asked for; anything else in the query is dropped, so that it cannot fill the cache. */
const ofPages = [
  'area',
  'at',
  'dataset',
  'day',
  'figure',
  'governorate',
  'hall',
  'items',
  'keep',
  'kind',
  'language',
  'measure',
  'page',
  'programme',
  'q',
  'room',
  'route',
  'round',
  'second',
  'sector',
  'track',
]
const ofFrames = [...ofPages, 'view']
/** Whoever subscribes for a reader (Google, Outlook) says nothing of their language, so the address does. */
const ofCalendars = ['item', 'items', 'lang']
const ofSchedules = ['lang']
const ofFigures = ['dataset', 'lang']
const ofPapers = ['day', 'items', 'lang', 'layout', 'room', 'second']
const page = new RegExp(
  `^/(?:${languages.join('|')})(?:/([a-z0-9-]+)(?:/agenda(?:/[\\w-]+){0,3}|/exhibition(?:/[\\w-]+){0,2})?)?$`,
)
const frame = new RegExp(`^/(?:${languages.join('|')})/([a-z0-9-]+)/embed(?:/[\\w-]+){1,2}$`)
const calendar = /^\/([a-z0-9-]+)\/agenda\.ics$/
const schedule = /^\/([a-z0-9-]+)\/schedule\.(?:json|xml)$/
const figures = /^\/([a-z0-9-]+)\/displacement\.(?:csv|xlsx|json)$/
const paper = /^\/([a-z0-9-]+)\/agenda\.pdf$/
const keptPaper = /^\/([a-z0-9-]+)\/exhibition-kept\.pdf$/
const version = /^\/([a-z0-9-]+)\/agenda-version\.json$/
const exhibitList = /^\/([a-z0-9-]+)\/exhibits\.json$/
const mapFile = /^\/([a-z0-9-]+)\/map\.json$/
const oneFile = /^\/([a-z0-9-]+)\/(?:exhibits|programmes)\/[a-z0-9-]+\.json$/
const programme = /^\/([a-z0-9-]+)\/programme\.json$/
const kinds = [
  { pattern: page, names: ofPages },
  { pattern: frame, names: ofFrames },
  { pattern: calendar, names: ofCalendars },
  { pattern: schedule, names: ofSchedules },
  { pattern: figures, names: ofFigures },
  { pattern: paper, names: ofPapers },
  { pattern: keptPaper, names: ['keep', 'lang'] },
  { pattern: programme, names: [] },
  { pattern: exhibitList, names: ['page'] },
  { pattern: mapFile, names: ['sector'] },
  { pattern: oneFile, names: [] },
  { pattern: version, names: [] },
]
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
  const kind = kinds.find(({ pattern }) => pattern.test(url.pathname))
  const found = kind?.pattern.exec(url.pathname)
  if (!kind || !found) return null
  const query = new URLSearchParams(
    // A form sends its empty fields along; they choose nothing.
    kind.names.flatMap((name) =>
      url.searchParams.getAll(name).flatMap((value) => (value ? [[name, value]] : [])),
    ),
  ).toString()
  if (query.length > longestQuery) return null
  return {
    event: found[1] ?? null,
    address: url.pathname + (query && `?${query}`),
    followsReader: kind.pattern === calendar && !isLanguage(url.searchParams.get('lang')),
  }
}
