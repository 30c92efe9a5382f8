// The screen in the hall: the clock, what is on by it, and what the server says now. It goes on without network by what
// it has, says since when it has heard nothing, and keeps a copy for a reload (public/hall-screen-worker.js answers it).
const hall = document.querySelector('main')
const { zone, locale: written, most } = hall.dataset
const clockFace = new Intl.DateTimeFormat(written, {
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
  timeZone: zone,
})
const atOnce = Number(most)
const turnsEvery = 12_000
const asksEvery = 20_000
const patience = 8000
const contactKey = 'majlis:hall-contact'
/** @type {(selector: string) => HTMLElement} */
const find = (selector) => hall.querySelector(selector)
/** @type {(selector: string) => HTMLElement[]} */
const findAll = (selector) => [.../** @type {NodeListOf<HTMLElement>} */ (hall.querySelectorAll(selector))]

/** How much the computer's clock is behind the server's, in milliseconds. */
let behind = 0
let shownAs = ''

function remembered() {
  try {
    return Number(localStorage.getItem(contactKey))
  } catch {
    return 0
  }
}
let contactAt = remembered() || Date.now()
let isCutOff = false

function tick() {
  const at = Date.now() + behind
  find('.hall-clock bdi').textContent = clockFace.format(at)
  // By a few pixels each minute, so that no letter burns itself into the screen.
  hall.dataset.drift = String(Math.floor(at / 60_000) % 4)
  const foot = find('.hall-foot')
  foot.hidden = !isCutOff
  if (isCutOff) foot.textContent = foot.dataset.text.replace('{time}', clockFace.format(contactAt))
  place(at)
}

/** Puts every item where it belongs at this moment; nothing is touched while nothing changes. */
function place(at) {
  const items = findAll('[data-from]').sort((a, b) => number(a, 'order') - number(b, 'order') || byTime(a, b))
  const on = items.filter((item) => number(item, 'from') <= at && at < number(item, 'to'))
  const pages = Math.max(1, Math.ceil(on.length / atOnce))
  const page = Math.floor(at / turnsEvery) % pages
  const from = Math.max(0, Math.min(page * atOnce, on.length - atOnce))
  const now = on.slice(from, from + atOnce)
  const next = items.filter((item) => number(item, 'from') > at).slice(0, atOnce)
  const key = [now, next].map((some) => some.map((item) => items.indexOf(item)).join()).join(' ')
  if (key === shownAs) return
  shownAs = key
  const shown = new Set([...now, ...next])
  find('.hall-later').append(...items.filter((item) => !shown.has(item)))
  for (const [name, some] of Object.entries({ now, next })) {
    find(`.${name} ol`).append(...some)
    find(`.${name} .hall-none`).hidden = some.length > 0
  }
}

/**
 * @param {HTMLElement} item
 * @param {'from' | 'to' | 'order'} what
 */
function number({ dataset }, what) {
  return Number(dataset[what])
}

/** @type {(a: HTMLElement, b: HTMLElement) => number} */
const byTime = (a, b) => number(a, 'from') - number(b, 'from')

/** The order in which the server lists them, which is more than their time: rooms have one too. */
function keepOrder() {
  const listed = ['.now', '.next', '.hall-later'].flatMap((list) => findAll(`${list} [data-from]`))
  listed.sort(byTime)
  for (const [order, item] of listed.entries()) item.dataset.order = String(order)
}

async function ask() {
  try {
    const answer = await fetch(location.href, { cache: 'no-cache', signal: AbortSignal.timeout(patience) })
    if (!answer.ok) throw new Error(String(answer.status))
    const copy = answer.clone()
    const text = await answer.text()
    heard(answer.headers.get('Date'))
    show(new DOMParser().parseFromString(text, 'text/html'))
    await keep(copy)
  } catch {
    isCutOff = true
  }
  tick()
}

function heard(date) {
  behind = Math.abs(Date.parse(date) - Date.now()) > 2000 ? Date.parse(date) - Date.now() : 0
  contactAt = Date.now() + behind
  isCutOff = false
  try {
    localStorage.setItem(contactKey, String(contactAt))
  } catch {
    // A browser that keeps nothing shows the time of its start instead.
  }
}

function show(page) {
  const theirs = page.querySelector('main')
  const ours = (one) => one.querySelector('script[src]')?.getAttribute('src')
  if (ours(page) !== ours(document)) return location.reload()
  hall.replaceChildren(...theirs.childNodes)
  keepOrder()
  shownAs = ''
}

/** For a reload without network; only on https and on this computer itself do browsers have such a place. */
async function keep(page) {
  if (!('caches' in window)) return
  const kept = await caches.open('majlis-hall-screen')
  await kept.put(location.href, page)
  for (const part of document.querySelectorAll('link[rel=stylesheet], script[src]')) {
    const address = part.getAttribute('href') || part.getAttribute('src')
    if (!(await kept.match(address))) await kept.add(address)
  }
}

navigator.serviceWorker?.register('/hall-screen-worker.js', { scope: location.pathname }).catch(() => {})
keepOrder()
tick()
ask()
setInterval(tick, 1000)
setInterval(ask, asksEvery)
