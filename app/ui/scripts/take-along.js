// Takes the programme along: measures it, says how much it is, keeps its public pages on the device when told to, renews
// them when there is news, and takes them off again. public/programme-worker.js answers from what is kept.
/** @type {HTMLElement} */
const offer = document.querySelector('.take-along')
const [, spoken, ofEvent] = location.pathname.split('/')
const below = `/${spoken}/${ofEvent}`
const shelf = `majlis-programme ${below}`
const versionKey = `majlis:programme:${below}`
const sideBySide = 4
/** Whoever counts visits leaves these out, as they are read by nobody yet. */
const readAhead = { headers: { Purpose: 'prefetch' } }

function remember(version) {
  try {
    localStorage.setItem(versionKey, String(version))
  } catch {
    // Then it is renewed at every visit.
  }
}

function knownVersion() {
  try {
    return localStorage.getItem(versionKey)
  } catch {
    return null
  }
}

async function listed() {
  const answer = await fetch(`/${ofEvent}/programme.json`)
  if (!answer.ok) throw new Error(String(answer.status))
  const { version, addresses } = await answer.json()
  return { version, addresses: addresses.map((address) => below + address) }
}

/** In bytes as they come over the line: some pages are asked for theirs, and the rest is taken to be like them. */
async function sizeOf(addresses) {
  const asked = addresses.filter((_, at) => at % Math.ceil(addresses.length / 12) === 0)
  const sizes = await Promise.all(
    asked.map(async (address) => {
      const { headers } = await fetch(address, { method: 'HEAD', ...readAhead })
      return Number(headers.get('Content-Length'))
    }),
  )
  return (sizes.reduce((sum, size) => sum + size, 0) / sizes.length) * addresses.length
}

/** Only what is the same for everybody: a page made for who is signed in is never kept. */
async function keepPages({ version, addresses }) {
  const kept = await caches.open(shelf)
  const parts = [...document.querySelectorAll('link[rel=stylesheet], script[src]')].map(
    (part) => part.getAttribute('href') || part.getAttribute('src'),
  )
  const left = [...parts, ...addresses, ...keptPage()]
  const work = async () => {
    for (let next = left.shift(); next; next = left.shift()) {
      const page = await fetch(next, readAhead)
      if (page.ok && /\bpublic\b/.test(page.headers.get('Cache-Control') ?? '')) await kept.put(next, page)
    }
  }
  await Promise.all(Array.from({ length: sideBySide }, work))
  for (const { url } of await kept.keys()) {
    const { pathname, search } = new URL(url)
    if (![...parts, ...addresses, ...keptPage()].includes(pathname + search)) await kept.delete(url)
  }
  remember(version)
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

/** @param {'offer' | 'size' | 'busy' | 'taken' | 'failed'} what */
function tell(what, { pages = 0, bytes = 0 } = {}) {
  /** @type {HTMLElement} */
  const said = offer.querySelector('.take-said')
  const { locale } = /** @type {HTMLElement} */ (document.querySelector('[data-locale]')).dataset
  const number = new Intl.NumberFormat(locale)
  const kilobytes = Math.max(10, Math.ceil(bytes / 10_240) * 10)
  const size = new Intl.NumberFormat(locale, { style: 'unit', unit: 'kilobyte' }).format(kilobytes)
  said.textContent = said.dataset[what].replace('{pages}', number.format(pages)).replace('{size}', size)
}

/** @type {(selector: string) => HTMLButtonElement} */
const buttonAt = (selector) => offer.querySelector(selector)

async function take() {
  const button = buttonAt('.take-it')
  button.disabled = true
  try {
    const list = await listed()
    const pages = list.addresses.length
    if (button.dataset.stage !== 'measured') {
      tell('size', { pages, bytes: await sizeOf(list.addresses) })
      button.dataset.stage = 'measured'
      button.textContent = button.dataset.take
    } else {
      tell('busy', { pages })
      await navigator.serviceWorker.register('/programme-worker.js', { scope: `${below}/` })
      await keepPages(list)
      display(true)
    }
  } catch {
    tell('failed')
  }
  button.disabled = false
}

async function takeOff() {
  await caches.delete(shelf)
  await (await navigator.serviceWorker.getRegistration(`${below}/`))?.unregister()
  delete buttonAt('.take-it').dataset.stage
  display(false)
}

function display(isTaken) {
  buttonAt('.take-it').hidden = isTaken
  buttonAt('.take-off').hidden = !isTaken
  buttonAt('.take-it').textContent = buttonAt('.take-it').dataset.measure
  tell(isTaken ? 'taken' : 'offer')
}

async function begin() {
  const isTaken = await caches.has(shelf)
  buttonAt('.take-it').addEventListener('click', take)
  buttonAt('.take-off').addEventListener('click', takeOff)
  display(isTaken)
  // A visitor's first press has loaded this; what was taken before has loaded it by itself.
  if (!isTaken) return document.activeElement === buttonAt('.take-it') && take()
  const list = await listed().catch(() => null)
  if (list && String(list.version) !== knownVersion()) await keepPages(list).catch(() => {})
}

begin()
