// Answers public pages of an event when there is no network, with what app/ui/scripts/take-along.js kept. It keeps
// nothing by itself but newer bytes of what was taken along.
const longest = 4000
const itself = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self))
const below = new URL(itself.registration.scope).pathname.replace(/\/$/, '')
const shelf = `majlis-programme ${below}`

itself.addEventListener('install', () => itself.skipWaiting())
itself.addEventListener('activate', (event) => event.waitUntil(itself.clients.claim()))
itself.addEventListener('fetch', (event) => {
  const { request } = event
  if (request.method !== 'GET') return
  if (request.mode === 'navigate') event.respondWith(answerPage(request))
  else if (['style', 'script'].includes(request.destination)) event.respondWith(answerPart(request))
})

/** @param {Request} request */
async function answerPage(request) {
  /** @type {Promise<null>} */
  const late = new Promise((resolve) => setTimeout(resolve, longest, null))
  const fetched = fetch(request).catch(() => null)
  const response = await Promise.race([fetched, late])
  const kept = await caches.open(shelf)
  if (response) {
    const isPublic = /\bpublic\b/.test(response.headers.get('Cache-Control') ?? '')
    if (response.ok && !response.redirected && isPublic && (await kept.match(request)))
      await kept.put(request, response.clone())
    return response
  }
  return (await kept.match(request)) ?? (await likePage(kept, request)) ?? (await fetched) ?? Response.error()
}

/**
 * The same page asked for in other words: what is kept may be named in another order, and of a search or a choice the
 * whole list is better than nothing.
 *
 * @param {Cache} kept
 * @param {Request} request
 */
async function likePage(kept, request) {
  const wanted = new URL(request.url)
  if (!wanted.pathname.endsWith('/exhibition/kept')) return kept.match(request, { ignoreSearch: true })
  for (const { url } of await kept.keys()) {
    const { pathname, searchParams } = new URL(url)
    if (pathname === wanted.pathname && codesIn(searchParams) === codesIn(wanted.searchParams))
      return kept.match(url)
  }
  return Response.redirect(`${below}/exhibition`)
}

/** @param {URLSearchParams} search */
function codesIn(search) {
  return search
    .getAll('keep')
    .flatMap((codes) => codes.split(','))
    .filter(Boolean)
    .sort()
    .join()
}

/** Their names carry a hash of what is in them. @param {Request} request */
async function answerPart(request) {
  return (await (await caches.open(shelf)).match(request)) ?? fetch(request)
}
