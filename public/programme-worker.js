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
  else if (request.destination === 'image') event.respondWith(answerPicture(request))
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
      await kept.put(request, response.clone()).catch(() => {})
    return response
  }
  return (await kept.match(request)) ?? (await likePage(kept, request)) ?? (await fetched) ?? Response.error()
}

/**
 * The same page asked for in other words: what is kept may be named in another order, and of a search or a choice that
 * is not kept the page that comes nearest is better than nothing.
 *
 * @param {Cache} kept
 * @param {Request} request
 */
async function likePage(kept, request) {
  const wanted = new URL(request.url)
  const isKept = wanted.pathname.endsWith('/exhibition/kept')
  /** @type {{ url: string, alike: number } | null} */
  let best = null
  for (const { url } of await kept.keys()) {
    const { pathname, searchParams } = new URL(url)
    if (pathname !== wanted.pathname) continue
    if (isKept && codesIn(searchParams) === codesIn(wanted.searchParams)) return kept.match(url)
    const alike = likeness(searchParams, wanted.searchParams)
    if (!best || alike > best.alike) best = { url, alike }
  }
  if (isKept) return Response.redirect(`${below}/exhibition`)
  return best ? kept.match(best.url) : undefined
}

/**
 * How much of what is wanted a page says; what it says besides counts against it.
 *
 * @param {URLSearchParams} said
 * @param {URLSearchParams} wanted
 */
function likeness(said, wanted) {
  let sum = 0
  said.forEach((value, name) => {
    sum += wanted.get(name) === value ? 1 : -1
  })
  return sum
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

/** Their names carry a hash of what is in them; those of a newer page are kept with it. @param {Request} request */
async function answerPart(request) {
  const kept = await caches.open(shelf)
  const known = await kept.match(request)
  if (known) return known
  const response = await fetch(request)
  if (response.ok && new URL(request.url).origin === location.origin)
    await kept.put(request, response.clone()).catch(() => {})
  return response
}

/** A picture in another width than the one that was taken along is still that picture. @param {Request} request */
async function answerPicture(request) {
  const fetched = await fetch(request).catch(() => null)
  if (fetched) return fetched
  const folder = new URL(request.url).pathname.replace(/[^/]*$/, '')
  const kept = await caches.open(shelf)
  for (const { url } of await kept.keys())
    if (new URL(url).pathname.startsWith(folder)) return (await kept.match(url)) ?? Response.error()
  return Response.error()
}
