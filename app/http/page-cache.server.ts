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
  })
  const underway = new Map<string, Promise<StoredPage | null>>()

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

  return {
    async answer(request, render) {
      const page = isAnonymous(request) ? publicPage(new URL(request.url)) : null
      if (!page) return null
      const revision = await revisionOf(read, page)
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

async function revisionOf(read: Reader, page: PublicPage): Promise<string | null> {
  if (page.event) {
    const [event] = await eventRevision(read).execute({ slug: page.event })
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
