// Keeps what is typed into an exhibit's forms: on this device at every pause, at the server after a longer one. The forms
// are whole without it. A form says by an element `[data-keep]` what it is called, where it is saved and how that is told.

const pause = 400
const longPause = 2000
const retry = 10_000
const prefix = 'majlis:typed:'

/** @type {WeakMap<HTMLFormElement, { local?: number, server?: number, isSending?: boolean, isStopped?: boolean, typed: number }>} */
const known = new WeakMap()

/** @param {Element} form @returns {HTMLElement | null} */
const stateOf = (form) => form.querySelector('[data-keep]')
/** @param {HTMLElement} state */
const keyOf = (state) => prefix + state.dataset.keep

function read(key) {
  try {
    return JSON.parse(localStorage.getItem(key) ?? 'null')
  } catch {
    return null
  }
}
function write(key, value) {
  try {
    if (value === null) localStorage.removeItem(key)
    else localStorage.setItem(key, JSON.stringify(value))
    return true
  } catch {
    return false
  }
}

/** @param {HTMLElement} state */
function say(state, name, text = state.dataset[name] ?? '') {
  state.dataset.state = name
  if (state.textContent !== text) state.textContent = text
}

/** Files are not kept: a browser lets no script put one back. @param {HTMLFormElement} form */
function entriesOf(form) {
  return [...new FormData(form)].filter(([, value]) => typeof value === 'string')
}

/** @param {HTMLFormElement} form */
function keep(form) {
  const state = stateOf(form)
  if (!state) return
  const seen = /** @type {HTMLInputElement} */ (form.elements.namedItem('seen'))?.value
  const isKept = write(keyOf(state), { seen, entries: entriesOf(form) })
  if (!isKept) say(state, 'unkept')
}

/** What was typed stands in the form again, as of the version its writer saw. @param {HTMLFormElement} form */
function restore(form) {
  const state = stateOf(form)
  const kept = state && read(keyOf(state))
  // What came back refused has what was sent already.
  if (!kept || state.dataset.answered !== undefined) return
  const before = JSON.stringify(entriesOf(form).filter(isTyped))
  if (before === JSON.stringify(kept.entries.filter(isTyped))) return write(keyOf(state), null)
  /** @type {Map<string, string[]>} */
  const values = new Map()
  for (const [name, value] of kept.entries) values.set(name, [...(values.get(name) ?? []), value])
  for (const field of form.elements) put(field, values)
  say(state, 'restored')
  later(form)
}

/** @param {[string, unknown]} entry */
function isTyped([name]) {
  return name !== 'newId' && name !== 'seen'
}

function put(field, values) {
  if (!field.name || field.type === 'file' || field.type === 'submit') return
  const given = values.get(field.name) ?? []
  if (field.type === 'checkbox' || field.type === 'radio') field.checked = given.includes(field.value)
  else if (field.name in { intent: 1, kind: 1, block: 1, picture: 1 }) return
  else field.value = given.length > 1 ? given.shift() : (given[0] ?? field.value)
}

/** @param {HTMLFormElement} form */
function factsOf(form) {
  const facts = known.get(form) ?? { typed: 0 }
  known.set(form, facts)
  return facts
}

/** Saves after a pause, and again as long as it fails for want of a network. @param {HTMLFormElement} form */
function later(form, wait = longPause) {
  const facts = factsOf(form)
  clearTimeout(facts.server)
  facts.server = window.setTimeout(() => save(form), wait)
}

/** @param {HTMLFormElement} form */
async function save(form) {
  const state = stateOf(form)
  const facts = factsOf(form)
  if (!form.isConnected || !state?.dataset.save || facts.isSending || facts.isStopped) return
  facts.isSending = true
  const typed = facts.typed
  say(state, 'saving')
  const body = new URLSearchParams(/** @type {any} */ (entriesOf(form)))
  body.set('intent', state.dataset.intent)
  const answer = await fetch(state.dataset.save, { method: 'POST', body }).catch(() => null)
  const came = answer && (await answer.json().catch(() => null))
  facts.isSending = false
  // Too many at once are taken later, as when there is no network.
  if (!came || answer.status >= 500 || answer.status === 429) {
    say(state, 'offline')
    return later(form, retry)
  }
  if (came.version === undefined) return refused(form, answer.status)
  const seen = /** @type {HTMLInputElement} */ (form.elements.namedItem('seen'))
  if (seen) seen.value = String(came.version)
  if (facts.typed !== typed) {
    keep(form)
    return later(form)
  }
  write(keyOf(state), null)
  say(state, 'saved', came.said)
  document.dispatchEvent(new Event('majlis:saved'))
}

/** Nothing is written over: the form's own button shows why, and both texts where another was faster. */
function refused(form, status) {
  const state = stateOf(form)
  factsOf(form).isStopped = status === 409 || status === 404
  say(state, status === 409 ? 'conflict' : status === 404 ? 'gone' : 'incomplete')
}

document.addEventListener('input', ({ target }) => {
  const form = target instanceof Element && target.closest('form')
  if (!form || !stateOf(form)) return
  const facts = factsOf(form)
  facts.typed++
  clearTimeout(facts.local)
  facts.local = window.setTimeout(() => keep(form), pause)
  later(form)
})

document.addEventListener('submit', ({ target }) => {
  const form = /** @type {HTMLFormElement} */ (target)
  const state = stateOf(form)
  if (!state) return
  const facts = factsOf(form)
  clearTimeout(facts.server)
  clearTimeout(facts.local)
  facts.isStopped = true
  keep(form)
  const kept = read(keyOf(state))
  if (kept) write(keyOf(state), { ...kept, isSent: true })
})

addEventListener('pagehide', () => {
  for (const form of document.forms) {
    const facts = known.get(form)
    if (facts?.typed && facts.local && !facts.isStopped && stateOf(form)?.dataset.state !== 'saved')
      keep(form)
  }
})

addEventListener('online', () => {
  for (const form of document.forms) if (stateOf(form)?.dataset.state === 'offline') save(form)
})

/** Once the server says that a form is saved, this device need not keep it. */
function forgetSent() {
  const done = new URLSearchParams(location.search).get('done') ?? ''
  if (!/saved/i.test(done)) return
  for (const key of Object.keys(localStorage))
    if (key.startsWith(prefix) && read(key)?.isSent) localStorage.removeItem(key)
}

/** Forms that stand on the page, or come onto it at the desk. */
function look() {
  try {
    forgetSent()
  } catch {
    // A browser may refuse its store; then there is nothing to forget.
  }
  for (const form of document.forms)
    if (stateOf(form) && !known.has(form)) {
      factsOf(form)
      restore(form)
    }
}

look()
new MutationObserver(look).observe(document.body, { childList: true, subtree: true })
