// Answers a reload of the screen in the hall when there is no network, with what app/ui/scripts/hall-screen.js kept.
const patience = 5000
const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self))

worker.addEventListener('install', () => worker.skipWaiting())
worker.addEventListener('activate', (event) => event.waitUntil(worker.clients.claim()))
worker.addEventListener('fetch', (event) => {
  const { mode, destination } = event.request
  // What the screen asks by itself is not answered from here: it must hear that there is no network.
  if (mode === 'navigate' || ['style', 'script'].includes(destination)) event.respondWith(answer(event.request))
})

/** @param {Request} request */
async function answer(request) {
  /** @type {Promise<null>} */
  const late = new Promise((resolve) => setTimeout(resolve, patience, null))
  const response = await Promise.race([fetch(request).catch(() => null), late])
  if (response?.ok) return response
  const kept = await caches.open('majlis-hall-screen')
  return (await kept.match(request)) ?? response ?? fetch(request)
}
