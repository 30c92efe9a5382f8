// The public displacement page: a slider through the rounds. It fetches the page of the round that is wanted and puts
// its figures where the others stand. Links do the same without it.
const slider = /** @type {HTMLElement} */ (document.querySelector('.round-slider'))
const range = slider.querySelector('input')
const title = slider.querySelector('b')
const said = /** @type {HTMLElement} */ (slider.querySelector('[role=status]'))
const again = slider.querySelector('a')
/** @type {[key: string, name: string][]} Oldest first. */
const rounds = JSON.parse(slider.dataset.rounds)
/** @type {Map<number, Document>} */
const kept = new Map()
const restBefore = 200
const longestWait = 20_000
/** The round whose figures stand on the page. */
let shown = Number(range.value)
let waiting = 0
let asking = new AbortController()

const nameOf = (at) => rounds[at][1]
function addressOf(at) {
  const address = new URL(location.href)
  address.searchParams.set('round', rounds[at][0])
  address.hash = ''
  return address.href
}
/** @returns {HTMLElement[]} What differs from round to round; the ways to other languages lead to the same round. */
const partsOf = (page) => [...page.querySelectorAll('[data-round-part], .top > .lang')]
const partName = (part) => part.dataset.roundPart ?? 'languages'

function point() {
  const at = Number(range.value)
  title.textContent = nameOf(at)
  range.setAttribute('aria-valuetext', nameOf(at))
}

function say(text, isFailed = false) {
  said.textContent = text
  again.hidden = !isFailed
  slider.classList.toggle('is-failed', isFailed)
}

function setBusy(isBusy) {
  for (const part of partsOf(document)) part.toggleAttribute('data-waits', isBusy)
}

/** Whoever moves on does not wait for what they passed. */
function want() {
  point()
  clearTimeout(waiting)
  asking.abort()
  const at = Number(range.value)
  if (at === shown) return settle(at, '')
  setBusy(true)
  say(slider.dataset.loading.replace('{round}', nameOf(at)))
  again.href = addressOf(at)
  waiting = window.setTimeout(loadRound, kept.has(at) ? 0 : restBefore, at)
}

async function loadRound(at) {
  asking = new AbortController()
  const { signal } = asking
  try {
    const page = kept.get(at) ?? (await readRound(at, signal))
    if (signal.aborted) return
    kept.set(at, page)
    show(page)
    history.replaceState(null, '', addressOf(at))
    settle(at, page.querySelector('.round-slider').getAttribute('data-told'))
  } catch {
    if (signal.aborted) return
    setBusy(false)
    const { failed } = slider.dataset
    say(failed.replace('{round}', nameOf(at)).replace('{shown}', nameOf(shown)), true)
  }
}

async function readRound(at, signal) {
  const limit = AbortSignal.any([signal, AbortSignal.timeout(longestWait)])
  const answer = await fetch(addressOf(at), { signal: limit })
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
  /** @type {HTMLElement} Without network another page may answer, and newer figures may have come. */
  const its = page.querySelector('.round-slider')
  const isIt = its?.dataset.here === rounds[at][0] && its.dataset.rounds === slider.dataset.rounds
  if (!answer.ok || !isIt) throw new Error('another page')
  return page
}

function show(page) {
  const fresh = new Map(partsOf(page).map((part) => [partName(part), part]))
  for (const part of partsOf(document)) {
    const next = /** @type {HTMLElement} */ (document.importNode(fresh.get(partName(part)), true))
    // A table that somebody has opened stays open.
    const isOpen = Boolean(part.querySelector('details[open]'))
    for (const details of next.querySelectorAll('details')) details.open = isOpen
    part.replaceWith(next)
  }
}

function settle(at, told) {
  shown = at
  setBusy(false)
  say(told)
}

// A browser that comes back may remember where the slider stood, beside figures of another round.
range.value = range.getAttribute('value')
point()
slider.hidden = false
range.addEventListener('input', want)
