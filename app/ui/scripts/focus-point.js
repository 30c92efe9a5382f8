// A click on a picture sets the point of it that must stay in sight. The nine places and the two numbers do without.

/** @param {Element} field */
function partsOf(field) {
  const inputs = /** @type {NodeListOf<HTMLInputElement>} */ (field.querySelectorAll('input'))
  const named = (/** @type {string} */ name) => [...inputs].filter((input) => input.name.endsWith(name))
  const exact = named('focusAt').find(({ value }) => value === 'exact')
  const [x] = named('focusX')
  const [y] = named('focusY')
  return exact && x && y ? { exact, x, y } : null
}

/** @param {HTMLElement} field */
function show(field) {
  const parts = partsOf(field)
  if (!parts) return
  for (const [name, { value }] of Object.entries({ '--focus-x': parts.x, '--focus-y': parts.y }))
    if (parts.exact.checked) field.style.setProperty(name, `${Number(value) || 0}%`)
    else field.style.removeProperty(name)
}

/** @param {unknown} target @returns {HTMLElement | null} */
const fieldOf = (target) => (target instanceof Element ? target.closest('[data-focus]') : null)

document.addEventListener('click', (event) => {
  const field = fieldOf(event.target)
  const board = event.target instanceof Element && event.target.closest('.focus-board')
  const parts = field && board && partsOf(field)
  // The keyboard clicks as well, without a place.
  if (!parts || (event.clientX === 0 && event.clientY === 0) || event.detail === 0) return
  event.preventDefault()
  const { left, top, width, height } = board.getBoundingClientRect()
  const within = (/** @type {number} */ part) => String(Math.round(Math.min(1, Math.max(0, part)) * 100))
  parts.x.value = within((event.clientX - left) / width)
  parts.y.value = within((event.clientY - top) / height)
  parts.exact.checked = true
  parts.exact.dispatchEvent(new Event('input', { bubbles: true }))
})

document.addEventListener('input', ({ target }) => {
  const field = fieldOf(target)
  if (!field) return
  const parts = partsOf(field)
  if (parts && (target === parts.x || target === parts.y)) parts.exact.checked = true
  show(field)
})
