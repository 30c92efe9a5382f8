// Shows an exhibit anew beside its form whenever what is typed there was saved (`keep-typing.js` tells). Where there is
// room for it, it stands open.

/** @param {Event} [event] */
function refresh(event) {
  const preview = document.querySelector('[data-live-preview]')
  if (event?.target instanceof Node && event.target !== document && !preview?.contains(event.target)) return
  for (const frame of preview?.querySelectorAll('iframe') ?? []) {
    // A frame out of sight loads what is saved by then when it comes into sight.
    if (frame.offsetParent === null) continue
    const { location } = frame.contentWindow
    if (location.href !== 'about:blank') location.reload()
  }
}

function unfold() {
  for (const preview of document.querySelectorAll('details[data-live-preview]:not([data-known])')) {
    const details = /** @type {HTMLDetailsElement} */ (preview)
    details.dataset.known = ''
    details.open = matchMedia('(min-width: 75rem)').matches
  }
}

document.addEventListener('majlis:saved', refresh)
document.addEventListener('change', refresh)
unfold()
new MutationObserver(unfold).observe(document.body, { childList: true, subtree: true })
