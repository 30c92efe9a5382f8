// The public agenda: marks what is on now, keeps what was chosen on this device, and says when a newer version is there.
// The page is whole without it.
const page = /** @type {HTMLElement} */ (document.querySelector('[data-agenda]'))
const { agenda: slug, version, locale } = page.dataset
/** @type {(selector: string) => HTMLElement[]} */
const all = (selector) => [.../** @type {NodeListOf<HTMLElement>} */ (page.querySelectorAll(selector))]
const key = `majlis:agenda:${slug}`

function stored() {
  try {
    return (localStorage.getItem(key) ?? '').split(',').filter(Boolean)
  } catch {
    return []
  }
}
function store(ids) {
  try {
    localStorage.setItem(key, ids.join())
    return true
  } catch {
    return false
  }
}

function markNow() {
  const at = Date.now()
  const on = all('[data-from]').filter(({ dataset }) => {
    return Number(dataset.from) <= at && at < Number(dataset.to)
  })
  for (const item of all('[data-from]')) item.classList.toggle('on-now', on.includes(item))
  /** @type {HTMLAnchorElement} */
  const jump = page.querySelector('.to-now')
  if (!jump) return
  jump.hidden = on.length === 0
  if (on[0]) jump.href = `#${on[0].id}`
}

async function askForNews() {
  /** @type {HTMLElement} */
  const news = page.querySelector('.agenda-news')
  if (document.hidden || !news?.hidden) return
  const answer = await fetch(`/${slug}/agenda-version.json`).catch(() => null)
  const present = answer?.ok ? (await answer.json()).version : 0
  if (present <= Number(version)) return
  const number = new Intl.NumberFormat(locale).format(present)
  news.firstElementChild.textContent = news.dataset.text.replace('{version}', number)
  news.hidden = false
}

/** Boxes and this device agree; an address that names items wins, for whoever follows it. */
function keepChoice() {
  const boxes = /** @type {HTMLInputElement[]} */ (all('input[name=items][type=checkbox]'))
  const form = page.querySelector('.choose-form')
  if (!form) return
  const named = new URLSearchParams(location.search).has('items')
  /** @type {HTMLInputElement} */
  const rest = form.querySelector('.choose-rest')
  const checked = boxes.filter((box) => box.checked).map(({ value }) => value)
  const chosen = new Set(named ? [...rest.value.split(',').filter(Boolean), ...checked] : stored())
  const say = () => {
    const here = new Set(boxes.map(({ value }) => value))
    rest.value = [...chosen].filter((id) => !here.has(id)).join()
    const count = form.querySelector('.choose-count')
    count.textContent = chosen.size ? ` (${new Intl.NumberFormat(locale).format(chosen.size)})` : ''
  }
  for (const box of boxes) {
    box.checked = chosen.has(box.value)
    box.addEventListener('change', () => {
      chosen[box.checked ? 'add' : 'delete'](box.value)
      store([...chosen])
      say()
    })
  }
  say()
}

/** One's own page: without items in its address it is that of this device; with others it can become it. */
function openMine() {
  /** @type {HTMLElement} */
  const mine = page.querySelector('[data-chosen]')
  if (!mine) return
  const { chosen } = mine.dataset
  const ours = stored().join()
  if (!chosen && ours && !location.search) return location.replace(`?items=${ours}`)
  /** @type {HTMLElement} */
  const button = mine.querySelector('.keep-mine')
  if (!button || !chosen || chosen === ours) return
  button.hidden = false
  button.addEventListener('click', () => {
    if (!store(chosen.split(','))) return
    button.hidden = true
    all('.kept-mine')[0].hidden = false
  })
}

keepChoice()
openMine()
markNow()
setInterval(markNow, 30_000)
setInterval(askForNews, 60_000)
document.addEventListener('visibilitychange', askForNews)
