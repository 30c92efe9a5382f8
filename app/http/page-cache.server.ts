import { count, eq, sql, sum } from 'drizzle-orm'
import { LRUCache } from 'lru-cache'
import { prepared, type Reader } from '#db/client.server.ts'
import { events } from '#db/schema/events.server.ts'
import { sessionCookie } from '../accounts/auth.server.ts'
import { languageOf } from './error-page.ts'
import { sharedPolicy } from './headers.ts'
import { type PublicPage, publicPage } from './page-key.ts'
import { answerStored, type StoredBody, storeBody } from './stored-body.server.ts'

type StoredPage = StoredBody & { revision: string }
type Render = (request: Request) => Promise<Response>

export type PageCache = {
  /** Answers a public page from memory, or renders and keeps it; null when this request is none of its business. */
  answer(request: Request, render: Render): Promise<Response | null>
}

/**
 * Pages that are the same for everyone, as compressed bytes. Each hit reads the event's revision, so that nothing older
 * than the last change is ever given out. `Never` for a request with a session, nor a response that is not public.
 */
export function createPageCache(
  read: Reader,
  { appUrl, megabytes = 64 }: { appUrl: string; megabytes?: number },
): PageCache {
  const pages = new LRUCache<string, StoredPage>({
    maxSize: megabytes * 1024 * 1024,
    // A few papers of a thousand items would else push out everybody's pages; their maker keeps some of them.
    maxEntrySize: 2 * 1024 * 1024,
    sizeCalculation: (page, key) => page.size + key.length + 500,
    // Which day is today, and which events are over, changes without a revision.
    ttl: 60_000,
    // Else each hit would ask the clock and set a timer.
    ttlResolution: 1000,
  })
  const underway = new Map<string, Promise<StoredPage | null>>()
  const addresses = new LRUCache<string, PublicPage>({ max: 2000 })
  const revisionOf = atOnce((event: string | null) => readRevision(read, event))

  /** The stored page, or the response as it came when it may not be kept. */
  async function renderOnce(
    { key, revision, policy }: { key: string; revision: string; policy: string },
    render: () => Promise<Response>,
  ) {
    const together = underway.get(key + revision)
    if (together) return (await together) ?? render()
    let response: Response | undefined
    const rendering = (async () => {
      response = await render()
      if (!mayBeKept(response)) return null
      const stored = await storePage(response, revision, policy)
      pages.set(key, stored)
      return stored
    })().finally(() => underway.delete(key + revision))
    underway.set(key + revision, rendering)
    return (await rendering) ?? (response as Response)
  }

  /** Taking an address to pieces costs as much as the rest of a hit, and most readers ask for the same few. */
  function pageAt(address: string): PublicPage | null {
    const known = addresses.get(address)
    if (known) return known
    const page = publicPage(new URL(address))
    if (page) addresses.set(address, page)
    return page
  }

  return {
    async answer(request, render) {
      const page = isAnonymous(request) ? pageAt(request.url) : null
      if (!page) return null
      const revision = await revisionOf(page.event)
      if (revision === null) return null
      const key = page.followsReader ? `${languageOf(request)} ${page.address}` : page.address
      const stored = pages.get(key)
      if (stored?.revision === revision) return answerStored(request, stored)
      const policy = sharedPolicy(page.address)
      const made = await renderOnce({ key, revision, policy }, () =>
        render(plainRequest(request, page, appUrl)),
      )
      return made instanceof Response ? made : answerStored(request, made)
    },
  }
}

function isAnonymous(request: Request): boolean {
  if (request.method !== 'GET' && request.method !== 'HEAD') return false
  return !request.headers.get('Cookie')?.includes(sessionCookie) && !request.headers.has('Authorization')
}

/** Only what the page may depend on: a forged Host or header of one reader must not reach the page of the next. */
function plainRequest(request: Request, page: PublicPage, appUrl: string): Request {
  const url = new URL(page.address, appUrl)
  return new Request(url, page.followsReader ? { headers: { 'Accept-Language': languageOf(request) } } : {})
}

const eventRevision = prepared((database) =>
  database
    .select({ revision: events.revision })
    .from(events)
    .where(eq(events.slug, sql.placeholder('slug')))
    .prepare('event_revision'),
)

const allRevisions = prepared((database) =>
  database
    .select({ events: count(), revisions: sum(events.revision) })
    .from(events)
    .prepare('all_revisions'),
)

/**
 * Those who ask in the same turn of the event loop share one reading. It begins when the last of them has asked, so
 * nobody gets what is older than their own request.
 */
function atOnce<Key, Result>(look: (key: Key) => Promise<Result>): (key: Key) => Promise<Result> {
  const waiting = new Map<Key, Promise<Result>>()
  return (key) => {
    const together = waiting.get(key)
    if (together) return together
    const looking = new Promise<void>((resolve) => setImmediate(resolve)).then(() => {
      waiting.delete(key)
      return look(key)
    })
    waiting.set(key, looking)
    return looking
  }
}

async function readRevision(read: Reader, slug: string | null): Promise<string | null> {
  if (slug) {
    const [event] = await eventRevision(read).execute({ slug })
    return event ? String(event.revision) : null
  }
  const [all] = await allRevisions(read).execute()
  return `${all?.events}-${all?.revisions}`
}

function mayBeKept(response: Response): boolean {
  return (
    response.status === 200 &&
    /\bpublic\b/.test(response.headers.get('Cache-Control') ?? '') &&
    !response.headers.has('Set-Cookie')
  )
}

async function storePage(response: Response, revision: string, policy: string): Promise<StoredPage> {
  const headers: Record<string, string> = {}
  for (const [name, value] of response.headers) headers[titleCase(name)] = value
  delete headers['Content-Length']
  headers['Content-Security-Policy'] = policy
  const bytes = new Uint8Array(await response.arrayBuffer())
  return { ...(await storeBody(bytes, headers, 5)), revision }
}

function titleCase(name: string): string {
  return name.replace(/(^|-)[a-z]/g, (letter) => letter.toUpperCase())
}
