// Takes the programme along: measures it, says how much it is, keeps its public pages on the device when told to, renews
// them when there is news, and takes them off again. public/programme-worker.js answers from what is kept.
/** @type {HTMLElement} */
const offer = document.querySelector('.take-along')
const [, spoken, ofEvent] = location.pathname.split('/')
const below = `/${spoken}/${ofEvent}`
const shelf = `majlis-programme ${below}`
/** What this device remembers of it beside the pages: which state they are of, since when, and whether with pictures. */
const takenKey = `majlis:programme:${below}`
const sideBySide = 4
/** Whoever counts visits leaves these out, as they are read by nobody yet. */
const readAhead = { headers: { Purpose: 'prefetch' } }

/** @param {{ version: string, at: number, hasPictures: boolean }} what */
function rememberTaken(what) {
  try {
    localStorage.setItem(takenKey, JSON.stringify(what))
  } catch {
    // Then it is renewed at every visit.
  }
}

/** @returns {{ version?: string, at?: number, hasPictures?: boolean }} */
function takenHere() {
  try {
    return JSON.parse(localStorage.getItem(takenKey) ?? '{}')
  } catch {
    return {}
  }
}

async function listed() {
  const answer = await fetch(`/${ofEvent}/programme.json`)
  if (!answer.ok) throw new Error(String(answer.status))
  const { version, addresses, pictures } = await answer.json()
  return { version: String(version), pages: addresses.map((address) => below + address), pictures }
}

/** In bytes as they come over the line: some are asked for theirs, and the rest is taken to be like them. */
async function sizeOf(addresses) {
  const asked = addresses.filter((_, at) => at % Math.ceil(addresses.length / 12) === 0)
  const sizes = await Promise.all(
    asked.map(async (address) => {
      const { headers } = await fetch(address, { method: 'HEAD', ...readAhead })
      return Number(headers.get('Content-Length'))
    }),
  )
  return asked.length ? (sizes.reduce((sum, size) => sum + size, 0) / sizes.length) * addresses.length : 0
}

/** Only what is the same for everybody: a page made for who is signed in is never kept. */
async function keepAll({ version, pages, pictures }, hasPictures) {
  const kept = await caches.open(shelf)
  const parts = [...document.querySelectorAll('link[rel=stylesheet], script[src]')].map(
    (part) => part.getAttribute('href') || part.getAttribute('src'),
  )
  // What never changes need not come again.
  const held = new Set((await kept.keys()).map(({ url }) => new URL(url).pathname))
  const wanted = [...parts, ...pages, ...keptPage(), ...(hasPictures ? pictures : [])]
  const left = wanted.filter((address) => !(address.startsWith('/files/') && held.has(address)))
  const work = async () => {
    for (let next = left.shift(); next; next = left.shift()) {
      const page = await fetch(next, readAhead)
      if (page.ok && /\bpublic\b/.test(page.headers.get('Cache-Control') ?? '')) await kept.put(next, page)
    }
  }
  await Promise.all(Array.from({ length: sideBySide }, work))
  for (const { url } of await kept.keys()) {
    const { pathname, search } = new URL(url)
    if (!wanted.includes(pathname + search)) await kept.delete(url)
  }
  rememberTaken({ version, at: Date.now(), hasPictures })
}

/** The page of what is kept on this device, under the address that leads there. */
function keptPage() {
  try {
    const codes = localStorage.getItem(`majlis:exhibition:${ofEvent}`)
    return codes ? [`${below}/exhibition/kept?keep=${codes}`] : []
  } catch {
    return []
  }
}

/** @type {(selector: string) => HTMLElement} */
const partOf = (selector) => offer.querySelector(selector)
/** @type {(selector: string) => HTMLButtonElement} */
const buttonAt = (selector) => offer.querySelector(selector)
/** @type {HTMLInputElement} */
const wish = offer.querySelector('.take-pictures input')
const { locale: toldIn } = /** @type {HTMLElement} */ (document.querySelector('[data-locale]')).dataset

function sizeText(bytes) {
  const isLarge = bytes >= 1024 * 1024
  const value = isLarge ? bytes / (1024 * 1024) : Math.max(10, Math.ceil(bytes / 10_240) * 10)
  const unit = isLarge ? 'megabyte' : 'kilobyte'
  return new Intl.NumberFormat(toldIn, { style: 'unit', unit, maximumFractionDigits: 1 }).format(value)
}

/**
 * @param {HTMLElement} where
 * @param {string} what
 */
function tell(where, what, { count = 0, bytes = 0, at = 0 } = {}) {
  const time = new Intl.DateTimeFormat(toldIn, { dateStyle: 'short', timeStyle: 'short' })
  where.textContent = where.dataset[what]
    .replace('{pages}', new Intl.NumberFormat(toldIn).format(count))
    .replace('{pictures}', new Intl.NumberFormat(toldIn).format(count))
    .replace('{size}', sizeText(bytes))
    .replace('{at}', time.format(at))
}

const report = (what, facts = {}) => tell(partOf('.take-said'), what, facts)

/** Whether this device has room for so much; where it does not say, it is tried. */
async function hasRoom(bytes) {
  const { quota, usage = 0 } = (await navigator.storage?.estimate?.()) ?? {}
  return quota === undefined || bytes * 1.2 < quota - usage
}

/** @param {unknown} error */
const isFull = (error) => error instanceof DOMException && error.name === 'QuotaExceededError'

/** What was measured, until it is taken. */
let measured = null

async function measure() {
  const list = await listed()
  const [bytes, more] = [await sizeOf(list.pages), await sizeOf(list.pictures)]
  measured = { list, bytes, more }
  report('size', { count: list.pages.length, bytes })
  partOf('.take-pictures').hidden = list.pictures.length === 0
  tell(partOf('.take-pictures span'), 'pictures', { count: list.pictures.length, bytes: more })
  buttonAt('.take-it').textContent = buttonAt('.take-it').dataset.take
}

async function take({ list, bytes, more }) {
  const hasPictures = wish.checked
  const size = bytes + (hasPictures ? more : 0)
  if (!(await hasRoom(size))) return report('full', { bytes: size })
  report('busy', { count: list.pages.length + (hasPictures ? list.pictures.length : 0) })
  try {
    await navigator.serviceWorker.register('/programme-worker.js', { scope: `${below}/` })
    await keepAll(list, hasPictures)
    display(true)
  } catch (error) {
    // Half a programme is none: what was asked for again finds everything or nothing.
    await forget()
    report(isFull(error) ? 'full' : 'failed', { bytes: size })
  }
}

async function forget() {
  await caches.delete(shelf)
  await (await navigator.serviceWorker.getRegistration(`${below}/`))?.unregister()
  localStorage.removeItem(takenKey)
}

async function press() {
  const button = buttonAt('.take-it')
  button.disabled = true
  try {
    if (measured) await take(measured)
    else await measure()
  } catch {
    report('failed')
  }
  button.disabled = false
}

function display(isTaken) {
  measured = null
  buttonAt('.take-it').hidden = isTaken
  buttonAt('.take-off').hidden = !isTaken
  partOf('.take-pictures').hidden = true
  buttonAt('.take-it').textContent = buttonAt('.take-it').dataset.measure
  const { at = Date.now() } = takenHere()
  report(isTaken ? 'taken' : 'offer', { at })
}

async function begin() {
  const isTaken = await caches.has(shelf)
  buttonAt('.take-it').addEventListener('click', press)
  buttonAt('.take-off').addEventListener('click', async () => {
    await forget()
    display(false)
  })
  display(isTaken)
  // A visitor's first press has loaded this; what was taken before has loaded it by itself.
  if (!isTaken) return document.activeElement === buttonAt('.take-it') && press()
  const list = await listed().catch(() => null)
  const { version, hasPictures = false, at = Date.now() } = takenHere()
  if (!list || list.version === version) return
  try {
    await keepAll(list, hasPictures)
    display(true)
  } catch (error) {
    // What was taken stays as it was.
    if (isFull(error)) report('stale', { at })
  }
}

begin()
