// The public exhibition: what somebody keeps of it stays on this device. The pages are whole without it.
const view = /** @type {HTMLElement} */ (document.querySelector('[data-exhibition]'))
const { exhibition: which, locale: writtenIn } = view.dataset
/** @type {(selector: string) => HTMLElement[]} */
const every = (selector) => [.../** @type {NodeListOf<HTMLElement>} */ (view.querySelectorAll(selector))]
const memory = `majlis:exhibition:${which}`

function stored() {
  try {
    return (localStorage.getItem(memory) ?? '').split(',').filter(Boolean)
  } catch {
    return []
  }
}
function store(codes) {
  try {
    localStorage.setItem(memory, codes.join())
    say()
    keepForLater(codes.join())
    return true
  } catch {
    return false
  }
}
function turn(code, isKept) {
  const others = stored().filter((one) => one !== code)
  return store(isKept ? [...others, code] : others)
}

/** Where the programme was taken along, the page of what is kept goes with it. */
async function keepForLater(codes) {
  const below = `/${location.pathname.split('/')[1]}/${which}`
  if (!('caches' in window) || !(await caches.has(`majlis-programme ${below}`))) return
  const shelf = await caches.open(`majlis-programme ${below}`)
  const address = `${below}/exhibition/kept?keep=${codes}`
  const page = await fetch(address).catch(() => null)
  const isPublic = /\bpublic\b/.test(page?.headers.get('Cache-Control') ?? '')
  if (page?.ok && isPublic) await shelf.put(address, page)
}

/** Taking the programme along has a script of its own, for whoever wants that or has done it. */
async function offerToTake() {
  /** @type {HTMLElement} */
  const offer = view.querySelector('.take-along')
  // Only on https and on this computer itself do browsers have such a place.
  if (!offer || !('caches' in window && 'serviceWorker' in navigator)) return
  const load = () => {
    const script = document.createElement('script')
    script.src = offer.dataset.script
    document.body.append(script)
  }
  offer.hidden = false
  if ((await caches.keys()).some((name) => name.startsWith('majlis-programme '))) return load()
  offer.querySelector('.take-it').addEventListener('click', load, { once: true })
}

/** How many there are, wherever a way leads to them. */
function say() {
  const kept = stored()
  const text = kept.length ? `(${new Intl.NumberFormat(writtenIn).format(kept.length)})` : ''
  for (const count of every('.kept-count')) count.textContent = text
}

/** On an exhibit's page: one button, on or off. Without this device's memory it leads to the page of what is kept. */
function keepThis() {
  /** @type {HTMLFormElement} */
  const form = view.querySelector('.keep-this')
  if (!form) return
  const button = form.querySelector('button')
  const { code } = form.dataset
  const show = () => {
    const isKept = stored().includes(code)
    button.lastElementChild.textContent = isKept ? button.dataset.on : button.dataset.off
    form.classList.toggle('is-kept', isKept)
  }
  show()
  form.addEventListener('submit', (event) => {
    if (!turn(code, !stored().includes(code))) return
    event.preventDefault()
    show()
  })
  addEventListener('storage', show)
}

/** In the list: boxes and this device agree; an address that names exhibits wins, for whoever follows it. */
function keepFromList() {
  const form = view.querySelector('.keep-form')
  if (!form) return
  const boxes = /** @type {HTMLInputElement[]} */ (every('input[name=keep][type=checkbox]'))
  /** @type {HTMLInputElement} */
  const rest = form.querySelector('.keep-rest')
  const named = new URLSearchParams(location.search).has('keep')
  const checked = boxes.filter((box) => box.checked).map(({ value }) => value)
  const kept = new Set(named ? [...rest.value.split(',').filter(Boolean), ...checked] : stored())
  const carry = () => {
    const here = new Set(boxes.map(({ value }) => value))
    rest.value = [...kept].filter((code) => !here.has(code)).join()
  }
  for (const box of boxes) {
    box.checked = kept.has(box.value)
    box.addEventListener('change', () => {
      kept[box.checked ? 'add' : 'delete'](box.value)
      store([...kept])
      carry()
    })
  }
  carry()
}

/** The page of what is kept: without exhibits in its address it is that of this device; with others it can become it. */
function openKept() {
  /** @type {HTMLElement} */
  const list = view.querySelector('[data-kept]')
  if (!list) return
  const { kept } = list.dataset
  const ours = stored().join()
  if (!kept && ours && !location.search) return location.replace(`?keep=${ours}`)
  const isOurs = kept.split(',').sort().join() === stored().sort().join()
  for (const link of every('.unkeep'))
    link.addEventListener('click', () => void (isOurs && turn(link.dataset.code, false)))
  offerSharing(Boolean(kept))
  /** @type {HTMLElement} */
  const button = list.querySelector('.keep-here')
  if (!kept || isOurs) return
  button.hidden = false
  button.addEventListener('click', () => {
    if (!store(kept.split(','))) return
    button.hidden = true
    const said = every('.kept-said')[0]
    said.textContent = said.dataset.keptText
  })
}

function offerSharing(hasAny) {
  const button = every('.share-kept')[0]
  const isPossible = 'share' in navigator || 'clipboard' in navigator
  button.hidden = !hasAny || !isPossible
  button.addEventListener('click', async () => {
    try {
      if ('share' in navigator) return await navigator.share({ title: document.title, url: location.href })
      await /** @type {Navigator} */ (navigator).clipboard.writeText(location.href)
      every('.kept-said')[0].textContent = button.dataset.shared
    } catch {
      // Whoever closes the list of ways to share has changed their mind.
    }
  })
}

say()
offerToTake()
keepThis()
keepFromList()
openKept()
